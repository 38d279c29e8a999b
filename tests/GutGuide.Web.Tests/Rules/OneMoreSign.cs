using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;
using GutGuide.Web.Cases;

namespace GutGuide.Web.Tests.Rules;

/// <summary>
/// Invented people of all kinds, most of them nearly well, each once as they are and once with one answer that is worse. Questions
/// that the worse answer opens are answered as that person would; the same on every run.
/// </summary>
internal sealed class OneMoreSign
{
    /// <summary>How likely a question gets another answer than the calmest; nearly well, with a few complaints, ill, and anyone.</summary>
    private static readonly double[] Rates = [.01, .02, .03, .05, .02, .08, .2, .5];

    private static readonly int[] Ages = [18, 25, 33, 39, 40, 44, 45, 49, 50, 54, 55, 59, 60, 64, 65, 72, 79, 80, 90];

    private readonly Ruleset _ruleset;
    private readonly DecisionEngine _engine;
    private readonly Answers _calm;
    private readonly QuestionnaireItem[] _items;
    private readonly Dictionary<string, FactDefinition> _facts;
    private readonly Random _random;

    public OneMoreSign(Ruleset ruleset, int seed)
    {
        _ruleset = ruleset;
        _engine = new DecisionEngine(ruleset);
        _calm = new CalmPerson(ruleset).Saying(Answers.None);
        _items = [.. ruleset.Questionnaire.Items];
        _facts = ruleset.Facts.ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        _random = new Random(seed);
    }

    /// <summary>Pairs in which an answer that explains another made the result calmer, as declared.</summary>
    public int Explained { get; private set; }

    /// <summary>Null when the worse answer left everything at least as strict; else what fell.</summary>
    public string? Try()
    {
        var person = Person();
        var before = _engine.Scorer.Assess(person);
        if (Worse(person, before) is not { } worse)
        {
            return null;
        }

        var fallen = Fallen(person, worse.Answers);
        if (fallen is null)
        {
            return null;
        }

        if (Explaining(before, worse.Answers) is { Count: > 0 } replaced
            && Fallen(replaced.Aggregate(person, (answers, linkId) => answers.With(linkId, _calm[linkId])), worse.Answers) is null)
        {
            Explained++;
            return null;
        }

        return $"{worse.Words}: {fallen}. Before: {Words(person, before)}";
    }

    private string? Fallen(Answers one, Answers other)
    {
        var (before, after) = (_engine.Decide(one), _engine.Decide(other));
        if (before.Tier is null || after.Tier is null)
        {
            return null;
        }

        return after.Tier < before.Tier ? $"the tier falls from {before.Tier} to {after.Tier}"
            : before.SuggestionStates.FirstOrDefault(state => after.SuggestionStates[state.Key] < state.Value) is { Key: { } id } loosened
                ? $"{id} goes from {loosened.Value} to {after.SuggestionStates[id]}"
                : null;
    }

    /// <summary>Questions that were asked before, are not now, and that an answer replaces; for some only where it asks for a flag that was up.</summary>
    private List<string> Explaining(Findings before, Answers worse)
    {
        var after = _engine.Scorer.Assess(worse);
        var up = before.Flags().Select(raised => raised.Flag.Id).ToHashSet();
        return
        [
            .. from linkId in after.Live
               let item = _items.First(item => item.LinkId == linkId)
               from replacement in item.Replaces
               where before.Live.Contains(replacement.Question) && !after.Live.Contains(replacement.Question)
               where replacement.Answers.Count == 0 || replacement.Answers.Any(worse[linkId]!.Has)
               where replacement.Flags.Count == 0 || replacement.Flags.Any(up.Contains)
               select replacement.Question,
        ];
    }

    private (Answers Answers, string Words)? Worse(Answers person, Findings findings)
    {
        var live = findings.Live;
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var linkId = live[_random.Next(live.Count)];
            var item = _items.First(item => item.LinkId == linkId);
            var given = person[item.LinkId]!;
            if (item.Type == ItemType.Integer)
            {
                continue;
            }

            var option = item.Options[_random.Next(item.Options.Count)];
            if (given.Has(option.Code) || option.Exclusive)
            {
                continue;
            }

            if (item.Type == ItemType.MultipleChoice)
            {
                var codes = given.Codes.Where(code => item.Option(code) is { Exclusive: false }).Append(option.Code);
                return (person.With(item.LinkId, Answer.Of(codes)), $"{item.LinkId} + {option.Code}");
            }

            if (IsWorse(item.Option(given.Codes[0])!, option))
            {
                return (person.With(item.LinkId, Answer.Of(option.Code)), $"{item.LinkId} {given} -> {option.Code}");
            }
        }

        return null;
    }

    /// <summary>Whether a choice tells of nothing less than another, and of something more. Codes have no order.</summary>
    private bool IsWorse(AnswerOption one, AnswerOption other)
    {
        var facts = one.Sets.Concat(other.Sets).Select(set => set.Fact).Distinct().ToArray();
        if (facts.Any(fact => _facts.GetValueOrDefault(fact)?.Kind == FactKind.Code))
        {
            return false;
        }

        var steps = facts.Select(fact => Weight(other, fact).CompareTo(Weight(one, fact))).ToArray();
        return steps.Length > 0 && steps.All(step => step >= 0) && steps.Any(step => step > 0);
    }

    private double Weight(AnswerOption option, string fact)
    {
        var set = option.Sets.FirstOrDefault(set => set.Fact == fact);
        return _facts.GetValueOrDefault(fact)?.Kind switch
        {
            FactKind.Reassurance => set?.Code == "yes" ? 0 : 1,
            FactKind.Held => set?.Code == "no" ? 0 : 1,
            FactKind.Count or FactKind.Score => set?.Number ?? 0,
            FactKind.Low => -(set?.Number ?? double.PositiveInfinity),
            _ => set?.Code switch { "yes" => 2, "unsure" => 1, _ => 0 },
        };
    }

    private Answers Person()
    {
        var rate = Rates[_random.Next(Rates.Length)];
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var item in _items)
        {
            if (item.Type == ItemType.Integer)
            {
                if (Number(item) is { } number)
                {
                    answers[item.LinkId] = Answer.Of(number);
                }
            }
            else if (item.LinkId == "body" || (_random.NextDouble() < rate && item.LinkId != "who"))
            {
                answers[item.LinkId] = Codes(item);
            }
            else if (_calm[item.LinkId] is { } calm)
            {
                answers[item.LinkId] = calm;
            }
        }

        return new Answers(answers);
    }

    private Answer Codes(QuestionnaireItem item)
    {
        var first = item.Options[_random.Next(item.Options.Count)];
        var second = item.Options[_random.Next(item.Options.Count)];
        return item.Type == ItemType.Choice || first.Exclusive || second.Exclusive ? Answer.Of(first.Code) : Answer.Of(first.Code, second.Code);
    }

    private int? Number(QuestionnaireItem item) => item.LinkId switch
    {
        "age" => Ages[_random.Next(Ages.Length)],
        _ when _random.Next(3) == 0 => null,
        "height-cm" => _random.Next(150, 190),
        "weight-kg" => _random.Next(35, 100),
        "height-feet" => 5,
        "height-inches" => _random.Next(0, 12),
        "weight-pounds" => _random.Next(75, 220),
        _ => _random.Next(item.Minimum ?? 0, (item.Maximum ?? 0) + 1),
    };

    private string Words(Answers answers, Findings findings) =>
        string.Join("; ", findings.Live.Where(linkId => !answers[linkId]!.Equals(_calm[linkId])).Select(linkId => $"{linkId} = {answers[linkId]}"));
}
