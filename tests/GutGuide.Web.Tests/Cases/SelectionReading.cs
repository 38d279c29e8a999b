using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Tests.Cases;

/// <summary>
/// Selection and the four weeks, read from section 1.4 of the safety rule base a second time, in the plainest way and by code that
/// shares nothing with the engine: from the tier, the states of the suggestions and the priorities of the phases to what must be
/// shown.
/// </summary>
internal sealed class SelectionReading
{
    private static readonly string[] ProductClasses = ["supp", "enzyme", "live", "herb", "acid"];
    private static readonly string[] DietClasses = ["restrict", "fast"];
    private static readonly string[] FirstClasses = ["test", "talk"];
    private static readonly string[] FiveR = ["remove", "replace", "reinoculate", "repair", "rebalance"];

    private readonly Ruleset _rules;
    private readonly Answers _live;
    private readonly Decision _decision;
    private readonly string[] _order;
    private readonly Dictionary<string, string[]> _candidates;
    private readonly Dictionary<string, List<string>> _plan = new(StringComparer.Ordinal);

    /// <param name="live">Only answers to questions that were asked.</param>
    public SelectionReading(Ruleset rules, Answers live, Decision decision)
    {
        _rules = rules;
        _live = live;
        _decision = decision;
        var priority = decision.Phases.ToDictionary(phase => phase.Phase, phase => phase.Priority, StringComparer.Ordinal);
        _order = [.. FiveR.Where(phase => priority[phase] != PhasePriority.NotNeeded).OrderBy(phase => priority[phase]).ThenBy(phase => rules.Scoring.TieOrder.Index().First(tie => tie.Item == phase).Index)];
        _candidates = FiveR.ToDictionary(phase => phase, phase => (string[])[.. Candidates(phase).Select(suggestion => suggestion.Id)], StringComparer.Ordinal);
        foreach (var phase in FiveR)
        {
            _plan[phase] = [];
        }

        Fill();
    }

    /// <summary>Items by phase, in the order of sel-3.</summary>
    public IReadOnlyDictionary<string, List<string>> Plan => _plan;

    /// <summary>sel-2: tests and talks, but for who stands on top.</summary>
    public (string[] First, string[] Further) First()
    {
        var due = _rules.Suggestions.Where(suggestion => FirstClasses.Contains(suggestion.Class) && (IsOpen(suggestion) || suggestion.Id == Lead()))
            .OrderBy(suggestion => suggestion.Order).ThenBy(suggestion => suggestion.Id, StringComparer.Ordinal).ToArray();
        var talks = due.Where(suggestion => suggestion.Class == "talk" && !suggestion.Pinned && suggestion.Id != Lead() && suggestion.Id != OnTop()).Select(suggestion => suggestion.Id).ToArray();
        var further = talks.Skip(3).ToArray();
        return ([.. due.Select(suggestion => suggestion.Id).Except(further).OrderBy(id => id != OnTop())], further);
    }

    /// <summary>sel-12 and sel-13.</summary>
    public (string? FirstStep, string[][] Weeks) Weeks()
    {
        var first = First().First.Where(id => State(id) == SuggestionState.Ok).ToList();
        var shown = _order.SelectMany(phase => _plan[phase]).Where(id => State(id) == SuggestionState.Ok).ToList();
        var habits = shown.Where(id => KindOf(id) == 0).ToList();
        var due = first.FirstOrDefault(id => ById(id).FirstStep && (ById(id).FirstStepWhen is null || Holds(ById(id).FirstStepWhen!) == true)) ?? first.FirstOrDefault();
        var step = Lead() ?? (_decision.Tier >= TriageTier.Routine || habits.Count == 0 ? due : null) ?? habits.FirstOrDefault();

        List<string>[] weeks = [[.. first], [], [], []];
        if (step is not null && !weeks[0].Contains(step))
        {
            weeks[0].Add(step);
        }

        habits.Remove(step ?? "");
        if (IsAlone())
        {
            return (step, [.. weeks.Select(week => week.ToArray())]);
        }

        if (habits.Find(habit => step is null || !_rules.Conflicts.Any(group => group.SameStart && group.Forbids(habit, step))) is { } besides)
        {
            weeks[0].Add(besides);
            habits.Remove(besides);
        }

        var product = shown.Find(id => KindOf(id) == 1);
        var diet = shown.Find(id => KindOf(id) == 2);
        for (var week = 1; week < 4; week++)
        {
            if (habits.Count > 0)
            {
                weeks[week].Add(habits[0]);
                habits.RemoveAt(0);
            }
            else if (week >= 2 && product is not null)
            {
                weeks[week].Add(product);
                product = null;
                diet = null;
            }
            else if (week == 3 && product is null && diet is not null && !DietsWait())
            {
                weeks[week].Add(diet);
            }
        }

        return (step, [.. weeks.Select(week => week.ToArray())]);
    }

    /// <summary>sel-11, of a phase that shows nothing.</summary>
    public string ReasonOf(string phase)
    {
        var relevant = _rules.Suggestions.Where(suggestion => suggestion.Phase == phase && !FirstClasses.Contains(suggestion.Class) && !suggestion.ReadingOnly && IsRelevant(suggestion)).ToArray();
        return !_order.Contains(phase) ? "NothingNeeded"
            : relevant.Length > 0 && relevant.All(IsRuledOutByRule) ? "HeldBack"
            : relevant.Any(suggestion => !IsRuledOutByRule(suggestion) && State(suggestion.Id) == SuggestionState.Never) ? "TestsFirst"
            : relevant.Length > 0 ? "Limit"
            : "NoIdea";
    }

    /// <summary>hr-16: what people also ask about.</summary>
    public string[] ReadingOnly() => _decision.Tier > TriageTier.Routine || IsGentle() ? [] :
        [.. _rules.Suggestions.Where(suggestion => suggestion.ReadingOnly && IsRelevant(suggestion)).Select(suggestion => suggestion.Id).Order()];

    private void Fill()
    {
        if (Lead() is { } lead && !FirstClasses.Contains(ById(lead).Class))
        {
            _plan[ById(lead).Phase].Add(lead);
        }

        foreach (var pinned in _order.SelectMany(phase => _candidates[phase]).Where(id => ById(id).Pinned && !IsPlaced(id) && Fits(id)))
        {
            _plan[ById(pinned).Phase].Add(pinned);
        }

        for (var again = true; again;)
        {
            again = _order.Any(GiveOne);
        }

        foreach (var phase in _order)
        {
            if (_candidates[phase].FirstOrDefault(id => State(id) == SuggestionState.Ok && !IsPlaced(id) && Fits(id)) is { } second)
            {
                _plan[phase].Add(second);
            }

            _plan[phase] = [.. _plan[phase].OrderBy(id => id != Lead()).ThenBy(id => Array.IndexOf(_candidates[phase], id))];
        }
    }

    /// <summary>sel-4 and sel-7 for one phase.</summary>
    private bool GiveOne(string phase)
    {
        if (_plan[phase].Count > 0)
        {
            return false;
        }

        if (_candidates[phase].FirstOrDefault(Fits) is { } first)
        {
            _plan[phase].Add(first);
            return true;
        }

        if (_candidates[phase].Length == 0)
        {
            return false;
        }

        foreach (var earlier in _order.TakeWhile(other => other != phase).Reverse().Where(earlier => _plan[earlier].Count > 0 && _plan[earlier][^1] != Lead() && !ById(_plan[earlier][^1]).Pinned))
        {
            var before = _plan[earlier][^1];
            _plan[earlier].Remove(before);
            foreach (var other in _candidates[earlier].SkipWhile(id => id != before).Skip(1).Where(id => !IsPlaced(id) && Fits(id)).ToArray())
            {
                _plan[earlier].Add(other);
                if (_candidates[phase].FirstOrDefault(Fits) is { } freed)
                {
                    _plan[phase].Add(freed);
                    return true;
                }

                _plan[earlier].Remove(other);
            }

            _plan[earlier].Add(before);
        }

        return false;
    }

    /// <summary>sel-6.</summary>
    private bool Fits(string id)
    {
        var placed = _plan.Values.SelectMany(phase => phase).ToArray();
        var phase = _plan[ById(id).Phase];
        return placed.Length < (IsGentle() ? _rules.Scoring.Selection.Gentle!.AtMost : 8)
            && phase.Count < 2
            && (KindOf(id) != 1 || (placed.Count(other => KindOf(other) == 1) < 2 && !phase.Exists(other => KindOf(other) == 1)))
            && (KindOf(id) != 2 || !placed.Any(other => KindOf(other) == 2))
            && !placed.Any(other => _rules.Conflicts.Any(group => !group.SameStart && group.Forbids(id, other)));
    }

    /// <summary>The candidates of a phase, in the order of sel-3.</summary>
    private IEnumerable<Suggestion> Candidates(string phase) => _rules.Suggestions
        .Where(suggestion => suggestion.Phase == phase && !FirstClasses.Contains(suggestion.Class) && !suggestion.ReadingOnly && IsOpen(suggestion))
        .OrderBy(suggestion => State(suggestion.Id))
        .ThenBy(suggestion => KindOf(suggestion.Id))
        .ThenBy(suggestion => !suggestion.Pinned)
        .ThenBy(suggestion => !suggestion.FirstStep)
        .ThenBy(suggestion => !suggestion.Goals.Any(code => _live[_rules.Scoring.Goal!.Question]?.Has(code) == true))
        .ThenBy(suggestion => suggestion.Text.For.Select(line => line.Grade == "X" ? "Z" : line.Grade).Min(StringComparer.Ordinal), StringComparer.Ordinal)
        .ThenBy(suggestion => suggestion.Order)
        .ThenBy(suggestion => suggestion.Id, StringComparer.Ordinal);

    private string? Lead()
    {
        foreach (var rule in _rules.Scoring.Selection.FirstSteps.Where(rule => rule.Step is not null && Applies(rule)))
        {
            if (!rule.OnlyIfRelevant || IsRelevant(ById(rule.Step!)))
            {
                return ((string?[])[rule.Step, ById(rule.Step!).Substitute, _rules.Scoring.Selection.Otherwise]).FirstOrDefault(id => id is not null && State(id) == SuggestionState.Ok);
            }
        }

        return null;
    }

    private bool Applies(FirstStepRule rule) => (rule.Tier is null || rule.Tier == _decision.Tier) && (rule.When is null || Holds(rule.When) == true);

    private bool IsAlone() => _rules.Scoring.Selection.FirstSteps.Any(rule => rule.Alone && Applies(rule));

    private bool IsGentle() => _rules.Scoring.Selection.Gentle is { } gentle && Holds(gentle.When) == true;

    private string? OnTop() => IsGentle() ? _rules.Scoring.Selection.Gentle!.Talk : null;

    private bool DietsWait() => _rules.Scoring.Selection.DietsWait is { } wait && ((wait.When is not null && Holds(wait.When) == true) || wait.Shown.Any(id => IsOpen(ById(id))));

    private bool IsPlaced(string id) => _plan.Values.Any(phase => phase.Contains(id));

    private bool IsOpen(Suggestion suggestion) => State(suggestion.Id) != SuggestionState.Never && IsRelevant(suggestion);

    /// <summary>Where a rule reads a fact that a decision does not show, what the decision calls relevant counts as such.</summary>
    private bool IsRelevant(Suggestion suggestion) => Holds(suggestion.Relevant)
        ?? (_decision.Offered.Any(offered => offered.Suggestion.Id == suggestion.Id) || _decision.HeldBack.Any(held => held.Relevant && held.Suggestion.Id == suggestion.Id));

    private bool IsRuledOutByRule(Suggestion suggestion) =>
        State(suggestion.Id) == SuggestionState.Never && _rules.Classes.Single(kind => kind.Id == suggestion.Class).Caps[_decision.Tier!.Value] != TierCap.Hide
        || _decision.HeldBack.Any(held => held.Suggestion.Id == suggestion.Id && held.Because.Any(trigger => ReasonIds(suggestion).Contains(trigger.Id)));

    private IEnumerable<string> ReasonIds(Suggestion suggestion) => suggestion.Never.Reasons.Keys
        .Concat(_rules.Classes.Single(kind => kind.Id == suggestion.Class).Never.Reasons.Keys)
        .Concat(_rules.HardRules.Where(rule => rule.Never.Contains(suggestion.Id) || rule.NeverClasses.Contains(suggestion.Class)).Select(rule => rule.Id));

    private int KindOf(string id) => ProductClasses.Contains(ById(id).Class) ? 1 : DietClasses.Contains(ById(id).Class) ? 2 : 0;

    private SuggestionState State(string id) => _decision.SuggestionStates[id];

    private Suggestion ById(string id) => _rules.Suggestions.First(suggestion => suggestion.Id == id);

    /// <summary>Null where it rests on a fact.</summary>
    private bool? Holds(Condition condition) => condition switch
    {
        All all => all.Of.Select(Holds).Aggregate((bool?)true, (one, other) => one == false || other == false ? false : one is null || other is null ? null : true),
        Any any => any.Of.Select(Holds).Aggregate((bool?)false, (one, other) => one == true || other == true ? true : one is null || other is null ? null : false),
        Comparison { Subject: Subject.State } state => _decision.States.Contains(state.Id),
        Comparison { Subject: Subject.Flag } flag => _decision.RedFlags.Any(raised => raised.Flag.Id == flag.Id),
        Comparison { Subject: Subject.Section } sum => sum.Operator.Holds(_decision.Scores[sum.Id], sum.Number!.Value),
        Comparison { Subject: Subject.Question, Code: { } code } question => (_live[question.Id]?.Has(code) == true) == (question.Operator == ComparisonOperator.Equal),
        _ => null,
    };
}
