using System.Net;
using GutGuide.Web.Features.Editing.Desk.Previews;

namespace GutGuide.Web.Tests.Editing;

/// <summary>The desk over a copy of the small content folder, which some tests edit while the site runs.</summary>
public sealed class EditorDeskTests(Desk desk) : IClassFixture<Desk>
{
    [Fact]
    public async Task Every_file_is_listed_with_its_state_and_its_problems()
    {
        var page = await desk.OpenAsync("/editor");

        Assert.Contains("content/articles/stress.md", page.Text, StringComparison.Ordinal);
        Assert.Contains("content/consultation/red-flags.yaml", page.Text, StringComparison.Ordinal);
        Assert.Contains("content/suggestions/rebalance/sg-walk.md", page.Text, StringComparison.Ordinal);
        Assert.Contains("Draft", page.Text, StringComparison.Ordinal);
        Assert.Contains("/editor/pages/stress", page.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_found_by_any_part_of_what_is_said_of_them()
    {
        var page = await desk.OpenAsync("/editor?find=SG-WALK");

        Assert.Contains("sg-walk.md", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("articles/stress.md", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_is_listed_with_the_role_that_keeps_it_up_to_date()
    {
        using var own = new Desk();
        own.Content.Replace("articles/stress.md", "related: [sleep]", "related: [sleep]\nowner: Content team");

        var page = (await own.OpenAsync("/editor?find=content+team")).Text;
        var others = (await own.OpenAsync("/editor?find=sg-walk")).Page;

        Assert.Contains("articles/stress.md", page, StringComparison.Ordinal);
        Assert.DoesNotContain("articles/sleep.md", page, StringComparison.Ordinal);
        Assert.Contains("<td>Editors</td>", others, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_looked_for_is_shown_as_text()
    {
        var page = await desk.OpenAsync("/editor?find=%3Cscript%3E");

        Assert.Contains("No file has “<script>”", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/editor/flags/rf-blood", "blood in your poop at 40 or older")]
    [InlineData("/editor/suggestions/sg-walk", "A smallest person who gets here")]
    [InlineData("/editor/pages/stress", "Sources that it cites")]
    [InlineData("/editor/sources/rule-001", "Danger signs that rest on it")]
    [InlineData("/editor/rules", "invented people")]
    [InlineData("/editor/sources", "Source Named in")]
    [InlineData("/editor/questionnaire", "In sentences")]
    public async Task What_leads_to_a_thing_can_be_read(string address, string words)
    {
        var page = await desk.OpenAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(words, page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/editor/flags/rf-nothing")]
    [InlineData("/editor/states/rf-blood")]
    [InlineData("/editor/suggestions/x")]
    [InlineData("/editor/pages/x")]
    [InlineData("/editor/sources/x")]
    [InlineData("/editor/preview/x")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task The_questionnaire_is_drawn_with_a_text_alternative_and_a_row_for_each_page()
    {
        var page = await desk.OpenAsync("/editor/questionnaire");

        Assert.Contains("<svg", page.Page, StringComparison.Ordinal);
        Assert.Matches("<desc id=\"drawing-text\">[^<]+</desc>", page.Page);
        Assert.DoesNotContain("style=", page.Page, StringComparison.Ordinal);
        Assert.All(desk.Ruleset.Questionnaire.Pages, asked => Assert.Contains($"id=\"{asked.Id}\"", page.Page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_can_be_read_here_and_nowhere_else()
    {
        var preview = (await desk.OpenAsync("/editor/preview/sketch")).Text;
        var published = await desk.OpenAsync("/learn/sketch");

        Assert.Contains("This page is a draft", preview, StringComparison.Ordinal);
        Assert.Contains("A sketch of a page", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, published.Status);
    }

    [Fact]
    public async Task A_day_to_come_shows_what_would_be_overdue_then()
    {
        var then = (await desk.OpenAsync("/editor/preview?date=2090-01-01")).Text;
        var odd = (await desk.OpenAsync("/editor/preview?date=someday")).Text;

        Assert.Contains("The site on January 1, 2090", then, StringComparison.Ordinal);
        Assert.Contains("the review was due on", then, StringComparison.Ordinal);
        Assert.Contains("held back: what it rests on has expired", then, StringComparison.Ordinal);
        Assert.Contains("That was no date", odd, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_walk_asks_page_after_page_and_ends_with_the_result()
    {
        var walker = await desk.OpenAsync("/editor/preview/questionnaire");
        var questions = desk.Ruleset.Questionnaire.Pages.Select(page => page.Id).ToList();

        for (var step = 0; step <= questions.Count && walker.Page.Contains($"name=\"{PreviewWalk.PageField}\"", StringComparison.Ordinal); step++)
        {
            await walker.SendAsync("/editor/preview/questionnaire", [.. Desk.HiddenOf(walker.Page), .. desk.CalmAnswersOf(walker.Page)]);
        }

        Assert.Contains("The end", walker.Text, StringComparison.Ordinal);
        Assert.Equal(0, desk.Consultations());
    }

    [Fact]
    public async Task A_walk_says_what_is_missing_on_the_same_page()
    {
        var walker = await desk.OpenAsync("/editor/preview/questionnaire");

        await walker.SendAsync("/editor/preview/questionnaire", [.. Desk.HiddenOf(walker.Page)]);

        Assert.Contains("Error:", walker.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{desk.Ruleset.Questionnaire.Pages[0].Id}\"", walker.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_walk_without_a_token_of_ours_is_refused()
    {
        var walker = await desk.OpenAsync("/editor/preview/questionnaire");

        using var answer = await walker.PostAsync("/editor/preview/questionnaire", (PreviewWalk.PageField, "x"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_effect_of_a_saved_edit_is_told_before_it_is_published()
    {
        using var own = new Desk();
        var before = (await own.OpenAsync("/editor/effect")).Text;
        own.Content.Replace("consultation/red-flags.yaml", "tier: urgent", "tier: soon");
        var after = (await own.OpenAsync("/editor/effect")).Text;
        own.Content.Replace("consultation/red-flags.yaml", "tier: soon", "tier: sooon");
        var broken = (await own.OpenAsync("/editor/effect")).Text;

        Assert.Contains("no answer set changes", before, StringComparison.Ordinal);
        Assert.Contains("Everything that safety rests on is as ", before, StringComparison.Ordinal);
        Assert.Contains("red-flags rf-blood tier was ", after, StringComparison.Ordinal);
        Assert.Contains("Down: less urgent", after, StringComparison.Ordinal);
        Assert.Contains("Example 1", after, StringComparison.Ordinal);
        Assert.Contains("has errors", broken, StringComparison.Ordinal);
    }
}
