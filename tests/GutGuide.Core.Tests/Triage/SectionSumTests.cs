using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Triage;

public class SectionSumTests
{
    [Fact]
    public void A_section_sums_the_weights_of_its_own_questions_only()
    {
        var sums = TwoSections().Assess(("pain", "often"), ("wind", "daily"), ("sleep", "bad")).Sums();

        Assert.Equal(5, sums["belly"]);
        Assert.Equal(2, sums["rest"]);
    }

    [Fact]
    public void A_list_adds_the_weight_of_everything_ticked()
    {
        var findings = new RulesetBuilder()
            .MultipleChoice("gut", new Option("wind").Weighing(1), new Option("cramps").Weighing(2), new Option("none").Exclusive()).AddsTo("belly")
            .Assess(("gut", Answer.Of("wind", "cramps")));

        Assert.Equal(3, findings.Sums()["belly"]);
    }

    [Fact]
    public void An_option_without_a_weight_adds_nothing()
    {
        var sums = TwoSections().Assess(("pain", "unknown")).Sums();

        Assert.Equal(0, sums["belly"]);
    }

    [Fact]
    public void A_weight_on_a_hidden_question_adds_nothing()
    {
        var findings = new RulesetBuilder()
            .Choice("pain", "no", "yes")
            .Choice("how-bad", new Option("bad").Weighing(4)).AddsTo("belly").EnabledWhen("pain", "yes")
            .Assess(("pain", "no"), ("how-bad", "bad"));

        Assert.Equal(0, findings.Sums()["belly"]);
    }

    [Fact]
    public void A_weight_of_a_question_outside_every_section_adds_nothing()
    {
        var findings = new RulesetBuilder().Section("belly").Choice("pain", new Option("bad").Weighing(4)).Assess(("pain", "bad"));

        Assert.Equal(0, findings.Sums()["belly"]);
    }

    [Fact]
    public void A_sum_of_any_height_raises_no_tier()
    {
        var findings = new RulesetBuilder().Choice("pain", new Option("bad").Weighing(1000)).AddsTo("belly").Assess(("pain", "bad"));

        Assert.Equal(TriageTier.SelfCare, findings.Tier);
    }

    private static RulesetBuilder TwoSections()
    {
        Option[] options = [new Option("often").Weighing(2), new Option("daily").Weighing(3), new Option("unknown").Unsure()];
        return new RulesetBuilder()
            .Choice("pain", options).AddsTo("belly").Optional()
            .Choice("wind", options).AddsTo("belly").Optional()
            .Choice("sleep", new Option("bad").Weighing(2)).AddsTo("rest").Optional();
    }
}
