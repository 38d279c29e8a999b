using System.Text.Json;
using GutGuide.Web.Features.Editing.LiveEditing;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace GutGuide.Web.Tests.LiveEditing;

/// <summary>The whole site in development, on a content folder that an editor works in.</summary>
public sealed class LiveEditingTests : IAsyncLifetime, IDisposable
{
    private const string Sleep = "articles/sleep.md";
    private const string SleepPage = "/learn/sleep";

    private readonly SampleContent _content = new();
    private readonly SiteFactory _factory = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(2));
    private WebApplicationFactory<Program> _site = null!;
    private HttpClient _browser = null!;
    private StreamReader _events = null!;
    private ContentEvent _latest = null!;

    public async Task InitializeAsync()
    {
        _factory.Settings["GutGuide:ContentDirectory"] = _content.Root;
        _site = _factory.WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        });
        _browser = _site.CreateClient();
        _events = new StreamReader(await _browser.GetStreamAsync(ContentEvents.Address, _patience.Token));
        await EventAsync(_ => true);
    }

    public async Task DisposeAsync()
    {
        _events.Dispose();
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    public void Dispose()
    {
        _events.Dispose();
        _browser.Dispose();
        _factory.Dispose();
        _patience.Dispose();
        _content.Dispose();
    }

    [Fact]
    public async Task A_saved_file_shows_on_its_page_and_in_the_search()
    {
        var before = _latest.Version;

        _content.Replace(Sleep, "Most people do well with a full night.", "Naps count too.");

        await EventAsync(state => state.Version != before && SleepPageHas("Naps count too."));
        Assert.Empty(_latest.Faults);
        Assert.Contains("<mark>Naps</mark>", await _browser.GetStringAsync("/search?q=naps"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_is_told_and_leaves_the_last_good_page()
    {
        var page = await _browser.GetStringAsync(SleepPage);

        _content.Replace(Sleep, "section: basics", "section: basic");

        // A reading that began before may have met the file half written.
        await EventAsync(state => state.Faults is [{ } fault] && fault.StartsWith("content/articles/sleep.md:4: error:", StringComparison.Ordinal));
        Assert.Equal(page, await _browser.GetStringAsync(SleepPage));
    }

    [Fact]
    public async Task A_mended_fault_is_forgotten()
    {
        var sound = _content.Text(Sleep);
        _content.Write(Sleep, [0xFF, 0x00, 0x01]);
        await EventAsync(state => state.Faults.Count > 0);

        _content.Write(Sleep, sound);

        await EventAsync(state => state.Faults.Count == 0);
    }

    [Fact]
    public async Task A_file_saved_by_renaming_another_is_seen()
    {
        var changed = _content.Text(Sleep).Replace("One circle.", "One round circle.", StringComparison.Ordinal);
        _content.Write("articles/.sleep.md.swp", changed);

        File.Move(Path.Combine(_content.Root, "articles/.sleep.md.swp"), Path.Combine(_content.Root, Sleep), overwrite: true);

        await EventAsync(_ => SleepPageHas("One round circle."));
    }

    [Fact]
    public async Task A_rule_that_changed_is_used_for_the_next_person()
    {
        _content.Replace("consultation/questionnaire.yaml", "text: Who is it for?", "text: Whom is it for?");

        await EventAsync(_ => PageHas("/consultation/questionnaire.fhir.json", "Whom is it for?"));
    }

    [Fact]
    public async Task A_broken_promise_is_told_and_leaves_the_last_good_rules()
    {
        var rules = await _browser.GetStringAsync("/rules");

        _content.Replace("consultation/invariants.yaml", "tier: emergency", "tier: routine");

        await EventAsync(state => state.Faults.Any(fault => fault.Contains("inv-01 is broken", StringComparison.Ordinal)));
        Assert.Equal(rules, await _browser.GetStringAsync("/rules"));
    }

    [Fact]
    public async Task Every_page_carries_the_script_and_may_run_it()
    {
        foreach (var address in (string[])[SleepPage, "/search", "/consultation"])
        {
            using var answer = await _browser.GetAsync(address);

            Assert.Contains("<script type=\"module\" src=\"/assets/live.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("script-src 'self'; connect-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    private bool SleepPageHas(string words) => PageHas(SleepPage, words);

    private bool PageHas(string address, string words) =>
        _browser.GetStringAsync(address).GetAwaiter().GetResult().Contains(words, StringComparison.Ordinal);

    /// <summary>Reads what the open page is told until it fits.</summary>
    private async Task EventAsync(Func<ContentEvent, bool> fits)
    {
        do
        {
            var line = "";
            while (!line.StartsWith("data: ", StringComparison.Ordinal))
            {
                line = await _events.ReadLineAsync(_patience.Token) ?? throw new InvalidOperationException("The events ended.");
            }

            _latest = JsonSerializer.Deserialize<ContentEvent>(line["data: ".Length..], JsonSerializerOptions.Web)!;
        }
        while (!fits(_latest));
    }
}
