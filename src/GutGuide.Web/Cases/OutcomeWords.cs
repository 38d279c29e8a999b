namespace GutGuide.Web.Cases;

/// <summary>Outcomes and results as a visitor reads them.</summary>
internal static class OutcomeWords
{
    public static string Short(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Emergency => "Emergency",
        CaseOutcome.Urgent => "Urgent",
        CaseOutcome.Under18 => "Under 18",
        CaseOutcome.Soon => "Soon",
        CaseOutcome.Routine => "Routine",
        _ => "Self-care",
    };

    public static string Long(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Emergency => "Emergency: call now",
        CaseOutcome.Urgent => "Urgent: get advice today",
        CaseOutcome.Under18 => "Under 18: when to get help, and no plan",
        CaseOutcome.Soon => "Soon: see a doctor within about two weeks",
        CaseOutcome.Routine => "Routine: book a visit first",
        _ => "Self-care: ideas to try",
    };

    /// <summary>What is not as expected, each point in words.</summary>
    public static string Difference(CaseResult result)
    {
        var points = new List<string>();
        if (result.Given != result.Case.Expected)
        {
            points.Add($"Expected {Short(result.Case.Expected)}, given {Short(result.Given)}");
        }

        Add("Shown what does not fit", result.WronglyShown);
        Add("Not shown", result.NotShown);
        Add("Not behind it", result.RulesMissing);
        return string.Join(". ", points);

        void Add(string what, IReadOnlyList<string> ids)
        {
            if (ids.Count > 0)
            {
                points.Add($"{what}: {string.Join(", ", ids)}");
            }
        }
    }
}
