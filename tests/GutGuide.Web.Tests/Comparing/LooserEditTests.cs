using GutGuide.Web.Tests.Commands;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Comparing;

public sealed class LooserEditTests
{
    private static readonly Dictionary<string, Func<SampleContent, SampleContent>> Looser = new(StringComparer.Ordinal)
    {
        ["rf-blood is Soon, and was Urgent"] = content => content.Replace("consultation/red-flags.yaml", "tier: urgent", "tier: soon").Replace("consultation/edges.yaml", "tier: urgent", "tier: soon"),
        ["ce-zinc allows 100 mg"] = content => content.Replace("consultation/ceilings.yaml", "amount: 10", "amount: 100"),
        ["sp-child has the floor SelfCare"] = content => content.Replace("consultation/states.yaml", "floor: routine", "floor: self-care"),
        ["move is Ask with sp-child"] = content => content.Replace("consultation/classes.yaml", "  never:\n    sp-child: We give no plan to anyone under 18.\n  never-sources: [rule-001]\n  ask: {}\n  ask-sources: []", "  never: {}\n  never-sources: []\n  ask:\n    sp-child: We give no plan to anyone under 18.\n  ask-sources: [rule-001]"),
        ["gone is care-cards blood says"] = content => content.Replace("care-cards/blood.md", "- You feel faint.\n", ""),
        ["invariants inv-01 plain was"] = content => content.Replace("consultation/invariants.yaml", "  plain: ", "  plain: Mostly, "),
    };

    public static TheoryData<string> Names => [.. Looser.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_looser_is_told_and_fails(string told)
    {
        using var before = new SampleContent();
        using var after = Looser[told](new SampleContent());
        await CommandRun.OfAsync("sign-off", "--content", after.Root, "--by", "Ada Example, doctor");

        var run = await CommandRun.OfAsync("check", "--content", after.Root, "--against", before.Root, "--fail-on", "looser");

        Assert.Contains(run.Lines, line => line.Contains("LOOSER: ", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.Contains("LOOSER: ", StringComparison.Ordinal) && line.Contains(told, StringComparison.Ordinal));
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task What_is_stricter_passes()
    {
        using var before = new SampleContent();
        using var after = new SampleContent().Replace("consultation/ceilings.yaml", "amount: 10", "amount: 5");
        await CommandRun.OfAsync("sign-off", "--content", after.Root, "--by", "Ada Example, doctor");

        var run = await CommandRun.OfAsync("check", "--content", after.Root, "--against", before.Root, "--fail-on", "looser");

        Assert.Contains(run.Lines, line => line.EndsWith("ceilings ce-zinc most was \"amount: 10, unit: mg, per: day\", is \"amount: 5, unit: mg, per: day\"", StringComparison.Ordinal));
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Looser_than_nothing_is_no_use()
    {
        var run = await CommandRun.OfAsync("check", "--fail-on", "looser");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("--fail-on looser needs --against: looser than what?", run.Error, StringComparison.Ordinal);
    }
}
