using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Search;

/// <summary>The ways towards a goal, likely ones first.</summary>
internal sealed class AnswerGoals
{
    /// <summary>Ordinary heights to try, in centimeters.</summary>
    private static readonly int[] Heights = [170, 190, 150];

    private readonly RuleIndex _index;
    private readonly CalmAnswers _calm;
    private readonly IndexedPage[] _pageOf;
    private readonly ILookup<int, (IndexedItem Item, ulong Option, FactSetting Setting)> _setters;

    public AnswerGoals(RuleIndex index, CalmAnswers calm)
    {
        _index = index;
        _calm = calm;
        _pageOf = new IndexedPage[index.Items.Count];
        foreach (var page in index.Pages)
        {
            foreach (var (item, _) in page.Items)
            {
                _pageOf[item.Number] = page;
            }
        }

        _setters = index.Items
            .SelectMany(item => item.Settings.SelectMany((settings, option) => settings.Select(set => (set.Fact, Setter: (item, 1UL << option, set.Setting)))))
            .ToLookup(pair => pair.Fact.Number, pair => pair.Setter);
    }

    /// <summary>A draft that says nothing yet.</summary>
    public AnswerDraft Anything() => new(_index.Items.Count);

    /// <summary>A draft that says nothing yet, except that no answer may end the questions.</summary>
    public AnswerDraft WithoutStops()
    {
        var draft = Anything();
        foreach (var stop in _index.Ruleset.Questionnaire.Stops.Select(stop => stop.When).OfType<Comparison>().Where(stop => stop.Subject == Subject.Question))
        {
            var item = _index.ItemOf(stop.Id);
            if (stop is { Operator: ComparisonOperator.Equal, Code: { } code })
            {
                draft.Forbid(item.Number, item.MaskOf(code));
            }
            else if (stop is { Operator: ComparisonOperator.LessOrEqual, Number: { } most })
            {
                draft.Narrow(item, most + 1, double.PositiveInfinity);
            }
        }

        return draft;
    }

    public IEnumerable<AnswerStep> StepsTo(AnswerGoal goal, AnswerDraft draft) => goal switch
    {
        AnswerGoal.Asked asked => [Asking(asked.Item, draft)],
        AnswerGoal.Summed summed => Adding(summed, draft),
        AnswerGoal.Held held => StepsTo(held.Condition, draft),
        AnswerGoal.Failed failed => StepsAgainst(failed.Condition, draft),
        _ => [],
    };

    private IEnumerable<AnswerStep> StepsTo(Condition condition, AnswerDraft draft) => condition switch
    {
        All all => [AnswerStep.To([.. all.Of.Select(AnswerGoal.Holds)])],
        Any any => any.Of.Where(part => IsPossible(part, draft)).Select(part => AnswerStep.To(AnswerGoal.Holds(part))),
        Comparison { Subject: Subject.State } state => [AnswerStep.To(AnswerGoal.Holds(_index.Ruleset.States[_index.StateNumber(state.Id)].When))],
        Comparison { Subject: Subject.Flag } flag => [AnswerStep.To(AnswerGoal.Holds(_index.Ruleset.Flags[_index.FlagNumber(flag.Id)].When))],
        Comparison { Subject: Subject.Question } question => Answering(_index.ItemOf(question.Id), question, draft),
        Comparison { Subject: Subject.Section } section => Adding(SectionGoal(section), draft),
        Comparison { Subject: Subject.Fact } fact => Setting(_index.Fact(fact.Id), fact, draft),
        _ => [],
    };

    /// <summary>False when the draft rules the condition out already; a quick look, not a proof.</summary>
    private bool IsPossible(Condition condition, AnswerDraft draft) => condition switch
    {
        All all => all.Of.All(part => IsPossible(part, draft)),
        Any any => any.Of.Any(part => IsPossible(part, draft)),
        Comparison { Subject: Subject.Question, Operator: ComparisonOperator.Equal, Code: { } code } question =>
            _index.ItemOf(question.Id) is var item && draft.CanChoose(item, item.MaskOf(code)),
        Comparison { Subject: Subject.Question, Operator: ComparisonOperator.NotEqual, Code: { } code } question =>
            (draft.Chosen(_index.ItemOf(question.Id).Number) & _index.ItemOf(question.Id).MaskOf(code)) == 0,
        _ => true,
    };

    private bool CanBeAsked(int item, AnswerDraft draft) =>
        draft.IsAsked(item)
        || ((_pageOf[item].Definition.EnabledWhen is not { } page || IsPossible(page, draft))
            && (_index.Items[item].Definition.EnabledWhen is not { } own || IsPossible(own, draft)));

    /// <summary>Ways to keep a condition from holding: only by what is answered, since states and sums cannot be forbidden.</summary>
    private IEnumerable<AnswerStep> StepsAgainst(Condition condition, AnswerDraft draft) => condition switch
    {
        All all => all.Of.Select(part => AnswerStep.To(AnswerGoal.Fails(part))),
        Any any => [AnswerStep.To([.. any.Of.Select(AnswerGoal.Fails)])],
        Comparison { Subject: Subject.Question, Operator: ComparisonOperator.Equal, Code: not null } equal => Answering(_index.ItemOf(equal.Id), equal with { Operator = ComparisonOperator.NotEqual }, draft),
        Comparison { Subject: Subject.Question, Operator: ComparisonOperator.NotEqual, Code: not null } notEqual => Answering(_index.ItemOf(notEqual.Id), notEqual with { Operator = ComparisonOperator.Equal }, draft),
        _ => [],
    };

    private AnswerStep Asking(int item, AnswerDraft draft)
    {
        if (draft.IsAsked(item))
        {
            return AnswerStep.To();
        }

        var page = _pageOf[item];
        Condition?[] conditions = [page.Definition.EnabledWhen, _index.Items[item].Definition.EnabledWhen];
        return new AnswerStep(0, next => { next.Ask(item); return true; }, [.. conditions.OfType<Condition>().Select(AnswerGoal.Holds)]);
    }

    private AnswerStep Choosing(IndexedItem item, ulong option, AnswerDraft draft, params AnswerGoal[] goals) => new(
        (draft.Chosen(item.Number) & option) != 0 || _calm.CalmOption(item) == option ? 0 : 1,
        next => next.Choose(item, option),
        [AnswerGoal.Asks(item.Number), .. goals]);

    private IEnumerable<AnswerStep> Answering(IndexedItem item, Comparison question, AnswerDraft draft)
    {
        if (question.Code is { } code)
        {
            var option = item.MaskOf(code);
            return [question.Operator == ComparisonOperator.NotEqual ? new AnswerStep(0, next => next.Forbid(item.Number, option), []) : Choosing(item, option, draft)];
        }

        if (question.Number is { } number)
        {
            return [Counting(item, question.Operator, number)];
        }

        return item.Definition.Type == ItemType.Integer ? [AnswerStep.To(AnswerGoal.Asks(item.Number))] : [Choosing(item, _calm.CalmOption(item), draft)];
    }

    private AnswerStep Counting(IndexedItem item, ComparisonOperator comparison, double number)
    {
        var (least, most) = comparison switch
        {
            ComparisonOperator.Greater => (Math.Floor(number) + 1, double.PositiveInfinity),
            ComparisonOperator.GreaterOrEqual => (Math.Ceiling(number), double.PositiveInfinity),
            ComparisonOperator.Less => (double.NegativeInfinity, Math.Ceiling(number) - 1),
            ComparisonOperator.LessOrEqual => (double.NegativeInfinity, Math.Floor(number)),
            ComparisonOperator.Equal => (number, number),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };
        var isCalm = _calm.CalmNumber(item) >= least && _calm.CalmNumber(item) <= most;
        return new AnswerStep(isCalm ? 0 : 1, next => next.Narrow(item, least, most), [AnswerGoal.Asks(item.Number)]);
    }

    private IEnumerable<AnswerStep> Setting(FactSlot fact, Comparison comparison, AnswerDraft draft) => fact.Kind switch
    {
        FactKind.Reassurance => [NotReassuring(fact)],
        FactKind.Problem or FactKind.Presence or FactKind.Held => Telling(fact, draft),
        FactKind.Code => Coding(fact, comparison, draft),
        _ => Measuring(fact, comparison, draft),
    };

    private AnswerStep NotReassuring(FactSlot fact) => new(
        0,
        next => _setters[fact.Number].Where(setter => setter.Setting.Code == "yes").All(setter => next.Forbid(setter.Item.Number, setter.Option)),
        []);

    /// <summary>A clear yes first: a doubt counts for less.</summary>
    private IEnumerable<AnswerStep> Telling(FactSlot fact, AnswerDraft draft) => _setters[fact.Number]
        .Where(setter => setter.Setting.Code is "yes" or "unsure")
        .OrderBy(setter => setter.Setting.Code == "yes" ? 0 : 1)
        .Select(setter => Choosing(setter.Item, setter.Option, draft))
        .Concat(fact.DefaultCertainty is Certainty.Yes or Certainty.Unsure ? [AnswerStep.To()] : []);

    private IEnumerable<AnswerStep> Coding(FactSlot fact, Comparison comparison, AnswerDraft draft)
    {
        var isNegated = comparison.Operator == ComparisonOperator.NotEqual;
        var steps = _setters[fact.Number]
            .Where(setter => setter.Setting.Code == comparison.Code != isNegated)
            .Select(setter => Choosing(setter.Item, setter.Option, draft));
        return fact.Definition.Default == comparison.Code != isNegated ? steps.Append(AnswerStep.To()) : steps;
    }

    private IEnumerable<AnswerStep> Measuring(FactSlot fact, Comparison comparison, AnswerDraft draft)
    {
        var edge = comparison.Number ?? double.NaN;
        if (!double.IsNaN(fact.DefaultNumber) && comparison.Operator.Holds(fact.DefaultNumber, edge))
        {
            return [AnswerStep.To()];
        }

        var setters = _setters[fact.Number].ToArray();
        var direct = setters
            .Where(setter => !setter.Setting.Adds && comparison.Operator.Holds(setter.Setting.Number ?? double.NaN, edge))
            .OrderBy(setter => setter.Item.Definition.Options.First(option => setter.Item.MaskOf(option.Code) == setter.Option).Unsure)
            .ThenBy(setter => Math.Abs((setter.Setting.Number ?? 0) - edge))
            .Select(setter => Choosing(setter.Item, setter.Option, draft));
        var summed = setters.Any(setter => setter.Setting.Adds)
            ? Adding(GoalOf(setters.Where(setter => setter.Setting.Adds).Select(setter => new PointOption(setter.Item.Number, setter.Option, setter.Setting.Number ?? 0)), edge), draft)
            : [];
        return Deriving(fact, comparison, edge).Concat(direct).Concat(summed);
    }

    private IEnumerable<AnswerStep> Deriving(FactSlot fact, Comparison comparison, double edge)
    {
        if (fact.Definition.From?.Question is { } linkId)
        {
            yield return AnswerStep.To(AnswerGoal.Holds(Condition.Question(linkId, comparison.Operator, edge)));
        }

        if (fact.Definition.From?.BodyMass is not { } mass)
        {
            yield break;
        }

        foreach (var height in Heights)
        {
            if (WeightFor(mass.Kilograms, kilograms => BodyMass.FromMetric(height, kilograms), comparison, edge) is { } kilograms)
            {
                yield return AnswerStep.To(Exactly(mass.Centimeters, height), Exactly(mass.Kilograms, kilograms));
            }

            var feet = height / 30;
            if (WeightFor(mass.Pounds, pounds => BodyMass.FromUsUnits(feet, 0, pounds), comparison, edge) is { } pounds)
            {
                yield return AnswerStep.To(Exactly(mass.Feet, feet), Exactly(mass.Pounds, pounds));
            }
        }
    }

    private static AnswerGoal Exactly(string linkId, double number) => AnswerGoal.Holds(Condition.Question(linkId, ComparisonOperator.Equal, number));

    /// <summary>The weight nearest to the edge that still satisfies the comparison.</summary>
    private double? WeightFor(string linkId, Func<double, double?> bodyMass, Comparison comparison, double edge)
    {
        var item = _index.ItemOf(linkId).Definition;
        var weights = Enumerable.Range(item.Minimum ?? 0, (item.Maximum ?? 0) - (item.Minimum ?? 0) + 1)
            .Where(weight => bodyMass(weight) is { } mass && comparison.Operator.Holds(mass, edge))
            .OrderBy(weight => Math.Abs(bodyMass(weight)!.Value - edge))
            .ToArray();
        return weights.Length == 0 ? null : weights[0];
    }

    private AnswerGoal.Summed SectionGoal(Comparison section)
    {
        var number = _index.Ruleset.Scoring.Sections.Index().First(pair => pair.Item.Id == section.Id).Index;
        var options = _index.Items
            .Where(item => item.SectionNumber == number)
            .SelectMany(item => item.Weights.Select((weight, option) => new PointOption(item.Number, 1UL << option, weight)));
        return GoalOf(options, section.Operator is ComparisonOperator.Greater ? section.Number + 1 ?? 0 : section.Operator is ComparisonOperator.GreaterOrEqual or ComparisonOperator.Equal ? section.Number ?? 0 : 0);
    }

    private AnswerGoal.Summed GoalOf(IEnumerable<PointOption> options, double atLeast) =>
        new([.. BestOptions(options).Where(option => option.Points > 0).OrderByDescending(option => option.Points)], atLeast, 0);

    /// <summary>Of a choice the option with the most points, of a list each of them.</summary>
    private IEnumerable<PointOption> BestOptions(IEnumerable<PointOption> options) => options
        .GroupBy(option => option.Item)
        .SelectMany(item => _index.Items[item.Key].Definition.Type == ItemType.Choice ? [item.MaxBy(option => option.Points)!] : item.AsEnumerable());

    private IEnumerable<AnswerStep> Adding(AnswerGoal.Summed goal, AnswerDraft draft)
    {
        var sum = goal.Options.Where(option => (draft.Chosen(option.Item) & option.Option) != 0).Sum(option => option.Points);
        if (sum >= goal.AtLeast)
        {
            yield return AnswerStep.To();
            yield break;
        }

        for (var i = goal.From; i < goal.Options.Count; i++)
        {
            var option = goal.Options[i];
            if ((draft.Chosen(option.Item) & option.Option) == 0 && CanBeAsked(option.Item, draft))
            {
                var rest = Math.Max(goal.AtLeast - sum - option.Points, 0);
                yield return Choosing(_index.Items[option.Item], option.Option, draft, goal with { From = i + 1, LeastAnswers = (int)Math.Ceiling(rest / option.Points) });
            }
        }
    }
}
