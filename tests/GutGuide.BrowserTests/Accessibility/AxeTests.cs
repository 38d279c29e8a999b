using Deque.AxeCore.Commons;
using GutGuide.BrowserTests.Hosting;
using GutGuide.BrowserTests.Pages;
using GutGuide.Web.Tests.Consultation;
using Microsoft.Playwright;

namespace GutGuide.BrowserTests.Accessibility;

/// <summary>Every kind of page before the accessibility checker axe: WCAG 2.2 A and AA, and best practice.</summary>
[Collection(PagesStage.Name)]
public sealed class AxeTests(Stage stage)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly object Options = new
    {
        runOnly = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" },
        resultTypes = new[] { "violations" },
    };

    public static TheoryData<string> ReadingPages { get; } =
        ["/", "/learn", "/learn/what-is-leaky-gut", "/help", "/help/today", "/help/soon", "/help/children", "/glossary", "/sources", "/how-it-works", "/search?q=permiability", "/search?q=xqzzxq", "/no-such-page"];

    /// <summary>Pages of somebody who has answered every question: a list, a number with choices, a single choice, and what follows.</summary>
    public static TheoryData<string> ConsultationPages { get; } =
        ["/consultation", "/consultation/q/now-head", "/consultation/q/about", "/consultation/q/celiac", CheckAnswersPage.Path, ResultPage.Path, "/consultation/summary", "/consultation/resume"];

    private static Persona Bloated => Persona.AllWell.Saying("gut", "bloating", "hard").Saying("food", "plants", "rush").Saying("life", "stress");

    [Theory]
    [MemberData(nameof(ReadingPages))]
    public Task A_reading_page_has_no_violation(string address) => stage.VisitAsync(async visitor =>
    {
        await visitor.OpenAsync(address);

        await AssertAccessibleAsync(visitor.Page);
    });

    [Theory]
    [MemberData(nameof(ConsultationPages))]
    public Task A_page_of_the_consultation_has_no_violation(string address) => stage.VisitAsync(Bloated, async visitor =>
    {
        await visitor.OpenAsync(address);

        Assert.Equal(address, visitor.Address);
        await AssertAccessibleAsync(visitor.Page);
    });

    [Theory]
    [InlineData("now-blood", "vomit-blood", "Call your emergency number now")]
    [InlineData("coping", "suicide-now", "You are not alone. Talk to someone now")]
    [InlineData("alarm-body", "yellow", "Call or see someone today")]
    [InlineData("alarm-body", "swollen", "Book a doctor within two weeks")]
    [InlineData("who", "child", "For anyone under 18")]
    public Task A_result_that_leads_to_a_doctor_has_no_violation(string question, string answer, string card) =>
        stage.VisitAsync(Bloated.Saying(question, answer), async visitor =>
        {
            await visitor.OpenAsync(ResultPage.Path);

            await Assertions.Expect(new ResultPage(visitor).Section(card)).ToBeVisibleAsync();
            await AssertAccessibleAsync(visitor.Page);
        });

    [Fact]
    public Task A_start_without_consent_has_no_violation() => stage.VisitAsync(async visitor =>
    {
        await visitor.OpenAsync("/consultation?notice=consent");

        await AssertAccessibleAsync(visitor.Page);
    });

    [Fact]
    public Task A_question_with_a_missing_answer_has_no_violation() => stage.VisitAsync(async visitor =>
    {
        var question = await visitor.StartAsync();

        await question.ContinueInVainAsync();

        await AssertAccessibleAsync(visitor.Page);
    });

    [Fact]
    public Task A_check_in_that_is_due_and_one_that_is_finished_have_no_violation() => stage.VisitAsync(async visitor =>
    {
        await visitor.BringAsync(await AnsweredConsultation.InAsync(stage.Site.Services, Bloated.Answers(), TimeSpan.FromDays(20)));
        await visitor.OpenAsync("/consultation/result");
        await AssertAccessibleAsync(visitor.Page);

        await visitor.BringAsync(await AnsweredConsultation.TwiceInAsync(stage.Site.Services, Bloated.Answers(), Persona.AllWell.Answers()));
        await visitor.OpenAsync("/consultation/check-in");
        await AssertAccessibleAsync(visitor.Page);
    });

    [Fact]
    public Task A_fault_that_shows_only_by_night_is_seen() => stage.VisitAsync(async visitor =>
    {
        await visitor.OpenAsync("/learn");
        await visitor.Page.Locator("h1").EvaluateAsync("heading => heading.style.color = '#111'");

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => AssertAccessibleAsync(visitor.Page));

        Assert.Contains("dark, 1280 px: color-contrast", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("light", fault.Message, StringComparison.Ordinal);
    });

    /// <summary>On a phone by day, and on a wide screen by night.</summary>
    private static async Task AssertAccessibleAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        await page.SetViewportSizeAsync(390, 844);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var day = await ViolationsAsync(page, "light, 390 px");
        await page.SetViewportSizeAsync(1280, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var night = await ViolationsAsync(page, "dark, 1280 px");

        string[] found = [.. day, .. night];
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found));
    }

    // The package that drives axe from here brings over every element that passes as well, and takes twice as long.
    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, string look)
    {
        var found = await page.EvaluateAsync<string[]>(
            """
            async options => (await axe.run(document, options)).violations.flatMap(violation => violation.nodes.map(node =>
                `${violation.id} (${violation.help}) at ${node.target}: ${node.html}`))
            """,
            Options);
        return found.Select(words => $"{look}: {words}");
    }
}
