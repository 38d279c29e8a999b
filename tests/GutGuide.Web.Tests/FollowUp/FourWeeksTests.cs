using System.Globalization;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.FollowUp;

/// <summary>Four weeks of one person, without script: a result, twenty days of diary, two check-ins.</summary>
public sealed class FourWeeksTests : IDisposable
{
    private const string Diary = "/consultation/diary";

    private readonly SiteFactory _site = new();

    private static Persona Bloated => Persona.AllWell
        .Saying("gut", "bloating").Saying("bloating-often", "most").Saying("bloating-way", "lot").Saying("food", "rush", "plants").Saying("life", "sleep", "stress");

    [Fact]
    public async Task A_step_that_hurt_is_dropped_one_that_helped_is_kept_one_comes_new_and_a_danger_sign_ends_in_its_card()
    {
        var visitor = await _site.AnsweredByAsync(Bloated);
        for (var day = 0; day < 14; day++)
        {
            await WriteAsync(visitor, day);
            _site.Clock.Advance(TimeSpan.FromDays(1));
        }

        await visitor.StartCheckInAsync();
        await visitor.AnswerPagesAsync(Bloated.Saying("bloating-often", "few"));
        var steps = visitor.StepsAsked();
        await visitor.FinishCheckInAsync("Better", (_, place) => place == 0 ? "Worse" : "Helped");

        Assert.Equal(FollowUpWalk.CheckIn, visitor.Address);
        await visitor.OpenAsync("/consultation/result");
        Assert.Contains("You told us that it made you worse", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"id=\"s-{steps[0]}\"", visitor.Page, StringComparison.Ordinal);

        for (var day = 14; day < 28; day++)
        {
            await WriteAsync(visitor, day);
            _site.Clock.Advance(TimeSpan.FromDays(1));
        }

        await visitor.StartCheckInAsync();
        Assert.DoesNotContain(steps[0], visitor.StepsAsked());
        await visitor.AnswerPagesAsync(Bloated.Saying("now-blood", "vomit-blood"));

        Assert.Equal("/consultation/result", visitor.Address);
        Assert.Contains("Call your emergency number now", visitor.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    /// <summary>Every third day stays blank.</summary>
    private async Task WriteAsync(FormVisitor visitor, int number)
    {
        if (number % 3 == 2)
        {
            return;
        }

        var day = DateOnly.FromDateTime(_site.Clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await visitor.OpenAsync(Diary);
        await visitor.SendAsync(Diary, ("_handler", "diary"), ("a.day", day), ("a.row.bloating", number < 14 ? "bad" : "mild"));
        Assert.Contains("Saved.", visitor.Text, StringComparison.Ordinal);
    }
}
