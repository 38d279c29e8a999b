using GutGuide.Web.Data;

namespace GutGuide.Web.Tests.Data;

public class DailyCountTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Each_start_and_each_finish_is_counted_on_its_day()
    {
        var (started, _) = await database.Consultations.StartAsync("hash");
        await database.Consultations.StartAsync("hash");
        await database.Consultations.ChangeAsync(started.Id, content => content, isCompleted: true);
        await database.Consultations.ChangeAsync(started.Id, content => content, isCompleted: true);

        var counts = await database.Counts.ReadAsync();

        Assert.Equal(2, counts.Single(count => count is { Day: "2026-11-22", What: DailyCounts.Started }).Count);
        Assert.Equal(1, counts.Single(count => count is { Day: "2026-11-22", What: DailyCounts.Finished }).Count);
    }

    [Theory]
    [InlineData(0, "under 5")]
    [InlineData(4, "under 5")]
    [InlineData(5, "5")]
    [InlineData(1200, "1200")]
    public void A_count_that_might_point_at_somebody_is_not_shown(int count, string shown)
    {
        Assert.Equal(shown, new DailyCount("2026-11-22", "left:alarm-body", count).Shown);
    }
}
