using CsCheck;
using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Properties;

/// <summary>
/// Small rulesets of every kind of rule, over one fixed questionnaire. As in the safety rule base, rules only ever read
/// problems as present, counts as high, low numbers as low and reassurances as absent.
/// </summary>
public static class RandomRules
{
    private static readonly string[] PlanPhases = ["first", "remove", "repair"];
    private static readonly string[] PlanClasses = ["test", "basic", "mind", "food-add", "restrict", "supp", "herb"];

    private static readonly Condition[] Facts =
    [
        Condition.Fact("pain"),
        Condition.Fact("fever"),
        Condition.Fact("detail"),
        Condition.Fact("weeks", ComparisonOperator.GreaterOrEqual, 1),
        Condition.Fact("weeks", ComparisonOperator.Greater, 2),
        Condition.Fact("bmi", ComparisonOperator.Less, 4),
        Condition.Fact("bmi", ComparisonOperator.LessOrEqual, 1),
        Condition.AllOf(Condition.Fact("pain"), Condition.Fact("assessed", ComparisonOperator.NotEqual, "yes")),
    ];

    private static readonly string[] StateIds = ["sp-0", "sp-1", "sp-2"];
    private static readonly string[] FlagIds = ["rf-0", "rf-1", "rf-2", "rf-3"];
    private static readonly string[] SuggestionIds = ["sg-0", "sg-1", "sg-2", "sg-3", "sg-4", "sg-5", "sg-6", "sg-7", "sg-8", "sg-9"];

    public static Gen<Ruleset> Any { get; } = Gen.Select(AllStates(), AllFlags(), AllSuggestions(), Hard(), Clash(), Points(), Build);

    private static Gen<Condition> Over(params IEnumerable<Condition> leaves)
    {
        var leaf = Gen.OneOf(leaves.ToArray());
        var joined = Gen.Select(Gen.Bool, leaf.Array[2, 3], Join);
        return Gen.Frequency((2, leaf), (2, joined), (1, Gen.Select(Gen.Bool, joined.Array[2], Join)));
    }

    private static Condition Join(bool all, Condition[] parts) => all ? Condition.AllOf(parts) : Condition.AnyOf(parts);

    private static Gen<(Condition When, TriageTier Floor)[]> AllStates() => InOrder(
        StateIds.Select((_, number) => Gen.Select(Over([.. Facts, .. StateIds.Take(number).Select(Condition.State)]), Gen.Frequency(
            (3, Gen.Const(TriageTier.SelfCare)), (1, Gen.Enum<TriageTier>().Where(tier => tier < TriageTier.Emergency))))));

    private static Gen<(Condition When, TriageTier Tier)[]> AllFlags() => InOrder(
        FlagIds.Select((_, number) => Gen.Select(
            Over([.. Facts, .. StateIds.Select(Condition.State), .. FlagIds.Take(number).Select(Condition.Flag)]),
            Gen.Enum<TriageTier>().Where(tier => tier > TriageTier.SelfCare))));

    private static Gen<Suggestion[]> AllSuggestions() => InOrder(SuggestionIds.Select(OneSuggestion));

    private static Gen<Suggestion> OneSuggestion(string id)
    {
        var triggers = Gen.Frequency((2, Gen.Const(TriggerSet.Empty)), (1, Gen.OneOf<string>([.. StateIds, "sp-late", .. FlagIds]).Select(trigger => Given.Triggers(trigger))));
        var place = Gen.Select(Gen.OneOf(PlanPhases), Gen.OneOf(PlanClasses), Gen.Bool, Gen.Int[0, 9]);
        var floor = Gen.Frequency((4, Gen.Const(SuggestionState.Ok)), (1, Gen.Const(SuggestionState.Ask)));
        var substitute = Gen.OneOf<string?>([null, .. SuggestionIds]);
        return Gen.Select(place, floor, triggers, triggers, Over([Given.Always, .. Facts]), substitute, (where, lowest, never, ask, relevant, other) =>
            new RulesetBuilder()
                .Suggestion(
                    id, where.Item1, where.Item2, lowest, order: where.Item4, pinned: where.Item3 && where.Item4 == 0, substitute: other, firstStep: where.Item3,
                    relevant: relevant, never: never, ask: ask)
                .Build()
                .Suggestions[0]);
    }

    private static Gen<(Condition When, string Never)> Hard() =>
        Gen.Select(Over([.. Facts, .. StateIds.Select(Condition.State), .. FlagIds.Select(Condition.Flag)]), Gen.OneOf(SuggestionIds));

    private static Gen<string[]> Clash() => Gen.OneOf(SuggestionIds).Array[2, 4].Select(ids => ids.Distinct().ToArray());

    private static Gen<(string Phase, int Points, Condition When)[]> Points() =>
        Gen.Select(Gen.OneOf("remove", "repair"), Gen.Int[1, 4], Over(Facts)).Array[0, 4];

    private static Gen<T[]> InOrder<T>(IEnumerable<Gen<T>> gens) => gens.Aggregate(
        Gen.Const(Array.Empty<T>()),
        (sofar, next) => Gen.Select(sofar, next, (items, item) => (T[])[.. items, item]));

    private static Ruleset Build(
        (Condition When, TriageTier Floor)[] states,
        (Condition When, TriageTier Tier)[] flags,
        Suggestion[] suggestions,
        (Condition When, string Never) hard,
        string[] clash,
        (string Phase, int Points, Condition When)[] points)
    {
        var builder = People.Questions(new RulesetBuilder()).Fact("always", FactKind.Count);
        foreach (var (number, state) in states.Index())
        {
            builder.State(StateIds[number], state.When, state.Floor);
        }

        builder.State("sp-late", Condition.AnyOf(Condition.Flag("rf-0"), Condition.State("sp-0")));
        foreach (var (number, flag) in flags.Index())
        {
            builder.Flag(FlagIds[number], flag.Tier, flag.When);
        }

        foreach (var (phase, some, when) in points)
        {
            builder.Points(phase, some, when);
        }

        foreach (var @class in PlanClasses)
        {
            builder.Class(@class);
        }

        return builder.HardRule("hr-1", hard.When, never: [hard.Never]).Conflict("cf-1", clash).Build() with { Suggestions = suggestions };
    }
}

/// <summary>How one person answers the questionnaire of <see cref="RandomRules"/>: for each question a level, where more is worse.</summary>
/// <param name="Levels">In the order of <see cref="LinkIds"/>.</param>
public sealed record Person(int[] Levels)
{
    public static IReadOnlyList<string> LinkIds { get; } = ["pain", "detail", "fever", "weeks", "bmi", "assessed", "mood"];

    /// <summary>The level from which nothing is worse.</summary>
    public static IReadOnlyList<int> Worst { get; } = [2, 2, 2, 4, 4, 2, 2];

    public Answers Answers => new(LinkIds.Zip(Levels, (linkId, level) => KeyValuePair.Create(linkId, AnswerOf(linkId, level))));

    public override string ToString() => string.Join(", ", Answers.All.Select(answer => $"{answer.Key}: {answer.Value}"));

    private static Answer AnswerOf(string linkId, int level) => linkId switch
    {
        "weeks" => Answer.Of(level),
        "bmi" => Answer.Of(4 - level),
        "assessed" => Answer.Of(level switch { 0 => "yes", 1 => "unsure", _ => "no" }),
        _ => Answer.Of(level switch { 0 => "no", 1 => "unsure", _ => "yes" }),
    };
}

public static class People
{
    public static Gen<Person> Any { get; } = Levels().Select(levels => new Person(levels));

    /// <summary>Two people, of whom the second answers no question better than the first.</summary>
    public static Gen<(Person One, Person Worse)> OneAndWorse { get; } = Gen.Select(Levels(), Levels(), Gen.Bool.Array[Person.LinkIds.Count], (levels, others, changed) =>
        (new Person(levels), new Person([.. levels.Select((level, number) => changed[number] ? Math.Max(level, others[number]) : level)])));

    /// <summary>Asks what every random ruleset asks: a follow-up that only pain makes matter, and one question that may stay blank.</summary>
    /// <remarks>What reassures is asked first: an emergency is called on what is known by then, and a blank reassures nobody.</remarks>
    public static RulesetBuilder Questions(RulesetBuilder builder) => builder
        .Fact("assessed", FactKind.Reassurance)
        .Choice("assessed", YesUnsureNo("assessed"))
        .Choice("pain", YesUnsureNo("pain"))
        .Choice("detail", YesUnsureNo("detail")).EnabledWhen("pain", "yes")
        .Choice("fever", YesUnsureNo("fever"))
        .Number("weeks")
        .Integer("bmi").Fact("bmi", FactKind.Low, from: new NumberSource("bmi", null))
        .Choice("mood", YesUnsureNo("fever")).Optional();

    private static Gen<int[]> Levels() => Gen.Select(
        Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 2],
        (pain, detail, fever, weeks, bmi, assessed, mood) => (int[])[pain, detail, fever, weeks, bmi, assessed, mood]);

    private static Option[] YesUnsureNo(string fact) =>
        [new Option("yes").Sets(fact), new Option("unsure").Unsure().Sets(fact, "unsure"), new Option("no").Sets(fact, "no")];
}
