using GutGuide.Core.Proofs.Claims;
using GutGuide.Web.Content;

namespace GutGuide.Web.Tests.Content;

/// <summary>A broken promise is reported at the file and line where it is mended.</summary>
public sealed class ProofPlacesTests
{
    private const string Edges = "consultation/edges.yaml";
    private const string Flags = "consultation/red-flags.yaml";

    [Fact]
    public void A_pinned_example_that_fails_is_named_with_its_rule()
    {
        using var content = new SampleContent();
        content.Replace(Edges, ", tier: none", ", tier: urgent");

        var fault = FaultsOf(content).First(fault => fault.Message.Contains("is pinned", StringComparison.Ordinal));

        Assert.Equal(($"content/{Edges}", content.LineOf(Edges, "age: 39")), (fault.Path, fault.Line));
        Assert.EndsWith($"or the rule at content/{Flags}:{content.LineOf(Flags, "- id: rf-blood")}", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Flags, "value: 40", "value: 50")]
    [InlineData("consultation/invariants.yaml", "nothing-shown: true", "shown: [sg-walk]")]
    public void Every_fault_that_a_proof_finds_names_a_file_and_a_line(string file, string old, string with)
    {
        using var content = new SampleContent();
        content.Replace(file, old, with);

        var faults = FaultsOf(content);

        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.True(fault.Line > 0 && File.Exists(Path.Combine(content.Root, "..", fault.Path)), fault.ToString()));
    }

    private static ContentProblem[] FaultsOf(SampleContent content)
    {
        var loaded = content.Load();
        Assert.Equal(0, loaded.Problems.ErrorCount);
        return [.. loaded.Content.FaultsOf(RulesetProof.Prove(loaded.Content.Ruleset))];
    }
}
