using GutGuide.Core.Proofs;

namespace GutGuide.Web.Content.Rules;

/// <summary>What a proof found broken, as faults of the content: no ruleset with one may be served.</summary>
internal static class BrokenPromises
{
    /// <param name="places">Where each rule, page and question stands, by id.</param>
    public static IReadOnlyList<ContentProblem> In(ProofReport report, IReadOnlyDictionary<string, (string Path, int Line)> places) =>
    [
        .. report.Counterexamples.Select(fault =>
        {
            var (path, line) = places.GetValueOrDefault(fault.Rule, ("content/consultation", 0));
            return new ContentProblem(path, line, ProblemSeverity.Error, fault.ToString());
        }),
    ];
}
