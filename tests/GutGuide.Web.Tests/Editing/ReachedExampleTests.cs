using GutGuide.Core.Plans;
using GutGuide.Core.Proofs;
using GutGuide.Web.Tests.Comparing;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Editing;

/// <summary>The people whom the reverse views show really get where they are said to get.</summary>
public sealed class ReachedExampleTests
{
    private static readonly DecisionEngine Engine = new(ShippedContent.Ruleset);

    [Fact]
    public void Every_flag_has_an_example_that_raises_it_at_its_own_tier() => Assert.All(
        ShippedContent.Ruleset.Flags,
        flag => Assert.Contains(Decide(ReachedKind.Flag, flag.Id).RedFlags, raised => raised.Flag.Id == flag.Id && raised.Tier == flag.Tier));

    [Fact]
    public void Every_state_has_an_example_that_sets_it() => Assert.All(
        ShippedContent.Ruleset.States,
        state => Assert.Contains(state.Id, Decide(ReachedKind.State, state.Id).States));

    [Fact]
    public void Every_suggestion_has_an_example_that_is_shown_it() => Assert.All(
        ShippedContent.Ruleset.Suggestions,
        suggestion => Assert.Contains(suggestion.Id, OnThePage(Decide(ReachedKind.Suggestion, suggestion.Id))));

    [Fact]
    public void Every_question_has_an_example_that_meets_it() => Assert.All(
        ShippedContent.Ruleset.Questionnaire.Items,
        item => Assert.Contains(item.LinkId, Engine.Scorer.Assess(Example(ReachedKind.Question, item.LinkId).Answers).Live));

    /// <summary>In the plan, under what more would fit, or among what people also ask about.</summary>
    private static IEnumerable<string> OnThePage(Decision decision) =>
        decision.Shown.Concat(decision.Offered).Concat(decision.ReadingOnly).Select(planned => planned.Suggestion.Id);

    private static Decision Decide(ReachedKind kind, string id) => Engine.Decide(Example(kind, id).Answers);

    private static AnswerExample Example(ReachedKind kind, string id) => Assert.Single(ShippedProof.Report.Reached, reached => reached.Kind == kind && reached.Id == id).Example;
}
