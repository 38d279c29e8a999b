using System.Diagnostics.Metrics;
using GutGuide.Web.Data;
using GutGuide.Web.Scoring;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace GutGuide.Web.Tests.Data;

/// <summary>A migrated database in a folder of its own, with a clock that stands still.</summary>
public class TestDatabase : IAsyncLifetime, IDbContextFactory<GutGuideDbContext>
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"gutguide-{Guid.NewGuid():N}");

    private IDatabaseWrites? _writes;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public DataFolder Folder => new(_directory);

    public RulesetStore Rulesets => new(this, Clock);

    public IDatabaseWrites Writes => _writes ??= OpenWrites();

    public DailyCounts Counts => new(this, Writes, Clock);

    public ConsultationStore Consultations => new(
        this, Writes, Protector, Counts, new ConsultationMeters(new TestMeters()), new Retention(TimeSpan.FromDays(30), TimeSpan.FromDays(90)), Clock);

    public ConsultationHolders Holders => new(this, Writes, Protector, Clock);

    public ConsultationProtector Protector => new(Protection, NullLogger<ConsultationProtector>.Instance);

    protected EphemeralDataProtectionProvider Protection { get; } = new();

    public virtual GutGuideDbContext CreateDbContext() => new(new DbContextOptionsBuilder<GutGuideDbContext>().UseSqlite(Folder.ConnectionString).Options);

    public virtual async Task InitializeAsync()
    {
        using var setup = new SqliteSetup(this, Folder, Clock);
        await setup.PrepareAsync();
    }

    public async Task DisposeAsync()
    {
        if (_writes is IAsyncDisposable writes)
        {
            await writes.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    protected virtual IDatabaseWrites OpenWrites() => new GroupCommit(this);
}

/// <summary>Meters that nobody listens to.</summary>
internal sealed class TestMeters : IMeterFactory
{
    private readonly List<Meter> _meters = [];

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose() => _meters.ForEach(meter => meter.Dispose());
}
