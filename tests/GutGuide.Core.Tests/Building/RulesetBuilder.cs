using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Tests.Building;

/// <summary>
/// A ruleset that holds what a test names and valid defaults for the rest: facts that are only mentioned are problems (or
/// counts, when compared with a number), classes that are only mentioned are those of the safety rule base 1.2, sections that
/// are only mentioned exist.
/// </summary>
public sealed class RulesetBuilder
{
    public const string Version = "test-1";

    private static readonly string[] Phases = ["remove", "replace", "reinoculate", "repair", "rebalance"];

    private readonly List<FactDefinition> _facts = [];
    private readonly List<PatientState> _states = [];
    private readonly List<RedFlag> _flags = [];
    private readonly List<SuggestionClass> _classes = [];
    private readonly List<HardRule> _hardRules = [];
    private readonly List<ConflictGroup> _conflicts = [];
    private readonly List<ScoreSection> _sections = [];
    private readonly List<PhasePoints> _points = [];
    private readonly List<Invariant> _invariants = [];
    private readonly List<PinnedExample> _edges = [];
    private readonly List<Suggestion> _suggestions = [];
    private readonly List<FirstStepRule> _firstSteps = [];
    private SelectionRules _selection = SelectionRules.None;
    private GoalRules? _goal;
    private (int Start, int Next, int Later) _bars = (5, 3, 1);
    private string[] _tieOrder = Phases;
    private string _version = Version;
    private QuestionnaireBuilder _questionnaire = new();

    /// <summary>Takes a whole questionnaire in place of what was asked so far.</summary>
    public RulesetBuilder Questions(QuestionnaireBuilder questionnaire)
    {
        _questionnaire = questionnaire;
        return this;
    }

    public RulesetBuilder Choice(string linkId, params Option[] options) => Ask(() => _questionnaire.Choice(linkId, options));

    public RulesetBuilder MultipleChoice(string linkId, params Option[] options) => Ask(() => _questionnaire.MultipleChoice(linkId, options));

    public RulesetBuilder Integer(string linkId, int minimum = 0, int maximum = 999, string? unit = null) =>
        Ask(() => _questionnaire.Integer(linkId, minimum, maximum, unit));

    public RulesetBuilder Page(string id, Condition? enabledWhen = null) => Ask(() => _questionnaire.Page(id, enabledWhen));

    public RulesetBuilder EnabledWhen(string linkId, string code) => Ask(() => _questionnaire.EnabledWhen(linkId, code));

    public RulesetBuilder EnabledWhen(Condition when) => Ask(() => _questionnaire.EnabledWhen(when));

    public RulesetBuilder Optional() => Ask(() => _questionnaire.Optional());

    public RulesetBuilder AddsTo(string section) => Ask(() => _questionnaire.AddsTo(section));

    public RulesetBuilder DoubtsOf(string linkId) => Ask(() => _questionnaire.DoubtsOf(linkId));

    public RulesetBuilder Replaces(string linkId, params string[] answers) => Ask(() => _questionnaire.Replaces(linkId, answers));

    public RulesetBuilder HiddenIsUnsure() => Ask(() => _questionnaire.HiddenIsUnsure());

    public RulesetBuilder Stop(Condition when, string card = "child-help") => Ask(() => _questionnaire.Stop(when, card));

    /// <summary>For each id an optional question of that name, whose yes, unsure and no set the fact of that name.</summary>
    public RulesetBuilder Problem(params string[] ids)
    {
        foreach (var id in ids)
        {
            Choice(id, new Option("yes").Sets(id), new Option("unsure").Unsure().Sets(id, "unsure"), new Option("no").Sets(id, "no")).Optional();
        }

        return this;
    }

    /// <summary>An optional question of that name, whose number is the fact of that name.</summary>
    public RulesetBuilder Number(string id, FactKind kind = FactKind.Count) =>
        Integer(id).Optional().Fact(id, kind, from: new NumberSource(id, null));

    /// <summary>Names the fact that is unsure when the number just named is hidden.</summary>
    public RulesetBuilder FollowedUpBy(string fact)
    {
        _facts[^1] = _facts[^1] with { FollowUp = fact };
        return this;
    }

    public RulesetBuilder Fact(string id, FactKind kind, string? @default = null, NumberSource? from = null, params string[] values)
    {
        _facts.Add(new FactDefinition(id, kind, $"fact {id}", null, @default, values.ToDictionary(value => value, value => $"{id} is {value}"), from));
        return this;
    }

    public RulesetBuilder State(string id, Condition? when = null, TriageTier floor = TriageTier.SelfCare)
    {
        _states.Add(new PatientState(
            id, null, when ?? Condition.Fact(id), floor, $"state {id}", $"Changes of {id}.", ["rule-001"]));
        return this;
    }

    public RulesetBuilder Flag(string id, TriageTier tier, Condition? when = null, FlagKind kind = FlagKind.Medical)
    {
        _flags.Add(new RedFlag(id, tier, null, when ?? Condition.Fact(id), $"flag {id}", null, kind, ["rule-001"]));
        return this;
    }

    /// <summary>A class; caps that are not given are those of the safety rule base, or ok where it does not name the class.</summary>
    public RulesetBuilder Class(
        string id,
        TriggerSet? never = null,
        TriggerSet? ask = null,
        LimitGroup? limit = null,
        params (TriageTier Tier, TierCap Cap)[] caps)
    {
        var usual = UsualClass(id);
        _classes.Add(usual with
        {
            Limit = limit ?? usual.Limit,
            Never = never ?? TriggerSet.Empty,
            Ask = ask ?? TriggerSet.Empty,
            Caps = usual.Caps.ToDictionary(cap => cap.Key, cap => caps.Where(given => given.Tier == cap.Key).Select(given => given.Cap).Append(cap.Value).First()),
        });
        return this;
    }

    /// <summary>A suggestion that is relevant to everyone; the order is that of naming.</summary>
    public RulesetBuilder Suggestion(
        string id,
        string phase = "rebalance",
        string @class = "basic",
        SuggestionState floor = SuggestionState.Ok,
        int? order = null,
        bool pinned = false,
        string? substitute = null,
        bool firstStep = false,
        Condition? firstStepWhen = null,
        Condition? relevant = null,
        TriggerSet? never = null,
        TriggerSet? ask = null,
        RestrictionEnd? ends = null,
        bool readingOnly = false,
        string[]? goals = null,
        string? grade = null)
    {
        _suggestions.Add(new Suggestion(
            id, phase, @class, floor, order ?? _suggestions.Count, pinned, substitute, firstStep, firstStepWhen, relevant ?? Given.Always,
            $"{id} fits", never ?? TriggerSet.Empty, ask ?? TriggerSet.Empty, ends, Given.SuggestionText(id, grade ?? "B"))
        {
            ReadingOnly = readingOnly,
            Goals = goals ?? [],
        });
        return this;
    }

    public RulesetBuilder HardRule(string id, Condition? when, string[]? never = null, string[]? neverClasses = null, string[]? show = null)
    {
        _hardRules.Add(new HardRule(id, $"Rule {id}.", when, never ?? [], neverClasses ?? [], show ?? [], ["rule-001"]));
        return this;
    }

    /// <summary>At most one of these is shown.</summary>
    public RulesetBuilder Conflict(string id, params string[] of)
    {
        _conflicts.Add(new ConflictGroup(id, of, [], $"Why {id}.", ["rule-001"]));
        return this;
    }

    /// <summary>No two of these begin in the same week.</summary>
    public RulesetBuilder SameStart(string id, params string[] of)
    {
        _conflicts.Add(new ConflictGroup(id, of, [], $"Why {id}.", ["rule-001"]) { SameStart = true });
        return this;
    }

    /// <summary>No two of one pair are shown.</summary>
    public RulesetBuilder ConflictPairs(string id, params string[][] pairs)
    {
        _conflicts.Add(new ConflictGroup(id, [], pairs, $"Why {id}.", ["rule-001"]));
        return this;
    }

    public RulesetBuilder Section(string id, int some = 1, int aLot = 2, int highest = 100)
    {
        _sections.Add(new ScoreSection(id, $"Title of {id}", highest, some, aLot, $"Words of {id}."));
        return this;
    }

    public RulesetBuilder Bars(int start, int next, int later)
    {
        _bars = (start, next, later);
        return this;
    }

    public RulesetBuilder TieOrder(params string[] phases)
    {
        _tieOrder = phases;
        return this;
    }

    public RulesetBuilder Points(string phase, int points, Condition? when = null, string? plain = null)
    {
        _points.Add(new PhasePoints(phase, points, when ?? Given.Always, plain ?? $"{points} points for {phase}"));
        return this;
    }

    /// <summary>A question about what the person wants most, with these answers; without any, the question is there already.</summary>
    public RulesetBuilder Goal(int points, params string[] codes)
    {
        _goal = new GoalRules("goal", points, "it is what you want");
        return codes.Length == 0 ? this : Choice("goal", [.. codes.Select(code => new Option(code))]).Optional();
    }

    public RulesetBuilder FirstStep(string? step, Condition? when = null, TriageTier? tier = null, bool alone = false, bool onlyIfRelevant = false)
    {
        _firstSteps.Add(new FirstStepRule(when, tier, step, alone, onlyIfRelevant));
        return this;
    }

    public RulesetBuilder Otherwise(string talk) => Selecting(rules => rules with { Otherwise = talk });

    public RulesetBuilder Gentle(Condition when, int atMost = 4, string? talk = null) => Selecting(rules => rules with { Gentle = new GentlePlan(when, atMost, talk) });

    public RulesetBuilder CountTaken(Condition when, string plain) => Selecting(rules => rules with { CountTaken = new CountTaken(when, plain) });

    public RulesetBuilder DietsWait(Condition? when, params string[] shown) => Selecting(rules => rules with { DietsWait = new DietsWait(when, shown) });

    public RulesetBuilder TriedInVain(params string[] talks) => Selecting(rules => rules with { TriedInVain = talks });

    public RulesetBuilder StayingWell(params string[] phases) => Selecting(rules => rules with { StayingWell = new StayingWell(phases, "it keeps you well") });

    public RulesetBuilder Invariant(Invariant invariant)
    {
        _invariants.Add(invariant);
        return this;
    }

    public RulesetBuilder Edge(PinnedExample edge)
    {
        _edges.Add(edge);
        return this;
    }

    public RulesetBuilder Versioned(string version)
    {
        _version = version;
        return this;
    }

    public Ruleset Build()
    {
        var questionnaire = _questionnaire.Build();
        return new Ruleset(
            "test-ruleset",
            _version,
            questionnaire,
            [.. _facts, .. MentionedFacts(questionnaire)],
            _states,
            _flags,
            [.. _classes, .. MentionedClasses()],
            _hardRules,
            _conflicts,
            [],
            [],
            new ScoringRules([.. _sections, .. MentionedSections(questionnaire)], _bars.Start, _bars.Next, _bars.Later, _tieOrder, _points, _goal)
            {
                Selection = _selection with { FirstSteps = _firstSteps },
            },
            _invariants,
            _edges,
            _suggestions);
    }

    /// <summary>Builds the ruleset and assesses these answers by it.</summary>
    public Findings Assess(params (string LinkId, Said Said)[] answers) => new TriageScorer(Build()).Assess(Given.Answers(answers));

    /// <summary>Builds the ruleset and decides on these answers by it.</summary>
    public Decision Decide(params (string LinkId, Said Said)[] answers) => new DecisionEngine(Build()).Decide(Given.Answers(answers));

    /// <summary>Builds the ruleset and decides on these answers, and on what the person says of an earlier plan.</summary>
    public Decision DecideAfter((string Suggestion, TriedOutcome Outcome)[] feedback, params (string LinkId, Said Said)[] answers) =>
        new DecisionEngine(Build()).Decide(Given.Answers(answers), new Feedback(feedback.Select(pair => KeyValuePair.Create(pair.Suggestion, pair.Outcome))));

    private RulesetBuilder Selecting(Func<SelectionRules, SelectionRules> edit)
    {
        _selection = edit(_selection);
        return this;
    }

    private static SuggestionClass UsualClass(string id)
    {
        TierCap[] caps = id switch
        {
            "food-add" or "swap" => [TierCap.Ok, TierCap.Ok, TierCap.Hide, TierCap.Hide, TierCap.Hide],
            "food-live" or "restrict" or "fast" or "supp" or "enzyme" or "live" or "herb" or "acid" =>
                [TierCap.Ok, TierCap.Ask, TierCap.Hide, TierCap.Hide, TierCap.Hide],
            _ => [TierCap.Ok, TierCap.Ok, TierCap.Ok, TierCap.Hide, TierCap.Hide],
        };
        var limit = id switch
        {
            "supp" or "enzyme" or "live" or "herb" or "acid" => LimitGroup.Supplement,
            "restrict" or "fast" => LimitGroup.Diet,
            _ => LimitGroup.None,
        };
        return new SuggestionClass(id, $"Class {id}", limit, caps.Index().ToDictionary(cap => (TriageTier)cap.Index, cap => cap.Item), TriggerSet.Empty, TriggerSet.Empty);
    }

    private RulesetBuilder Ask(Func<QuestionnaireBuilder> ask)
    {
        ask();
        return this;
    }

    private List<FactDefinition> MentionedFacts(Questionnaire questionnaire)
    {
        var known = _facts.Select(fact => fact.Id)
            .Concat(_states.Select(state => state.Id))
            .Concat(_flags.Select(flag => flag.Id))
            .ToHashSet();
        var set = questionnaire.Items.SelectMany(item => item.Options).SelectMany(option => option.Sets).Select(set => (set.Fact, set.Number is not null));
        var read = Comparisons(questionnaire).Where(part => part.Subject == Subject.Fact).Select(part => (part.Id, part.Number is not null));
        return
        [
            .. set.Concat(read)
                .Where(fact => known.Add(fact.Item1))
                .Select(fact => new FactDefinition(
                    fact.Item1, fact.Item2 ? FactKind.Count : FactKind.Problem, $"fact {fact.Item1}", null, null, new Dictionary<string, string>(), null)),
        ];
    }

    private IEnumerable<SuggestionClass> MentionedClasses() => _suggestions
        .Select(suggestion => suggestion.Class)
        .Distinct()
        .Where(id => _classes.TrueForAll(known => known.Id != id))
        .Select(UsualClass);

    private IEnumerable<ScoreSection> MentionedSections(Questionnaire questionnaire) => questionnaire.Items
        .Select(item => item.Section)
        .OfType<string>()
        .Concat(Comparisons(questionnaire).Where(part => part.Subject == Subject.Section).Select(part => part.Id))
        .Distinct()
        .Where(id => _sections.TrueForAll(known => known.Id != id))
        .Select(id => new ScoreSection(id, $"Title of {id}", 100, 1, 2, $"Words of {id}."));

    private IEnumerable<Comparison> Comparisons(Questionnaire questionnaire) => _states.Select(state => state.When)
        .Concat(_flags.Select(flag => flag.When))
        .Concat(_hardRules.Select(rule => rule.When).OfType<Condition>())
        .Concat(_points.Select(points => points.When))
        .Concat(_suggestions.Select(suggestion => suggestion.Relevant))
        .Concat(_suggestions.Select(suggestion => suggestion.FirstStepWhen).OfType<Condition>())
        .Concat(_invariants.Select(invariant => invariant.When).OfType<Condition>())
        .Concat(_firstSteps.Select(rule => rule.When).OfType<Condition>())
        .Concat(_selection.Conditions())
        .Concat(questionnaire.Pages.Select(page => page.EnabledWhen).OfType<Condition>())
        .Concat(questionnaire.Items.Select(item => item.EnabledWhen).OfType<Condition>())
        .Concat(questionnaire.Stops.Select(stop => stop.When))
        .SelectMany(condition => condition.Comparisons());
}
