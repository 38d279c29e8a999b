using GutGuide.Web.Tests.Data;
using GutGuide.Web.Tests.Scoring;

namespace GutGuide.Web.Tests.Postgres;

/// <summary>Every promise of the stores, kept by the other database too.</summary>
[Collection(OnPostgres.Name)]
public sealed class PostgresConsultationStoreTests(PostgresDatabase database) : ConsultationStoreTests(database), IClassFixture<PostgresDatabase>;

[Collection(OnPostgres.Name)]
public sealed class PostgresConsultationExpiryTests(PostgresDatabase database) : ConsultationExpiryTests(database), IClassFixture<PostgresDatabase>;

[Collection(OnPostgres.Name)]
public sealed class PostgresRulesetStoreTests(PostgresDatabase database) : RulesetStoreTests(database), IClassFixture<PostgresDatabase>;

[Collection(OnPostgres.Name)]
public sealed class PostgresAnswerKeysTests(PostgresServer server) : AnswerKeysTests(new PostgresDatabase(server));

[Collection(OnPostgres.Name)]
public sealed class PostgresDailyCountTests(PostgresDatabase database) : DailyCountTests(database), IClassFixture<PostgresDatabase>;
