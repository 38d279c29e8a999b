using GutGuide.Core.Proofs;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Content;

/// <summary>Where a broken promise is mended: at the pinned example that fails, else at the rule, else at the promise.</summary>
public sealed class ProofPlaces
{
    private const string Promises = "invariants.yaml";

    private readonly Dictionary<string, (string Path, int Line)> _byId;
    private readonly RulePlaces _things;
    private readonly string _folder;

    /// <param name="folder">Of the rule files, as in <see cref="ContentProblem.Path"/>.</param>
    internal ProofPlaces(string folder, Ruleset ruleset, IReadOnlyDictionary<string, (string Path, int Line)> byId, RulePlaces things)
    {
        _folder = folder;
        _things = things;
        _byId = byId.Where(place => place.Key.Length > 0).ToDictionary(StringComparer.Ordinal);
        foreach (var page in ruleset.Questionnaire.Pages)
        {
            _byId.TryAdd(page.Id, things.Of(page));
            foreach (var item in page.Items)
            {
                _byId.TryAdd(item.LinkId, things.Of(item, page));
            }
        }
    }

    /// <summary>An error for each broken claim, with file and line of the rule and of its example.</summary>
    public IEnumerable<ContentProblem> FaultsOf(ProofReport report) =>
        report.Proofs.SelectMany(proof => proof.Counterexamples.Select(found => FaultOf(proof, found)));

    private ContentProblem FaultOf(Proof proof, Counterexample found)
    {
        var rule = PlaceOf(found.Rule, proof.Id);
        if (found.Pinned is not { } pinned)
        {
            return new ContentProblem(rule.Path, rule.Line, ProblemSeverity.Error, found.ToString());
        }

        var example = _things.Of(pinned);
        return new ContentProblem(
            example.Path, example.Line, ProblemSeverity.Error, $"{found}; correct the example, or the rule at {rule.Path}:{rule.Line}");
    }

    private (string Path, int Line) PlaceOf(string rule, string proof) =>
        _byId.TryGetValue(rule, out var place) ? place
        : rule == "questionnaire" ? ($"{_folder}/questionnaire.yaml", 1)
        : _byId.TryGetValue(proof, out var promise) ? promise
        : ($"{_folder}/{Promises}", 1);
}
