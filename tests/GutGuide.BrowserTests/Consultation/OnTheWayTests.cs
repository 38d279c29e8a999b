using System.Runtime.CompilerServices;
using GutGuide.BrowserTests.Hosting;
using GutGuide.BrowserTests.Pages;
using GutGuide.Web.Tests.Consultation;
using static Microsoft.Playwright.Assertions;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>Between "Continue" and the next page: what the person sees, and what a second press, a lost line or a quick tap does.</summary>
[Collection(ConsultationStage.Name)]
public sealed class OnTheWayTests(Stage stage)
{
    // Notes each change of the address that left another page's form on the screen.
    private const string WatchAddress = """
        () => {
            window.apart = [];
            const push = history.pushState;
            history.pushState = function (...args) {
                push.apply(history, args);
                queueMicrotask(() => {
                    const shown = document.querySelector("form[data-page]").getAttribute("action");
                    if (shown !== location.pathname) window.apart.push(`${location.pathname} shows ${shown}`);
                });
            };
        }
        """;

    [Fact]
    public Task Continue_says_at_once_that_it_is_at_work_and_keeps_the_focus() => OnFirstQuestionAsync(async (visitor, question) =>
    {
        var (gate, asked) = await visitor.HoldBackAsync(Asked.First, "POST");

        await question.Continue.ClickAsync();
        await asked;

        await Expect(question.Form).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(question.Sending).ToHaveTextAsync("One moment…");
        await Expect(question.Continue).ToBeFocusedAsync();
        gate.SetResult();
        await visitor.Page.WaitForURLAsync("**" + Asked.Second);
        await Expect(question.Form).Not.ToHaveAttributeAsync("aria-busy", "true");
        await Expect(question.Sending).ToHaveTextAsync("");
    });

    [Fact]
    public Task A_second_press_sends_nothing_and_puts_nothing_into_the_history() => OnFirstQuestionAsync(async (visitor, question) =>
    {
        var (gate, asked) = await visitor.HoldBackAsync(Asked.First, "POST");
        await question.Continue.ClickAsync();
        await asked;

        await question.Continue.ClickAsync();
        await visitor.LeaveByAsync(() => { gate.SetResult(); return Task.CompletedTask; });

        Assert.Equal(1, visitor.TimesSentTo(Asked.First));
        await visitor.LeaveByAsync(() => visitor.Page.GoBackAsync());
        Assert.Equal(Asked.First, visitor.Address);
    });

    [Fact]
    public Task The_address_waits_for_its_page() => OnFirstQuestionAsync(async (visitor, question) =>
    {
        var (gate, asked) = await visitor.HoldBackAsync(Asked.First, "POST");

        await question.Continue.ClickAsync();
        await asked;

        Assert.Equal(Asked.First, visitor.Address);
        await Expect(question.Question(Asked.Who.Text)).ToBeVisibleAsync();
        await visitor.LeaveByAsync(() => { gate.SetResult(); return Task.CompletedTask; });
        Assert.Equal(Asked.Second, visitor.Address);
    });

    [Fact]
    public Task The_address_never_names_another_page_than_the_one_shown() => OnFirstQuestionAsync(async (visitor, question) =>
    {
        await visitor.Page.EvaluateAsync(WatchAddress);

        await question.ContinueAsync();
        await question.AnswerAsync(Persona.AllWell);
        await question.ContinueAsync();

        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>("() => window.apart"));
    });

    [Fact]
    public Task Going_back_keeps_the_address_until_the_page_is_there() => OnFirstQuestionAsync(async (visitor, question) =>
    {
        await question.ContinueAsync();
        var (gate, asked) = await visitor.HoldBackAsync(Asked.First, "GET");

        await question.Back.ClickAsync();
        await asked;

        Assert.Equal(Asked.Second, visitor.Address);
        await visitor.LeaveByAsync(() => { gate.SetResult(); return Task.CompletedTask; });
        Assert.Equal(Asked.First, visitor.Address);
        await Expect(question.Question(Asked.Who.Text)).ToBeVisibleAsync();
    });

    [Fact]
    public Task Without_a_connection_it_says_so_and_goes_on_by_itself_later() => OnFirstQuestionAsync(async (visitor, question) =>
    {
        await visitor.GoOfflineAsync(true);

        await question.Continue.ClickAsync();

        await Expect(question.Sending).ToContainTextAsync("We can’t reach the site right now. What you chose stays here");
        await Expect(question.Choice(Asked.Adult)).ToBeCheckedAsync();
        await visitor.LeaveByAsync(() => visitor.GoOfflineAsync(false));
        Assert.Equal(Asked.Second, visitor.Address);
        await visitor.OpenAsync(Asked.First);
        await Expect(question.Choice(Asked.Adult)).ToBeCheckedAsync();
    });

    [Fact]
    public Task Without_a_connection_before_the_page_is_live_it_also_goes_on_by_itself() => stage.VisitAsync(async visitor =>
    {
        var question = await visitor.StartAsync();
        await visitor.HoldScriptBackAsync();
        await visitor.OpenBeforeItIsLiveAsync(Asked.First);
        await visitor.Page.WaitForFunctionAsync("() => window.fetch.toString().includes('headers')");
        await question.ChooseAsync(Asked.Adult);
        await visitor.GoOfflineAsync(true);

        await question.Continue.ClickAsync();
        await Expect(question.Sending).ToContainTextAsync("We can’t reach the site right now.");
        await visitor.GoOfflineAsync(false);

        await visitor.Page.WaitForURLAsync("**" + Asked.Second, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
    });

    [Fact]
    public Task A_site_that_cannot_save_just_now_is_asked_again() => OnFirstQuestionAsync(async (visitor, question) =>
    {
        await visitor.Page.RouteAsync(visitor.Site + Asked.First, route => route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "text/html",
            Body = "<h1>Not now</h1>",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "600" },
        }));
        await question.Continue.ClickAsync();
        await Expect(question.Sending).ToContainTextAsync("We couldn’t save that just now.");
        await Expect(question.Choice(Asked.Adult)).ToBeCheckedAsync();
        await visitor.Page.UnrouteAllAsync();

        await question.ContinueAsync();

        Assert.Equal(Asked.Second, visitor.Address);
    });

    private Task OnFirstQuestionAsync(Func<Visitor, QuestionPage, Task> visit, [CallerMemberName] string test = "") =>
        stage.VisitAsync(
            async visitor =>
            {
                var question = await visitor.StartAsync();
                await question.ChooseAsync(Asked.Adult);
                await visit(visitor, question);
            },
            test: test);
}
