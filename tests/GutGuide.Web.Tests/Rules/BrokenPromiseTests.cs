using GutGuide.Web.Content;
using GutGuide.Web.Hosting;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Editing;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Rules;

/// <summary>Rules with a broken promise reach nobody: they stop a start, are not published, and the desk says so.</summary>
public sealed class BrokenPromiseTests
{
    private const string Promises = "consultation/invariants.yaml";
    private const string Emergency = "tier: emergency";
    private const string Routine = "tier: routine";
    private const string Fault = "inv-01 is broken";

    [Fact]
    public async Task A_site_does_not_start_on_them()
    {
        using var content = new SampleContent();
        var data = Directory.CreateTempSubdirectory("gutguide-");
        content.Replace(Promises, Emergency, Routine);
        using var site = await RunningSite.StartAsync((ContentDirectory.Setting, content.Root), ("GutGuide:DataDirectory", data.FullName));

        var (code, lines) = await site.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains(lines, line => line.Contains(Fault, StringComparison.Ordinal));
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_site_that_runs_keeps_the_last_good_rules()
    {
        using var content = new SampleContent();
        using var factory = new SiteFactory();
        factory.Settings[ContentDirectory.Setting] = content.Root;
        var publisher = Service<SitePublisher>(factory);
        var live = Service<LiveContent>(factory);
        var before = live.Current.Ruleset;
        content.Replace(Promises, Emergency, Routine);

        var fault = await Assert.ThrowsAsync<ContentException>(() => publisher.PublishAsync(content.Load().Content));

        Assert.Contains(Fault, fault.Message, StringComparison.Ordinal);
        Assert.Same(before, live.Current.Ruleset);
    }

    [Fact]
    public async Task The_desk_shows_the_broken_promise_as_an_error_and_the_effect_tells_of_it()
    {
        using var desk = new Desk();
        await desk.OpenAsync("/editor");
        desk.Content.Replace(Promises, Emergency, Routine);

        var home = (await desk.OpenAsync("/editor?find=is+broken")).Text;
        var effect = (await desk.OpenAsync("/editor/effect")).Text;

        Assert.Contains(Fault, home, StringComparison.Ordinal);
        Assert.DoesNotContain("Errors 0", home, StringComparison.Ordinal);
        Assert.Contains(Fault, effect, StringComparison.Ordinal);
        Assert.DoesNotContain("No promise is broken", effect, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_promise_is_placed_where_its_rule_stands()
    {
        using var content = new SampleContent();
        content.Replace("consultation/hard-rules.yaml", "show: [sg-talk]", "show: [sg-walk]");
        var loaded = content.Load();

        var faults = loaded.Content.FaultsOf(GutGuide.Core.Proofs.Claims.RulesetProof.Prove(loaded.Content.Ruleset));

        Assert.Contains(faults, fault => fault.Path == "content/consultation/hard-rules.yaml" && fault.Line > 0);
        Assert.DoesNotContain(faults, fault => fault.Line == 0);
    }

    private static T Service<T>(SiteFactory factory)
        where T : notnull => (T)factory.Services.GetService(typeof(T))!;
}
