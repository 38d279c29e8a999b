using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Triage;

/// <summary>
/// A question that is not asked of everyone, and what it means when it is not: no, when a gate was closed or another question
/// replaces it; otherwise everything that it could have told is in doubt. Source: safety rule base 0.6.
/// </summary>
internal sealed class HiddenQuestion
{
    private readonly RuleIndex _index;
    private readonly IReadOnlyList<CompiledCondition> _conditions;
    private readonly (int Item, ulong Options)[] _replacedBy;
    private readonly (CompiledCondition? Closed, Doubtful[] Facts)[] _groups;

    private HiddenQuestion(RuleIndex index, int item, Gates gates)
    {
        _index = index;
        Item = item;
        _conditions = gates.ConditionsOf(item);
        _replacedBy = gates.ReplacedBy(item);
        _groups =
        [
            .. gates.FactsOf(item)
                .Select(fact => (Gate: gates.Of(item, fact.Number), Fact: new Doubtful(index, item, fact)))
                .GroupBy(pair => pair.Gate?.Key)
                .Select(group => (group.First().Gate?.Closed, group.Select(pair => pair.Fact).ToArray())),
        ];
    }

    public int Item { get; }

    public static IReadOnlyList<HiddenQuestion> AllOf(RuleIndex index)
    {
        var gates = new Gates(index);
        return
        [
            .. index.Items
                .Where(item => gates.ConditionsOf(item.Number).Count > 0 && gates.FactsOf(item.Number).Any())
                .Select(item => new HiddenQuestion(index, item.Number, gates)),
        ];
    }

    /// <summary>Whether the question is hidden, and something that it could have told is answered for by nothing.</summary>
    public bool IsOpen(Circumstances now) =>
        now.Reached[Item] == Reach.Hidden && !Gates.IsAnswered(_replacedBy, now) && Array.Exists(_groups, group => !IsClosed(group.Closed, now));

    /// <summary>Puts in doubt what nothing answers for.</summary>
    public void Doubt(Circumstances now)
    {
        foreach (var (closed, facts) in _groups)
        {
            if (!IsClosed(closed, now))
            {
                foreach (var fact in facts)
                {
                    fact.Apply(now);
                }
            }
        }
    }

    /// <summary>Puts everything in doubt that the question could have told, whatever answers for it.</summary>
    public void DoubtAll(Circumstances now)
    {
        foreach (var fact in _groups.SelectMany(group => group.Facts))
        {
            fact.Apply(now);
        }
    }

    /// <summary>The answers that keep the question from being asked: the worse ones that hide it, or else all of them.</summary>
    public IEnumerable<int> HiddenBy(Circumstances now)
    {
        var worse = new SortedSet<int>();
        var all = new SortedSet<int>();
        foreach (var condition in _conditions)
        {
            condition.VisitObstacles(now, leaf =>
            {
                var item = leaf switch
                {
                    CompiledCondition.Chosen chosen => chosen.Item,
                    CompiledCondition.AnswerNumber number => number.Item,
                    _ => -1,
                };
                if (item >= 0 && now.IsAnswered(item))
                {
                    all.Add(item);
                    if (leaf is CompiledCondition.Chosen { IsNegated: true })
                    {
                        worse.Add(item);
                    }
                }
            });
        }

        return worse.Count > 0 ? worse : all;
    }

    private static bool IsClosed(CompiledCondition? gate, Circumstances now) => gate?.Holds(now) == true;

    /// <summary>One fact that a hidden question leaves open.</summary>
    private sealed class Doubtful
    {
        private readonly RuleIndex _index;
        private readonly int _item;
        private readonly FactSlot _fact;
        private readonly FactSlot? _followUp;
        private readonly int[] _askedElsewhere;
        private readonly double _worst;
        private readonly ulong _codes;

        public Doubtful(RuleIndex index, int item, FactSlot fact)
        {
            _index = index;
            _item = item;
            _fact = fact;
            _followUp = fact.Definition.FollowUp is { } followUp ? index.Fact(followUp) : null;
            var settings = index.Items[item].Settings.SelectMany(sets => sets).Where(set => set.Fact == fact).Select(set => set.Setting).ToArray();
            _worst = Worst(fact, index.Items[item].Settings);
            _codes = fact.Kind == FactKind.Code ? settings.Aggregate(0UL, (codes, set) => codes | (1UL << fact.CodeNumber(set.Code))) : 0;

            // A number from number answers is known as soon as one of its questions is asked; a fact that only flags read is not
            // touched while another question still asks for it.
            _askedElsewhere = fact.Definition.From is not null ? [.. index.NumberQuestions(fact.Number)]
                : index.IsReadByStates(fact.Number) ? []
                : [.. index.Setters[fact.Number].Select(setter => setter.Item).Where(other => other != item).Distinct()];
        }

        public void Apply(Circumstances now)
        {
            if (Array.Exists(_askedElsewhere, item => now.Reached[item] == Reach.Asked))
            {
                return;
            }

            if (_followUp is not null)
            {
                Put(now, _followUp);
            }
            else if (_fact.Kind is FactKind.Problem or FactKind.Presence)
            {
                Put(now, _fact);
            }
            else if (_fact.Kind == FactKind.Code)
            {
                now.CodesInDoubt[_fact.Number] |= _codes;
                now.HiddenBehind[_fact.Number] = _item;
            }
            else if (!double.IsNaN(_worst))
            {
                var before = now.NumbersInDoubt[_fact.Number];
                now.NumbersInDoubt[_fact.Number] = double.IsNaN(before) ? _worst
                    : _fact.Kind == FactKind.Low ? Math.Min(before, _worst)
                    : Math.Max(before, _worst);
                now.HiddenBehind[_fact.Number] = _item;
            }
        }

        private void Put(Circumstances now, FactSlot fact)
        {
            if (now.Certainties[fact.Number] < Certainty.Unsure)
            {
                now.Certainties[fact.Number] = Certainty.Unsure;
                now.HiddenBehind[fact.Number] = _item;
            }
        }

        /// <summary>The worst number that the options of one item can give together; NaN when they give none.</summary>
        private double Worst(FactSlot fact, (FactSlot Fact, FactSetting Setting)[][] options)
        {
            if (fact.Definition.From is not null)
            {
                var item = _index.Items[_item].Definition;
                return (fact.Kind == FactKind.Low ? item.Minimum : item.Maximum) ?? double.NaN;
            }

            var numbers = options
                .Select(sets => sets.Where(set => set.Fact == fact && set.Setting.Number is not null).Sum(set => set.Setting.Number ?? 0))
                .ToArray();
            var isList = _index.Items[_item].Definition.Type == ItemType.MultipleChoice;
            var adds = options.Any(sets => sets.Any(set => set.Fact == fact && set.Setting.Adds));
            return numbers.Length == 0 ? double.NaN
                : fact.Kind == FactKind.Low ? numbers.Min()
                : adds && isList ? numbers.Where(number => number > 0).Sum()
                : numbers.Max();
        }
    }
}
