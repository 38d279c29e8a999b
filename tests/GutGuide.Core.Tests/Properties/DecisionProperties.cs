using System.Text.Json;
using CsCheck;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Tests.Properties;

/// <summary>What holds of every ruleset and every person.</summary>
public class DecisionProperties
{
    private const int Samples = 500;

    [Fact]
    public void Worse_answers_never_lower_the_tier() => ForEveryTwo(People.OneAndWorse, (engine, one, worse) =>
    {
        var before = engine.Decide(one.Answers).Tier;
        var after = engine.Decide(worse.Answers).Tier;

        Assert.True(after >= before, $"The tier went from {before} to {after}.");
    });

    [Fact]
    public void Worse_answers_never_loosen_what_may_be_suggested() => ForEveryTwo(People.OneAndWorse, (engine, one, worse) =>
    {
        var before = engine.Decide(one.Answers).SuggestionStates;
        var after = engine.Decide(worse.Answers).SuggestionStates;

        Assert.All(before, state => Assert.True(after[state.Key] >= state.Value, $"{state.Key} went from {state.Value} to {after[state.Key]}."));
    });

    [Fact]
    public void The_order_in_which_answers_came_does_not_matter() => ForEverybodyAnd(Gen.Shuffle(Person.LinkIds.ToArray()), (engine, person, order) =>
    {
        var shuffled = new Answers(order.Select(linkId => KeyValuePair.Create(linkId, person.Answers[linkId]!)));

        Assert.Equal(Written(engine.Decide(person.Answers)), Written(engine.Decide(shuffled)));
    });

    [Fact]
    public void The_same_answers_get_the_same_decision_whoever_was_asked_before() => ForEveryTwo(Gen.Select(People.Any, People.Any), (engine, one, other) =>
    {
        engine.Decide(other.Answers);

        Assert.Equal(Written(new DecisionEngine(engine.Ruleset).Decide(one.Answers)), Written(engine.Decide(one.Answers)));
    });

    [Fact]
    public void One_engine_serves_many_people_at_once() => ForEveryTwo(Gen.Select(People.Any, People.Any), (engine, one, other) =>
    {
        var decisions = new string[8];

        Parallel.For(0, decisions.Length, number => decisions[number] = Written(engine.Decide((number % 2 == 0 ? one : other).Answers)));

        Assert.All(decisions.Index(), decision => Assert.Equal(Written(engine.Decide((decision.Index % 2 == 0 ? one : other).Answers)), decision.Item));
    });

    [Fact]
    public void Only_without_a_required_answer_that_counted_is_a_decision_incomplete() => ForEverybodyAnd(Gen.OneOf(Person.LinkIds.ToArray()), (engine, person, linkId) =>
    {
        var isRequired = engine.Ruleset.Questionnaire.Items.Single(item => item.LinkId == linkId).Required;
        var isNeeded = isRequired && engine.Scorer.Assess(person.Answers).Live.Contains(linkId);

        var decision = engine.Decide(person.Answers.With(linkId, null));

        Assert.Equal(isNeeded ? [linkId] : [], decision.Missing);
        Assert.Equal(isNeeded ? DecisionStatus.Incomplete : DecisionStatus.Complete, decision.Status);
    });

    [Fact]
    public void An_answer_that_does_not_count_changes_nothing() => ForEverybody((engine, person) =>
    {
        var live = engine.Scorer.Assess(person.Answers).Live;
        var counted = new Answers(person.Answers.All.Where(answer => live.Contains(answer.Key)));

        Assert.Equal(Written(engine.Decide(person.Answers)), Written(engine.Decide(counted)));
    });

    [Fact]
    public void The_tier_is_the_highest_of_its_flags_and_floors() => ForEverybody((engine, person) =>
    {
        var decision = engine.Decide(person.Answers);

        var floors = engine.Ruleset.States.Where(state => decision.States.Contains(state.Id)).Select(state => state.Floor);
        Assert.Equal(decision.RedFlags.Select(raised => raised.Tier).Concat(floors).Append(TriageTier.SelfCare).Max(), decision.Tier);
    });

    [Fact]
    public void A_flag_counts_at_its_tier_or_one_lower_but_never_as_self_care() => ForEverybody((engine, person) =>
    {
        var flags = engine.Decide(person.Answers).RedFlags;

        Assert.All(flags, raised => Assert.InRange(raised.Flag.Tier - raised.Tier, 0, 1));
        Assert.All(flags, raised => Assert.NotEqual(TriageTier.SelfCare, raised.Tier));
    });

    [Fact]
    public void Nothing_is_shown_that_is_ruled_out() => ForEverybody((engine, person) =>
    {
        var decision = engine.Decide(person.Answers);

        Assert.All(decision.Shown, shown => Assert.NotEqual(SuggestionState.Never, shown.State));
        Assert.All(decision.Shown, shown => Assert.Equal(decision.SuggestionStates[shown.Suggestion.Id], shown.State));
    });

    [Fact]
    public void Nothing_is_both_shown_and_held_back() => ForEverybody((engine, person) =>
    {
        var decision = engine.Decide(person.Answers);

        Assert.Empty(decision.Shown.Select(shown => shown.Suggestion.Id).Intersect(decision.HeldBack.Select(held => held.Suggestion.Id)));
    });

    [Fact]
    public void A_replacement_is_fine_itself() => ForEverybody((engine, person) =>
    {
        var decision = engine.Decide(person.Answers);

        Assert.All(
            decision.HeldBack.Select(held => held.Substitute).OfType<Suggestion>(),
            substitute => Assert.Equal(SuggestionState.Ok, decision.SuggestionStates[substitute.Id]));
    });

    [Fact]
    public void Everything_held_back_or_to_ask_about_says_why() => ForEverybody((engine, person) =>
    {
        var decision = engine.Decide(person.Answers);

        Assert.All(decision.HeldBack, held => Assert.NotEmpty(held.Because));
        Assert.All(decision.Shown, shown => Assert.Equal(shown.State == SuggestionState.Ask, shown.AskBecause.Count > 0));
    });

    [Fact]
    public void A_plan_keeps_to_every_limit() => ForEverybody((engine, person) =>
    {
        var decision = engine.Decide(person.Answers);

        var placed = decision.FivePhases.SelectMany(phase => phase.Suggestions).Select(shown => shown.Suggestion).ToArray();
        Assert.InRange(placed.Length, 0, 8);
        Assert.All(decision.FivePhases, phase => Assert.InRange(phase.Suggestions.Count, 0, 2));
        Assert.InRange(placed.Count(suggestion => suggestion.Class is "supp" or "herb"), 0, 2);
        Assert.InRange(placed.Count(suggestion => suggestion.Class == "restrict"), 0, 1);
        Assert.DoesNotContain(placed, suggestion => suggestion.Class is "test" or "talk");
    });

    [Fact]
    public void No_two_that_clash_are_offered_together() => ForEverybody((engine, person) =>
    {
        var offered = engine.Decide(person.Answers).FivePhases.SelectMany(phase => phase.Suggestions.Concat(phase.More)).Select(shown => shown.Suggestion).ToArray();

        var together = from one in offered
                       from other in offered
                       where engine.Ruleset.Conflicts.Any(conflict => conflict.Forbids(one.Id, other.Id))
                       select one.Id;
        Assert.Empty(together);
    });

    [Fact]
    public void The_first_step_is_one_of_those_offered_outright() => ForEverybody((engine, person) =>
    {
        var decision = engine.Decide(person.Answers);

        var offered = decision.Shown.Where(shown => shown.State == SuggestionState.Ok).Select(shown => shown.Suggestion.Id);
        Assert.True(decision.FirstStep is null || offered.Contains(decision.FirstStep), $"{decision.FirstStep} is not offered.");
    });

    private static void ForEverybody(Action<DecisionEngine, Person> promise) => Gen.Select(RandomRules.Any, People.Any).Sample(
        (ruleset, person) => promise(new DecisionEngine(ruleset), person), iter: Samples, print: drawn => Written(drawn));

    private static void ForEverybodyAnd<T>(Gen<T> more, Action<DecisionEngine, Person, T> promise) => Gen.Select(RandomRules.Any, People.Any, more).Sample(
        (ruleset, person, drawn) => promise(new DecisionEngine(ruleset), person, drawn), iter: Samples, print: drawn => Written(drawn));

    private static void ForEveryTwo(Gen<(Person One, Person Other)> two, Action<DecisionEngine, Person, Person> promise) => Gen.Select(RandomRules.Any, two).Sample(
        (ruleset, people) => promise(new DecisionEngine(ruleset), people.One, people.Other), iter: Samples, print: drawn => Written(drawn));

    /// <summary>The whole of it as text, so that two can be compared, and a failure read, to the last detail.</summary>
    private static string Written<T>(T value) => JsonSerializer.Serialize(value, Everything);

    private static readonly JsonSerializerOptions Everything = new() { IncludeFields = true };
}
