using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using GutGuide.BrowserTests.Pages;
using GutGuide.Web.Tests.Consultation;
using Microsoft.Playwright;

namespace GutGuide.BrowserTests.Hosting;

/// <summary>Somebody with a fresh browser in front of the site, and a record of what their browser did.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    /// <summary>How long to wait for a state before it counts as never reached. Nothing waits longer than it must.</summary>
    public const int PatienceMs = 30_000;

    private const int HeightPx = 900;
    private const int MostTabs = 60;

    // Of the codes a page may be given, one that does not say "done".
    private const int AbnormalClosure = 4000;
    private const string Questions = "/consultation/q/";

    private readonly IBrowserContext _context;
    private readonly RealSite _site;
    private readonly Viewing _viewing;
    private readonly ConcurrentQueue<IRequest> _requests = [];
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly ConcurrentQueue<string> _circuits = [];
    private readonly ConcurrentQueue<IWebSocketRoute> _lines = [];
    private volatile bool _isCut;
    private volatile bool _isSilent;

    private Visitor(IBrowserContext context, IPage page, RealSite site, Viewing viewing)
    {
        _context = context;
        _site = site;
        _viewing = viewing;
        Page = page;
        Site = site.Address;
        HasScript = viewing.Script;
        page.Request += (_, request) => _requests.Enqueue(request);
        page.WebSocket += (_, socket) => _circuits.Enqueue(socket.Url);
        page.PageError += (_, fault) => _complaints.Enqueue(fault);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public string Site { get; }

    public bool HasScript { get; }

    /// <summary>Of the page they see: path, query and fragment.</summary>
    public string Address => PathOf(Page.Url);

    public bool IsAtQuestion => Address.StartsWith(Questions, StringComparison.Ordinal);

    /// <summary>Errors and warnings of the browser's console.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Web sockets opened so far: one for each circuit, and one more for each time it was connected again.</summary>
    public IReadOnlyCollection<string> Circuits => _circuits;

    /// <summary>Script files that the browser asked for.</summary>
    public IEnumerable<string> Scripts => _requests.Where(request => request.ResourceType == "script").Select(request => request.Url);

    /// <summary>Requests by which a connection asks how to connect; they would have to reach the machine that then takes it.</summary>
    public IEnumerable<string> Negotiations => _requests.Select(request => request.Url).Where(address => address.Contains("/negotiate", StringComparison.Ordinal));

    /// <summary>Requests that left the site.</summary>
    public IEnumerable<string> ForeignRequests => _requests.Select(request => request.Url).Concat(_circuits).Where(address =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme != "data" && uri.Authority != new Uri(Site).Authority);

    /// <summary>First link of every page.</summary>
    public ILocator SkipLink => Page.GetByRole(AriaRole.Link, new() { NameRegex = SkipWords() });

    /// <summary>Shown while the connection is down.</summary>
    public ILocator ConnectionNotice => Page.GetByRole(AriaRole.Dialog);

    public static async Task<Visitor> ArriveAsync(IBrowser browser, RealSite site, Viewing viewing)
    {
        var context = await browser.NewContextAsync(new()
        {
            JavaScriptEnabled = viewing.Script,
            ViewportSize = new() { Width = viewing.Width, Height = HeightPx },
            ColorScheme = viewing.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            BaseURL = site.Address,
        });
        context.SetDefaultTimeout(PatienceMs);
        return new Visitor(context, await context.NewPageAsync(), site, viewing);
    }

    /// <summary>Brings the cookie of a consultation along.</summary>
    public Task BringAsync(string token) => _context.AddCookiesAsync([new() { Name = "gutguide", Value = token, Url = Site }]);

    public Task<IReadOnlyList<BrowserContextCookiesResult>> CookiesAsync() => _context.CookiesAsync();

    public async Task<IResponse> OpenAsync(string address)
    {
        var response = await Page.GotoAsync(address);
        await SettleAsync();
        return response ?? throw new InvalidOperationException($"{address} gave no answer.");
    }

    public async Task<StartPage> OpenStartAsync()
    {
        await OpenAsync("/consultation");
        return new StartPage(this);
    }

    /// <summary>Agrees and opens the first question.</summary>
    public async Task<QuestionPage> StartAsync()
    {
        var start = await OpenStartAsync();
        await start.AgreeAsync();
        return await start.StartAsync();
    }

    /// <summary>Answers every page as the person would, and asks for the result.</summary>
    public async Task<ResultPage> WalkAsync(Persona persona)
    {
        await AnswerAllAsync(persona);
        if (Address == CheckAnswersPage.Path)
        {
            await new CheckAnswersPage(this).SeeResultAsync();
        }

        return new ResultPage(this);
    }

    /// <summary>Answers every page as the person would.</summary>
    public async Task AnswerAllAsync(Persona persona)
    {
        var question = await StartAsync();
        while (IsAtQuestion)
        {
            await question.AnswerAsync(persona);
            await question.ContinueAsync();
        }
    }

    /// <summary>Answers page after page, as somebody well would, up to the one at an address.</summary>
    public async Task<QuestionPage> WalkToAsync(string address)
    {
        var question = await StartAsync();
        while (Address != address)
        {
            await question.AnswerAsync(Persona.AllWell);
            await question.ContinueAsync();
        }

        return question;
    }

    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Presses a key until the focus is where it should be.</summary>
    /// <param name="key">Tab, or Shift+Tab to go backwards.</param>
    public async Task TabToAsync(ILocator target, string key = "Tab")
    {
        for (var presses = 0; presses < MostTabs; presses++)
        {
            await PressAsync(key);
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{key} did not reach {target} in {MostTabs} presses.");
    }

    /// <summary>Goes to a link or button by keyboard, and to the page that it leads to.</summary>
    /// <param name="key">As in <see cref="TabToAsync"/>.</param>
    public async Task EnterAsync(ILocator target, string key = "Tab")
    {
        await TabToAsync(target, key);
        await LeaveByAsync(() => PressAsync("Enter"));
    }

    /// <summary>Does what leads to another page, and waits until that page is there and answers.</summary>
    public async Task LeaveByAsync(Func<Task> step)
    {
        // Listening begins before the step: a page that is there at once would be missed.
        var before = Page.Url;
        var left = Page.WaitForURLAsync(address => address != before, new() { WaitUntil = WaitUntilState.Commit });
        await step();
        await left;
        await SettleAsync();
    }

    /// <summary>Waits until the page at the present address is shown and, where there is script, its circuit is up.</summary>
    public Task SettleAsync() => IsAtQuestion
        ? Page.Locator($"form[data-page][action='{Address.Split('#')[0]}']{(HasScript ? "[data-live]" : "")}").WaitForAsync()
        : Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();

    /// <summary>Leads the circuit over a line that can be cut. Before the first question; sockets are no longer counted.</summary>
    public Task UseLineThatCanBeCutAsync() => Page.RouteWebSocketAsync(_ => true, async line =>
    {
        if (_isCut)
        {
            await line.CloseAsync(new() { Code = AbnormalClosure });
            return;
        }

        var server = line.ConnectToServer();
        line.OnMessage(frame =>
        {
            if (_isSilent)
            {
                return;
            }

            // Only the first words of a connection are text.
            if (frame.Binary is { } bytes)
            {
                server.Send(bytes);
            }
            else
            {
                server.Send(frame.Text!);
            }
        });
        _lines.Enqueue(line);
    });

    /// <summary>What the browser sends is lost from now on, and nothing tells it, as when a train enters a tunnel.</summary>
    public void LoseWhatIsSent() => _isSilent = true;

    /// <summary>Cuts the circuit's connection, as a tunnel does to a train, and lets the browser's next try go through once it has told the person.</summary>
    public async Task LoseAndFindConnectionAsync()
    {
        (_isCut, _isSilent) = (true, false);
        while (_lines.TryDequeue(out var line))
        {
            await line.CloseAsync(new() { Code = AbnormalClosure });
        }

        await Assertions.Expect(ConnectionNotice).ToContainTextAsync("Nothing you chose is lost");
        _isCut = false;
        await Assertions.Expect(ConnectionNotice).ToBeHiddenAsync();
    }

    /// <summary>Another tab of the same browser.</summary>
    public async Task<Visitor> OpenTabAsync() => new(_context, await _context.NewPageAsync(), _site, _viewing);

    /// <summary>Holds the script that makes pages live back, as a slow line does, until told to let it through.</summary>
    public async Task<TaskCompletionSource> HoldScriptBackAsync()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Page.RouteAsync("**/_framework/blazor*", async route =>
        {
            await gate.Task;
            await route.ContinueAsync();
        });
        return gate;
    }

    /// <summary>Holds what is asked for at an address back, until told to let it through.</summary>
    /// <returns>The gate, and a task that ends once something has been asked for.</returns>
    public async Task<(TaskCompletionSource Gate, Task Asked)> HoldBackAsync(string address, string method)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Page.RouteAsync(Site + address, async route =>
        {
            if (route.Request.Method == method)
            {
                asked.TrySetResult();
                await gate.Task;
            }

            await route.ContinueAsync();
        });
        return (gate, asked.Task);
    }

    /// <summary>How often something was sent to an address.</summary>
    public int TimesSentTo(string address) => _requests.Count(request => request.Method == "POST" && request.Url == Site + address);

    /// <summary>Takes the network away from the browser, or gives it back.</summary>
    public Task GoOfflineAsync(bool offline) => _context.SetOfflineAsync(offline);

    /// <summary>Opens a page and does not wait until it is live.</summary>
    public async Task OpenBeforeItIsLiveAsync(string address)
    {
        await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).WaitForAsync();
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private string PathOf(string url) => url.StartsWith(Site, StringComparison.Ordinal) ? url[Site.Length..] : url;

    [GeneratedRegex("^Skip to ")]
    private static partial Regex SkipWords();
}
