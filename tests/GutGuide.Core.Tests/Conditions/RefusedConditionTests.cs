using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Tests.Conditions;

/// <summary>What a condition may not say, so that no rule can mean the opposite of what it reads.</summary>
public class RefusedConditionTests
{
    public static TheoryData<Condition, string> UnknownNames { get; } = new()
    {
        { Condition.Question("pian", "yes"), "pian" },
        { Condition.Question("pain", "yse"), "yse" },
        { Condition.State("sp-nobody"), "sp-nobody" },
        { Condition.Flag("rf-nobody"), "rf-nobody" },
        { Condition.Fact("fit", ComparisonOperator.Equal, "positive"), "positive" },
    };

    public static TheoryData<Condition> Meaningless { get; } = new()
    {
        Condition.Fact("wl", ComparisonOperator.NotEqual, "yes"),
        Condition.Fact("wl", ComparisonOperator.Equal, "no"),
        Condition.Fact("wl", ComparisonOperator.GreaterOrEqual, 1),
        Condition.Fact("ovaries", ComparisonOperator.NotEqual, "yes"),
        Condition.Fact("assessed", ComparisonOperator.Equal, "yes"),
        Condition.Fact("assessed", ComparisonOperator.NotEqual, "no"),
        Condition.Fact("fit", ComparisonOperator.Greater, "neg"),
        Condition.Fact("age"),
        Condition.Question("pain", "yes", ComparisonOperator.GreaterOrEqual),
        Condition.Question("pain", ComparisonOperator.GreaterOrEqual, 1),
    };

    [Theory]
    [MemberData(nameof(UnknownNames))]
    public void A_name_that_nobody_defined_is_refused(Condition when, string name)
    {
        var refused = Assert.Throws<ArgumentException>(() => Scorer(when));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Meaningless))]
    public void A_comparison_that_its_subject_cannot_answer_is_refused(Condition when) => Assert.Throws<ArgumentException>(() => Scorer(when));

    [Fact]
    public void An_unknown_fact_is_refused()
    {
        var ruleset = new RulesetBuilder().Build() with { States = [new RulesetBuilder().State("sp-tested", Condition.Fact("nobody")).Build().States[0]] };

        Assert.Throws<ArgumentException>(() => new TriageScorer(ruleset));
    }

    [Fact]
    public void An_unknown_section_is_refused()
    {
        var flagged = new RulesetBuilder().Flag("rf-x", TriageTier.Soon, Condition.Section("nowhere", ComparisonOperator.GreaterOrEqual, 1)).Build();
        var ruleset = flagged with { Scoring = flagged.Scoring with { Sections = [] } };

        Assert.Throws<ArgumentException>(() => new TriageScorer(ruleset));
    }

    private static TriageScorer Scorer(Condition when) => new(new RulesetBuilder()
        .Problem("wl")
        .Choice("pain", "no", "yes")
        .Number("age", FactKind.Age)
        .Fact("ovaries", FactKind.Presence)
        .Fact("assessed", FactKind.Reassurance)
        .Fact("fit", FactKind.Code, values: ["neg", "pos"])
        .State("sp-tested", when)
        .Build());
}
