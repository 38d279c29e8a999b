using GutGuide.Core.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Tests.Data;

public class ConsultationStoreTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Rules = "hash";

    [Fact]
    public async Task What_was_said_is_found_again_by_the_token()
    {
        var (started, token) = await database.Consultations.StartAsync(Rules);

        await Save(started.Id, "pain", Answer.Of("yes"));

        var found = await database.Holders.FindByTokenAsync(token);
        Assert.Equal(Answer.Of("yes"), found?.Content.Answers["pain"]);
    }

    [Fact]
    public async Task The_token_itself_stands_nowhere_in_the_database()
    {
        var (_, token) = await database.Consultations.StartAsync(Rules);

        await using var db = database.CreateDbContext();
        var rows = await db.Browsers.AsNoTracking().ToListAsync();
        Assert.DoesNotContain(rows, row => System.Text.Encoding.UTF8.GetString(row.TokenHash).Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_cannot_be_read_from_the_database()
    {
        var (started, _) = await database.Consultations.StartAsync(Rules);

        await Save(started.Id, "a-telling-question", Answer.Of("a-telling-answer"));

        await using var db = database.CreateDbContext();
        var row = await db.Consultations.AsNoTracking().SingleAsync(row => row.Id == started.Id);
        Assert.DoesNotContain("telling", System.Text.Encoding.Latin1.GetString(row.Protected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_moved_to_the_row_of_somebody_else_are_refused()
    {
        var (mine, myToken) = await database.Consultations.StartAsync(Rules);
        var (other, otherToken) = await database.Consultations.StartAsync(Rules);
        await Save(mine.Id, "pain", Answer.Of("yes"));

        await using var db = database.CreateDbContext();
        var bytes = (await db.Consultations.AsNoTracking().SingleAsync(row => row.Id == mine.Id)).Protected;
        await database.Writes.RunAsync("UPDATE \"Consultations\" SET \"Protected\" = @bytes WHERE \"Id\" = @id", ("@bytes", bytes), ("@id", other.Id));

        Assert.Null(await database.Holders.FindByTokenAsync(otherToken));
        Assert.NotNull(await database.Holders.FindByTokenAsync(myToken));
    }

    [Fact]
    public async Task Many_changes_of_one_consultation_at_once_are_all_kept()
    {
        var store = database.Consultations;
        var (started, _) = await store.StartAsync(Rules);

        var saved = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(() => store.ChangeAsync(
            started,
            content => content.WithPage($"page-{number}", new Dictionary<string, Answer?> { [$"question-{number}"] = Answer.Of(number) }, database.Clock.GetUtcNow())))));

        Assert.All(saved, Assert.NotNull);
        Assert.Equal(64, (await store.FindAsync(started.Id))?.Content.Answers.All.Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-a-token")]
    [InlineData("' OR 1=1 --")]
    public async Task A_token_that_is_none_finds_nothing(string? token)
    {
        Assert.Null(await database.Holders.FindByTokenAsync(token));
    }

    [Fact]
    public async Task A_number_and_several_codes_come_back_as_they_were()
    {
        var (started, _) = await database.Consultations.StartAsync(Rules);
        await Save(started.Id, "age", Answer.Of(42));
        await Save(started.Id, "list", Answer.Of("b", "a"));

        var found = await database.Consultations.FindAsync(started.Id);

        Assert.Equal(Answer.Of(42), found?.Content.Answers["age"]);
        Assert.Equal(Answer.Of("a", "b"), found?.Content.Answers["list"]);
    }

    [Fact]
    public async Task Two_that_save_at_once_both_keep_their_answer()
    {
        var (started, _) = await database.Consultations.StartAsync(Rules);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Save(started.Id, $"question-{number}", Answer.Of("yes"))));

        var found = await database.Consultations.FindAsync(started.Id);
        Assert.Equal(4, found?.Content.Answers.Count);
    }

    [Fact]
    public async Task A_forgotten_consultation_is_gone()
    {
        var (started, token) = await database.Consultations.StartAsync(Rules);

        await database.Consultations.ForgetAsync(started.Id);

        Assert.Null(await database.Holders.FindByTokenAsync(token));
        await using var db = database.CreateDbContext();
        Assert.False(await db.Consultations.AnyAsync(row => row.Id == started.Id));
    }

    [Fact]
    public async Task Saving_to_a_forgotten_consultation_saves_nothing()
    {
        var (started, _) = await database.Consultations.StartAsync(Rules);
        await database.Consultations.ForgetAsync(started.Id);

        Assert.Null(await Save(started.Id, "pain", Answer.Of("yes")));
    }

    [Fact]
    public async Task Each_change_gives_thirty_days_more()
    {
        var (started, _) = await database.Consultations.StartAsync(Rules);

        var saved = await Save(started.Id, "pain", Answer.Of("yes"));

        Assert.Equal(database.Clock.GetUtcNow().AddDays(30), saved?.ExpiresAt);
    }

    [Fact]
    public async Task A_taken_away_answer_is_gone_with_its_time()
    {
        var (started, _) = await database.Consultations.StartAsync(Rules);
        await Save(started.Id, "pain", Answer.Of("yes"));

        await Save(started.Id, "pain", null);

        var found = await database.Consultations.FindAsync(started.Id);
        Assert.Null(found?.Content.Answers["pain"]);
        Assert.Empty(found!.Content.AnsweredAt);
    }

    private Task<Web.Data.Consultation?> Save(Guid id, string linkId, Answer? answer) => database.Consultations.ChangeAsync(
        id,
        content => content.WithPage("page", new Dictionary<string, Answer?> { [linkId] = answer }, database.Clock.GetUtcNow()));
}

/// <summary>Apart from the others, since it moves its clock.</summary>
public class ConsultationExpiryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task After_thirty_days_a_consultation_is_neither_found_nor_kept()
    {
        var (started, token) = await database.Consultations.StartAsync("hash");
        database.Clock.Advance(TimeSpan.FromDays(30));

        var found = await database.Holders.FindByTokenAsync(token);
        var deleted = await database.Consultations.DeleteExpiredAsync();

        Assert.Null(found);
        Assert.Equal(1, deleted);
        await using var db = database.CreateDbContext();
        Assert.False(await db.Consultations.AnyAsync(row => row.Id == started.Id));
    }
}
