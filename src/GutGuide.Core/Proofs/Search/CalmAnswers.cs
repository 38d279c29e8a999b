using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Search;

/// <summary>
/// The calmest answer to each item: "none of these" where there is one, else the option that sets the fewest problems, else the
/// smallest number (for an age, the youngest adult). Completes a draft the way a person would who has nothing more to tell.
/// </summary>
internal sealed class CalmAnswers
{
    private readonly TriageScorer _scorer;
    private readonly RuleIndex _index;
    private readonly int[][] _optionsByCalm;
    private readonly bool[] _isAge;

    public CalmAnswers(TriageScorer scorer)
    {
        _scorer = scorer;
        _index = scorer.Index;
        _optionsByCalm = [.. _index.Items.Select(OptionsByCalm)];
        var ages = _index.Facts.Where(fact => fact.Kind == FactKind.Age).SelectMany(fact => _index.NumberQuestions(fact.Number)).ToHashSet();
        _isAge = [.. _index.Items.Select(item => ages.Contains(item.Number))];
    }

    /// <summary>The options that stand for the calmest answer, as bits; zero for a number.</summary>
    public ulong CalmOption(IndexedItem item) => _optionsByCalm[item.Number] is [var first, ..] ? 1UL << first : 0;

    public double CalmNumber(IndexedItem item) =>
        Math.Max(item.Definition.Minimum ?? 0, _isAge[item.Number] ? TriageScorer.AdultAge : double.NegativeInfinity);

    /// <summary>Answers every item the draft leads to. Null when an item that must be answered has no answer left.</summary>
    public Answers? Complete(AnswerDraft draft)
    {
        var answers = new List<KeyValuePair<string, Answer>>();
        var now = new Circumstances(_index);
        foreach (var page in _index.Pages.Where(page => page.EnabledWhen?.Holds(now) ?? true))
        {
            foreach (var (item, enabledWhen) in page.Items)
            {
                if (!(enabledWhen?.Holds(now) ?? true) || !(item.Definition.Required || draft.IsAsked(item.Number)))
                {
                    continue;
                }

                if (AnswerTo(item, draft) is not { } answer)
                {
                    return null;
                }

                answers.Add(new(item.Definition.LinkId, answer));
                now.Take(item, answer);
            }

            if (_index.Stops.Any(stop => stop.Holds(now)))
            {
                break;
            }
        }

        return new Answers(answers);
    }

    /// <summary>The example as it reads: only what counts, and which answers differ from the calmest.</summary>
    public AnswerExample Example(Answers answers)
    {
        var live = _scorer.Assess(answers).Live;
        var counted = new Answers(live.Select(linkId => KeyValuePair.Create(linkId, answers[linkId]!)));
        return new AnswerExample(counted, [.. live.Where(linkId => !answers[linkId]!.Equals(CalmAnswer(_index.ItemOf(linkId))))]);
    }

    /// <summary>The calmest answer to one item.</summary>
    public Answer CalmAnswer(IndexedItem item) => AnswerTo(item, new AnswerDraft(_index.Items.Count)) ?? Answer.Of(0);

    private Answer? AnswerTo(IndexedItem item, AnswerDraft draft)
    {
        if (item.Definition.Type == ItemType.Integer)
        {
            var (least, most) = draft.Range(item.Number);
            return Answer.Of(Math.Min(Math.Max(CalmNumber(item), least), most));
        }

        var chosen = draft.Chosen(item.Number);
        if (chosen == 0)
        {
            foreach (var option in _optionsByCalm[item.Number].Where(option => (draft.Forbidden(item.Number) & (1UL << option)) == 0))
            {
                chosen = 1UL << option;
                break;
            }
        }

        var codes = item.Definition.Options.Index().Where(option => (chosen & (1UL << option.Index)) != 0).Select(option => option.Item.Code).ToArray();
        return codes.Length == 0 ? null : Answer.Of(codes);
    }

    private int[] OptionsByCalm(IndexedItem item) =>
    [
        .. Enumerable.Range(0, item.Settings.Length)
            .Select(option => (Option: option, Definition: item.Definition.Options[option], Harm: HarmOf(item, option)))
            .OrderBy(option => option.Definition.Exclusive ? 0 : 1)
            .ThenBy(option => option.Definition.Unsure ? 1 : 0)
            .ThenBy(option => option.Harm)
            .ThenBy(option => option.Definition.Weight ?? 0)
            .ThenBy(option => option.Option)
            .Select(option => option.Option),
    ];

    /// <summary>What an option does by itself: its tier, then the states it sets, then the problems it tells of.</summary>
    public (TriageTier Tier, int States, int Problems) HarmOf(IndexedItem item, int option)
    {
        var now = new Circumstances(_index);
        foreach (var (fact, setting) in item.Settings[option])
        {
            fact.Apply(now, setting);
        }

        _index.FillDefaults(now);
        var tier = _scorer.TierOf(now, _scorer.Judge(now));
        return (tier, now.States.Count(isSet => isSet), item.Settings[option].Count(set => IsProblem(set.Fact, set.Setting)));
    }

    private static bool IsProblem(FactSlot fact, FactSetting setting) => fact.Kind switch
    {
        FactKind.Problem or FactKind.Held => setting.Code is "yes" or "unsure",
        FactKind.Reassurance => setting.Code is not "yes",
        FactKind.Count or FactKind.Score => setting.Number > 0,
        _ => false,
    };
}
