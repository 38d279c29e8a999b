using GutGuide.Core.Proofs.Search;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Comparisons;

/// <summary>
/// Invented people who answer at random, each with some parts of life that trouble them more. Most have no sign that needs
/// help today, and half of them none that needs a doctor first: otherwise nearly every walk would end without a plan.
/// </summary>
internal sealed class RandomWalkers
{
    private const double AlarmShare = .02;
    private const double SoundShare = .5;
    private const int OldestAge = 95;

    /// <summary>How often a question gets another answer than the calmest: by the person and the part of the questionnaire.</summary>
    private static readonly double[] Rates = [.03, .12, .4, .8];

    private readonly AnswerWalk _walk;
    private readonly CalmAnswers _calm;
    private readonly ILookup<string, int> _edges;
    private readonly string[] _parts;
    private readonly bool[] _isAge;
    private readonly TriageTier[][] _harm;

    public RandomWalkers(RuleIndex index, AnswerWalk walk, CalmAnswers calm)
    {
        _walk = walk;
        _calm = calm;
        _edges = AnswerNeighbors.EdgesOf(index.Ruleset);
        _parts = [.. index.Ruleset.Questionnaire.Pages.SelectMany(page => page.Items.Select(_ => page.Section))];
        var ages = index.Ruleset.Facts.Where(fact => fact.Kind == FactKind.Age).Select(fact => fact.From?.Question).ToHashSet();
        _isAge = [.. index.Items.Select(item => ages.Contains(item.Definition.LinkId))];
        _harm = [.. index.Items.Select(item => Enumerable.Range(0, item.Settings.Length).Select(option => calm.HarmOf(item, option).Tier).ToArray())];
    }

    public Answers Walk(int person)
    {
        var chance = new StableRandom(person);
        return _walk.Of(item => AnswerTo(item, chance));
    }

    private Answer? AnswerTo(IndexedItem item, StableRandom chance)
    {
        var linkId = item.Definition.LinkId;
        if (_isAge[item.Number])
        {
            return Answer.Of(Age(item.Definition, chance));
        }

        var rate = Rates[(int)(chance.Of("part", _parts[item.Number]) * Rates.Length)];
        var strays = chance.Of(linkId, "strays") < rate;
        return item.Definition.Type switch
        {
            ItemType.Integer => strays || item.Definition.Required ? Answer.Of(Number(item.Definition, chance)) : null,
            _ when strays && Codes(item, chance) is { Count: > 0 } codes => Answer.Of(codes),
            _ => item.Definition.Required ? _calm.CalmAnswer(item) : null,
        };
    }

    /// <summary>The options that come first by chance: one of a choice, up to three of a list.</summary>
    private List<string> Codes(IndexedItem item, StableRandom chance)
    {
        var linkId = item.Definition.LinkId;
        var alarm = chance.Of("sound") < SoundShare ? TriageTier.Routine : TriageTier.Urgent;
        var ordered = item.Definition.Options.Index()
            .Where(option => _harm[item.Number][option.Index] < alarm || chance.Of(linkId, option.Item.Code + " alarms") < AlarmShare)
            .Select(option => option.Item)
            .OrderBy(option => chance.Of(linkId, option.Code))
            .ToArray();
        var most = item.Definition.Type == ItemType.Choice ? 1 : 1 + (int)(chance.Of(linkId, "most") * 3);
        return ordered is [{ Exclusive: true } alone, ..] ? [alone.Code] : [.. ordered.Where(option => !option.Exclusive).Take(most).Select(option => option.Code)];
    }

    private int Age(QuestionnaireItem item, StableRandom chance)
    {
        int[] edges = [.. _edges[item.LinkId].Where(number => number >= TriageScorer.AdultAge && number <= OldestAge).Order()];
        var place = chance.Of(item.LinkId, "number");
        return edges.Length > 0 && chance.Of(item.LinkId, "edge") < .4
            ? edges[(int)(place * edges.Length)]
            : TriageScorer.AdultAge + (int)(place * (OldestAge - TriageScorer.AdultAge));
    }

    /// <summary>More often in the lower half: the highest heights, weights and counts are for the rarest of people.</summary>
    private static int Number(QuestionnaireItem item, StableRandom chance)
    {
        var (least, most) = (item.Minimum ?? 0, item.Maximum ?? 100);
        var place = chance.Of(item.LinkId, "number") * chance.Of(item.LinkId, "scale");
        return least + (int)(place * (most - least + 1));
    }
}
