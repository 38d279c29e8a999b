using System.Text.Json;
using GutGuide.Core.Tests.Building;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Tests.Scoring;

public class RulesetStoreTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_shipped_ruleset_comes_back_from_the_database_as_it_went_in()
    {
        var shipped = ShippedContent.Ruleset;

        var hash = await database.Rulesets.PublishAsync(shipped);
        var read = await database.Rulesets.ReadAsync(hash);

        Assert.Equal(JsonSerializer.Serialize(shipped), JsonSerializer.Serialize(read));
    }

    [Fact]
    public async Task Publishing_the_same_rules_twice_stores_them_once()
    {
        var ruleset = new RulesetBuilder().Build() with { Version = "once" };

        var first = await database.Rulesets.PublishAsync(ruleset);
        var second = await database.Rulesets.PublishAsync(ruleset);

        Assert.Equal(first, second);
        await using var db = database.CreateDbContext();
        Assert.Equal(1, await db.Rulesets.CountAsync(row => row.Hash == first));
    }

    [Fact]
    public async Task Changed_rules_get_a_hash_of_their_own_and_the_old_ones_stay()
    {
        var before = new RulesetBuilder().Build() with { Version = "before" };
        var after = before with { Version = "after" };

        var oldHash = await database.Rulesets.PublishAsync(before);
        var newHash = await database.Rulesets.PublishAsync(after);

        Assert.NotEqual(oldHash, newHash);
        Assert.Equal("before", (await database.Rulesets.ReadAsync(oldHash)).Version);
    }

    [Fact]
    public async Task Reading_rules_that_were_never_published_names_the_hash()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => database.Rulesets.ReadAsync("no-such-hash"));

        Assert.Contains("no-such-hash", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_suggestion_of_the_shipped_rules_is_a_row()
    {
        var hash = await database.Rulesets.PublishAsync(ShippedContent.Ruleset);

        await using var db = database.CreateDbContext();
        Assert.Equal(ShippedContent.Ruleset.Suggestions.Count, await db.Suggestions.CountAsync(row => row.RulesetHash == hash));
    }

    [Fact]
    public void The_migrations_say_all_that_the_model_says()
    {
        using var db = database.CreateDbContext();

        Assert.False(db.Database.HasPendingModelChanges());
    }
}
