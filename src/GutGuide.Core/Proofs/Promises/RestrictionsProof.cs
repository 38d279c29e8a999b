using GutGuide.Core.Proofs.Tables;

namespace GutGuide.Core.Proofs.Promises;

/// <summary>Every diet that cuts foods ends within six weeks and says how foods come back. Source: hr-8, inv-40.</summary>
internal static class RestrictionsProof
{
    private const string Restrict = "restrict";
    private const int MostDays = 42;

    public static ProofOutcome Prove(ProofContext context)
    {
        var tally = new ProofOutcome();
        foreach (var suggestion in context.Ruleset.Suggestions.Where(suggestion => suggestion.Class == Restrict))
        {
            tally.Expect(suggestion.Ends is { Days: > 0 and <= MostDays }, suggestion.Id, $"is a restriction that does not end within {MostDays} days");
            tally.Expect(!string.IsNullOrWhiteSpace(suggestion.Ends?.Reintroduce), suggestion.Id, "is a restriction without a way back");
        }

        return tally;
    }
}
