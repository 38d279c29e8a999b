using System.Collections.Frozen;
using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Triage;

/// <summary>A ruleset with every id resolved to a number and every condition compiled. Built once, shared by all evaluations.</summary>
internal sealed class RuleIndex
{
    private readonly FrozenDictionary<string, int> _items;
    private readonly FrozenDictionary<string, int> _facts;
    private readonly FrozenDictionary<string, int> _states;
    private readonly FrozenDictionary<string, int> _flags;
    private readonly FrozenDictionary<string, int> _sections;
    private readonly double[] _defaultNumbers;
    private readonly int[] _defaultCodes;
    private readonly bool[] _readByStates;

    /// <exception cref="ArgumentException">The ruleset names an id that it does not define; the loader reports these with their place.</exception>
    public RuleIndex(Ruleset ruleset)
    {
        Ruleset = ruleset;
        _sections = Number(ruleset.Scoring.Sections.Select(section => section.Id));
        _states = Number(ruleset.States.Select(state => state.Id));
        _flags = Number(ruleset.Flags.Select(flag => flag.Id));
        _items = Number(ruleset.Questionnaire.Items.Select(item => item.LinkId));

        Facts = AllFacts(ruleset).ToArray();
        _facts = Number(Facts.Select(fact => fact.Id));
        for (var i = 0; i < Facts.Count; i++)
        {
            Facts[i].Number = i;
        }

        _defaultNumbers = [.. Facts.Select(fact => fact.DefaultNumber)];
        _defaultCodes = [.. Facts.Select(fact => fact.DefaultCode)];
        Items = ruleset.Questionnaire.Items.Select((item, number) => new IndexedItem(number, item, this)).ToArray();
        Setters = SettersOf(Items, Facts.Count);
        Scored = [.. ruleset.Scoring.Sections.Select((_, section) => Items.Where(item => item.SectionNumber == section).ToArray())];
        Pages = ruleset.Questionnaire.Pages.Select(page => new IndexedPage(page, this)).ToArray();
        Stops = ruleset.Questionnaire.Stops.Select(stop => Compile(stop.When)).ToArray();
        States = ruleset.States.Select(state => Compile(state.When)).ToArray();
        Flags = ruleset.Flags.Select(flag => Compile(flag.When)).ToArray();
        LateStates = AllLateStates(ruleset);
        _readByStates = ReadByStates(ruleset);
        Hidden = ruleset.Questionnaire.HiddenIsUnsure ? HiddenQuestion.AllOf(this) : [];
    }

    public Ruleset Ruleset { get; }

    public IReadOnlyList<FactSlot> Facts { get; }

    public IReadOnlyList<IndexedItem> Items { get; }

    /// <summary>Of each fact, the items that speak of it: with each thing they can say, a bit for each option that says it.</summary>
    public IReadOnlyList<(int Item, string? Code, ulong Options)[]> Setters { get; }

    /// <summary>Of each section, the items that add to its sum.</summary>
    public IReadOnlyList<IndexedItem[]> Scored { get; }

    public IReadOnlyList<IndexedPage> Pages { get; }

    public IReadOnlyList<CompiledCondition> Stops { get; }

    public IReadOnlyList<CompiledCondition> States { get; }

    public IReadOnlyList<CompiledCondition> Flags { get; }

    /// <summary>States that read a flag, themselves or through an earlier state, and so are worked out after the flags.</summary>
    public IReadOnlyList<bool> LateStates { get; }

    /// <summary>What it means when a question is not asked, for each that may be. Empty for rules older than their gates.</summary>
    public IReadOnlyList<HiddenQuestion> Hidden { get; }

    /// <summary>Whether a state reads a fact, itself or through a flag.</summary>
    public bool IsReadByStates(int fact) => _readByStates[fact];

    public int StateNumber(string id) => Lookup(_states, id, "state");

    public int FlagNumber(string id) => Lookup(_flags, id, "red flag");

    public int SectionNumber(string id) => Lookup(_sections, id, "section");

    public bool IsState(string id) => _states.ContainsKey(id);

    public bool IsFlag(string id) => _flags.ContainsKey(id);

    public FactSlot Fact(string id) => Facts[Lookup(_facts, id, "fact")];

    public IndexedItem ItemOf(string linkId) => Items[Lookup(_items, linkId, "question")];

    public void ResetFacts(Circumstances now)
    {
        Array.Clear(now.Certainties);
        Array.Clear(now.CodesInDoubt);
        Array.Fill(now.NumbersInDoubt, double.NaN);
        Array.Fill(now.HiddenBehind, -1);
        Array.Copy(_defaultNumbers, now.FactNumbers, _defaultNumbers.Length);
        Array.Copy(_defaultCodes, now.FactCodes, _defaultCodes.Length);
    }

    /// <summary>Gives every fact that no answer spoke of its default.</summary>
    public void FillDefaults(Circumstances now)
    {
        foreach (var fact in Facts)
        {
            if (now.Certainties[fact.Number] == Certainty.Unsaid)
            {
                now.Certainties[fact.Number] = fact.DefaultCertainty;
            }
        }
    }

    /// <summary>A fact worked out from number answers; null while one that it needs is blank.</summary>
    public double? NumberFrom(NumberSource from, Circumstances now)
    {
        if (from.BodyMass is { } mass)
        {
            return BodyMass.FromMetric(NumberOf(mass.Centimeters, now), NumberOf(mass.Kilograms, now))
                ?? BodyMass.FromUsUnits(NumberOf(mass.Feet, now), NumberOf(mass.Inches, now), NumberOf(mass.Pounds, now));
        }

        return from.Question is { } question ? NumberOf(question, now) : null;
    }

    /// <summary>The number items a fact is worked out from.</summary>
    public IEnumerable<int> NumberQuestions(int fact) => Facts[fact].Definition.From is { } from
        ? from.LinkIds.Select(linkId => ItemOf(linkId).Number)
        : [];

    private double? NumberOf(string linkId, Circumstances now)
    {
        var number = now.Numbers[ItemOf(linkId).Number];
        return double.IsNaN(number) ? null : number;
    }

    public CompiledCondition? CompileOptional(Condition? condition) => condition is null ? null : Compile(condition);

    public CompiledCondition Compile(Condition condition) => condition switch
    {
        All all => new CompiledCondition.AllOf(all.Of.Select(Compile).ToArray()),
        Any any => new CompiledCondition.AnyOf(any.Of.Select(Compile).ToArray()),
        Comparison { Subject: Subject.Question } comparison => CompileQuestion(comparison),
        Comparison { Subject: Subject.Fact } comparison => CompileFact(comparison),
        Comparison { Subject: Subject.State } comparison => new CompiledCondition.StateSet(StateNumber(comparison.Id)),
        Comparison { Subject: Subject.Flag } comparison => new CompiledCondition.FlagRaised(FlagNumber(comparison.Id)),
        Comparison { Subject: Subject.Section } comparison =>
            new CompiledCondition.SectionSum(SectionNumber(comparison.Id), comparison.Operator, comparison.Number ?? 0),
        _ => throw new ArgumentException($"A condition of the kind {condition.GetType().Name} cannot be read.", nameof(condition)),
    };

    private CompiledCondition.Leaf CompileQuestion(Comparison comparison)
    {
        var item = ItemOf(comparison.Id);
        return comparison switch
        {
            { Operator: ComparisonOperator.Exists } => new CompiledCondition.Answered(item.Number),
            { Operator: ComparisonOperator.Equal, Code: { } code } => new CompiledCondition.Chosen(item.Number, item.MaskOf(code), negated: false),
            { Operator: ComparisonOperator.NotEqual, Code: { } code } => new CompiledCondition.Chosen(item.Number, item.MaskOf(code), negated: true),
            { Number: { } number } when item.Definition.Type == ItemType.Integer =>
                new CompiledCondition.AnswerNumber(item.Number, comparison.Operator, number),
            _ => throw Unanswerable(comparison, $"question {comparison.Id}"),
        };
    }

    /// <summary>Only the comparisons that a fact of this kind can answer: none may quietly mean something else.</summary>
    private CompiledCondition.Leaf CompileFact(Comparison comparison)
    {
        var fact = Fact(comparison.Id);
        return (fact.Kind, comparison) switch
        {
            (FactKind.Problem or FactKind.Presence or FactKind.Held, { Operator: ComparisonOperator.Equal, Code: "yes" }) =>
                new CompiledCondition.FactIsYes(fact.Number, fact.Kind != FactKind.Problem),
            (FactKind.Reassurance, { Operator: ComparisonOperator.NotEqual, Code: "yes" }) => new CompiledCondition.FactIsNotYes(fact.Number),
            (FactKind.Code, { Operator: ComparisonOperator.Equal, Code: { } code }) =>
                new CompiledCondition.FactCode(fact.Number, fact.CodeNumber(code), negated: false),
            (FactKind.Code, { Operator: ComparisonOperator.NotEqual, Code: { } code }) =>
                new CompiledCondition.FactCode(fact.Number, fact.CodeNumber(code), negated: true),
            (FactKind.Count or FactKind.Score or FactKind.Low or FactKind.Age, { Number: { } number }) =>
                new CompiledCondition.FactNumber(fact.Number, comparison.Operator, number),
            (FactKind.Count or FactKind.Score or FactKind.Low or FactKind.Age, { Operator: ComparisonOperator.Exists }) =>
                new CompiledCondition.FactNumber(fact.Number, comparison.Operator, double.NaN),
            _ => throw Unanswerable(comparison, $"fact {comparison.Id}, a {fact.Kind}"),
        };
    }

    private static ArgumentException Unanswerable(Comparison comparison, string what) => new(
        $"The comparison \"{comparison.Operator.Symbol()} {comparison.Code ?? FormattableString.Invariant($"{comparison.Number}")}\" cannot be answered by the {what}.");

    private static IEnumerable<FactSlot> AllFacts(Ruleset ruleset)
    {
        var declared = ruleset.Facts.Select(fact => new FactSlot(fact)).ToList();
        var known = declared.Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        var ownQuestions = ruleset.Flags.Select(flag => (flag.Id, flag.Plain))
            .Concat(ruleset.States.Select(state => (state.Id, state.Plain)))
            .Where(rule => known.Add(rule.Id));
        return declared.Concat(ownQuestions.Select(rule =>
            new FactSlot(new FactDefinition(rule.Id, FactKind.Problem, rule.Plain, null, null, new Dictionary<string, string>(), null))));
    }

    /// <summary>Of each state, whether it has to wait for the flags.</summary>
    internal static bool[] AllLateStates(Ruleset ruleset)
    {
        var late = new HashSet<string>(StringComparer.Ordinal);
        return [.. ruleset.States.Select(state => state.When.Comparisons().Any(IsLate) && late.Add(state.Id))];

        bool IsLate(Comparison part) => part.Subject == Subject.Flag || (part.Subject == Subject.State && late.Contains(part.Id));
    }

    private bool[] ReadByStates(Ruleset ruleset)
    {
        var read = new bool[Facts.Count];
        var flags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in ruleset.States)
        {
            Visit(state.When);
        }

        return read;

        void Visit(Condition when)
        {
            foreach (var part in when.Comparisons())
            {
                if (part.Subject == Subject.Fact)
                {
                    read[Fact(part.Id).Number] = true;
                }
                else if (part.Subject == Subject.Flag && flags.Add(part.Id))
                {
                    Visit(ruleset.Flags[FlagNumber(part.Id)].When);
                }
            }
        }
    }

    private static (int Item, string? Code, ulong Options)[][] SettersOf(IReadOnlyList<IndexedItem> items, int facts)
    {
        var settings = items
            .SelectMany(item => item.Settings.SelectMany((sets, option) => sets.Select(set => (Item: item.Number, set.Setting.Code, Option: 1UL << option, set.Fact))))
            .ToLookup(set => set.Fact.Number);
        return
        [
            .. Enumerable.Range(0, facts).Select(fact => settings[fact]
                .GroupBy(set => (set.Item, set.Code), set => set.Option)
                .Select(said => (said.Key.Item, said.Key.Code, said.Aggregate((one, other) => one | other)))
                .ToArray()),
        ];
    }

    private static FrozenDictionary<string, int> Number(IEnumerable<string> ids) =>
        ids.Select((id, number) => KeyValuePair.Create(id, number)).ToFrozenDictionary(StringComparer.Ordinal);

    private static int Lookup(FrozenDictionary<string, int> numbers, string id, string what) =>
        numbers.TryGetValue(id, out var number) ? number : throw new ArgumentException($"There is no {what} named {id}.", nameof(id));
}
