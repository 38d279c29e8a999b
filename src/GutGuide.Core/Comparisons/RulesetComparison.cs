using GutGuide.Core.Plans;
using GutGuide.Core.Proofs;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Comparisons;

/// <summary>One invented person under two versions of the rules: each version gets the answers to its own questions.</summary>
public sealed record ComparedAnswers(SampledAnswers Person, Answers Before, Answers After);

/// <summary>A person whom the edit meets, as an example.</summary>
public sealed record ChangedPerson(ComparedAnswers Answers, DecisionChange Change);

/// <summary>A move from one tier to another. Null: no tier, since a required answer is missing.</summary>
public readonly record struct TierMove(TriageTier? From, TriageTier? To)
{
    public bool IsDown => From is { } from && (To is not { } to || to < from);
}

/// <summary>In how many answer sets something happens to one suggestion.</summary>
public sealed record SuggestionMoves(string Id, int Gained, int Lost, int Loosened, int Tightened);

/// <summary>In how many answer sets a flag or state is up only afterwards, or only before.</summary>
public sealed record RuleMoves(string Id, int Gained, int Lost);

/// <summary>What an edit of the rules does to a large, fixed, stratified sample of answer sets.</summary>
/// <param name="Questions">What the two questionnaires do not share.</param>
/// <param name="SetAside">Answer sets that one of the versions cannot take, because an answer does not exist there.</param>
/// <param name="Compared">Everything that was decided under both.</param>
/// <param name="Changed">How many of them are decided differently.</param>
/// <param name="Tiers">Moves between tiers with their counts, those downwards first.</param>
/// <param name="Suggestions">Of suggestions that anything happened to, those loosened first.</param>
/// <param name="Rules">Of flags and states that anything happened to.</param>
/// <param name="Examples">Five at most, of different kinds, gravest first, with as few telling answers as there are.</param>
public sealed record RulesetComparison(
    QuestionnaireDifference Questions,
    int SetAside,
    IReadOnlyList<ComparedAnswers> Compared,
    int Changed,
    IReadOnlyList<(TierMove Move, int Count)> Tiers,
    IReadOnlyList<SuggestionMoves> Suggestions,
    IReadOnlyList<RuleMoves> Rules,
    IReadOnlyList<ChangedPerson> Examples)
{
    private const int MostExamples = 5;

    /// <summary>Compares over both versions' samples, so that what is new and what is gone are both met.</summary>
    /// <param name="reachedBefore">The smallest examples of <paramref name="before"/>, as the proofs find them.</param>
    /// <param name="reachedAfter">The same of <paramref name="after"/>.</param>
    /// <param name="walks">How many random walks each sample has.</param>
    public static RulesetComparison Of(
        Ruleset before,
        IReadOnlyList<ReachedRule> reachedBefore,
        Ruleset after,
        IReadOnlyList<ReachedRule> reachedAfter,
        int walks = AnswerSample.Walks)
    {
        var (engineBefore, engineAfter) = (new DecisionEngine(before), new DecisionEngine(after));
        var (setAside, compared) = new SharedSample(engineBefore, reachedBefore, engineAfter, reachedAfter, walks).Pair();
        var changes = new (DecisionChange? Change, int Number)[compared.Count];
        Parallel.For(0, compared.Count, number => changes[number] = (
            DecisionChange.Between(engineBefore.Decide(compared[number].Before), engineAfter.Decide(compared[number].After)),
            number));

        var changed = changes.Where(pair => pair.Change is not null).Select(pair => new ChangedPerson(compared[pair.Number], pair.Change!)).ToArray();
        return new RulesetComparison(
            QuestionnaireDifference.Between(before.Questionnaire, after.Questionnaire),
            setAside,
            compared,
            changed.Length,
            TiersOf(changed),
            SuggestionsOf(changed),
            RulesOf(changed),
            ExamplesOf(changed));
    }

    private static (TierMove Move, int Count)[] TiersOf(IEnumerable<ChangedPerson> changed) =>
    [
        .. changed
            .Where(person => person.Change.IsTierMoved)
            .GroupBy(person => new TierMove(person.Change.Before.Tier, person.Change.After.Tier))
            .OrderByDescending(move => move.Key.IsDown)
            .ThenByDescending(move => move.Key.From)
            .ThenByDescending(move => move.Key.To)
            .Select(move => (move.Key, move.Count())),
    ];

    private static SuggestionMoves[] SuggestionsOf(ChangedPerson[] changed)
    {
        var (gained, lost) = (Count(change => change.Gained), Count(change => change.Lost));
        var (loosened, tightened) = (Count(change => change.Loosened), Count(change => change.Tightened));
        return
        [
            .. gained.Keys.Union(lost.Keys).Union(loosened.Keys).Union(tightened.Keys)
                .Select(id => new SuggestionMoves(id, gained.GetValueOrDefault(id), lost.GetValueOrDefault(id), loosened.GetValueOrDefault(id), tightened.GetValueOrDefault(id)))
                .OrderByDescending(moves => moves.Loosened)
                .ThenByDescending(moves => moves.Gained + moves.Lost + moves.Tightened)
                .ThenBy(moves => moves.Id, StringComparer.Ordinal),
        ];

        Dictionary<string, int> Count(Func<DecisionChange, IReadOnlyList<string>> ids) => CountOf(changed, ids);
    }

    private static RuleMoves[] RulesOf(ChangedPerson[] changed)
    {
        var (gained, lost) = (CountOf(changed, change => change.RulesGained), CountOf(changed, change => change.RulesLost));
        return
        [
            .. gained.Keys.Union(lost.Keys)
                .Select(id => new RuleMoves(id, gained.GetValueOrDefault(id), lost.GetValueOrDefault(id)))
                .OrderByDescending(moves => moves.Gained + moves.Lost)
                .ThenBy(moves => moves.Id, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, int> CountOf(ChangedPerson[] changed, Func<DecisionChange, IReadOnlyList<string>> ids) =>
        changed.SelectMany(person => ids(person.Change)).CountBy(id => id).ToDictionary(StringComparer.Ordinal);

    /// <summary>The smallest of each kind; then, of the gravest kinds, one in turn from each gravity.</summary>
    private static ChangedPerson[] ExamplesOf(ChangedPerson[] changed) =>
    [
        .. changed
            .GroupBy(person => KindOf(person.Change))
            .Select(kind => (Person: kind.MinBy(person => person.Answers.Person.Telling.Count)!, Count: kind.Count()))
            .GroupBy(kind => kind.Person.Change.Gravity)
            .SelectMany(gravity => gravity.OrderByDescending(kind => kind.Count).Select((kind, place) => (kind.Person, Place: place)))
            .OrderBy(kind => kind.Place)
            .ThenBy(kind => kind.Person.Change.Gravity)
            .Take(MostExamples)
            .OrderBy(kind => kind.Person.Change.Gravity)
            .ThenBy(kind => kind.Place)
            .Select(kind => kind.Person),
    ];

    private static string KindOf(DecisionChange change) =>
        change.IsTierMoved ? $"{change.Before.Tier} {change.After.Tier}"
        : $"{First(change.Loosened)} {First(change.Tightened)} {First(change.Gained)} {First(change.Lost)} {First(change.RulesGained)} {First(change.RulesLost)}";

    private static string First(IReadOnlyList<string> ids) => ids.Count > 0 ? ids[0] : "";
}
