namespace GutGuide.Core.Proofs;

/// <summary>Every diet that cuts foods ends within six weeks and says how foods come back. Source: hr-8, inv-40.</summary>
internal static class RestrictionsProof
{
    private const string Restrict = "restrict";
    private const int MostDays = 42;

    public static Tally Prove(ProofContext context)
    {
        var tally = new Tally();
        foreach (var suggestion in context.Ruleset.Suggestions.Where(suggestion => suggestion.Class == Restrict))
        {
            tally.Expect(suggestion.Ends is { Days: > 0 and <= MostDays }, suggestion.Id, $"is a restriction that does not end within {MostDays} days");
            tally.Expect(!string.IsNullOrWhiteSpace(suggestion.Ends?.Reintroduce), suggestion.Id, "is a restriction without a way back");
        }

        return tally;
    }
}
