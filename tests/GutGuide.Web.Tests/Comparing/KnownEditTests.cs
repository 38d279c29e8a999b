using System.Text;
using GutGuide.Core.Comparisons;
using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Proofs;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Comparing;

/// <summary>Edits whose effect is counted again by brute force: each answer set decided under both versions and written out in full.</summary>
public sealed class KnownEditTests
{
    private const int Walks = 200;

    /// <summary>Every fifth: enough to meet each edit, and quick.</summary>
    private static readonly ReachedRule[] Reached = [.. ShippedProof.Report.Reached.Where((_, number) => number % 5 == 0 || ShippedProof.Report.Reached[number].Id is "rf-jaundice" or "sp-htn" or "sg-curcumin")];

    private static readonly Dictionary<string, Func<Ruleset, Ruleset>> Edits = new(StringComparer.Ordinal)
    {
        ["jaundice only soon"] = rules => rules with { Flags = Changed(rules.Flags, flag => flag.Id == "rf-jaundice", flag => flag with { Tier = TriageTier.Soon }) },
        ["jaundice an emergency"] = rules => rules with { Flags = Changed(rules.Flags, flag => flag.Id == "rf-jaundice", flag => flag with { Tier = TriageTier.Emergency }) },
        ["nothing stands in for psyllium"] = rules => Suggestion(rules, "sg-psyllium", sg => sg with { Substitute = null }),
        ["older only from 70"] = rules => rules with { States = Changed(rules.States, state => state.Id == "sp-65plus", state => state with { When = Condition.Fact("age", ComparisonOperator.GreaterOrEqual, 70) }) },
        ["high blood pressure has a floor"] = rules => rules with { States = Changed(rules.States, state => state.Id == "sp-htn", state => state with { Floor = TriageTier.Routine }) },
        ["curcumin without its floor"] = rules => Suggestion(rules, "sg-curcumin", sg => sg with { Floor = SuggestionState.Ok }),
        ["walking not for older people"] = rules => Suggestion(rules, "sg-walk", sg => sg with { Never = new TriggerSet(new Dictionary<string, string> { ["sp-65plus"] = "Test." }, []) }),
        ["sleep relevant to nobody"] = rules => Suggestion(rules, "sg-sleep", sg => sg with { Relevant = Condition.AllOf(Condition.Question("who", "minor"), Condition.Question("who", "adult")) }),
        ["supplements hidden at routine"] = rules => rules with { Classes = Changed(rules.Classes, c => c.Id == "supp", c => c with { Caps = new Dictionary<TriageTier, TierCap>(c.Caps) { [TriageTier.Routine] = TierCap.Hide } }) },
        ["only the words of a suggestion"] = rules => Suggestion(rules, "sg-walk", sg => sg with { Text = sg.Text with { Title = "Take a walk" } }),
    };

    public static TheoryData<string> Names => [.. Edits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_known_edit_changes_as_many_answer_sets_as_brute_force_counts(string edit)
    {
        var (before, after) = (ShippedContent.Ruleset, Edits[edit](ShippedContent.Ruleset));

        var comparison = RulesetComparison.Of(before, Reached, after, Reached, Walks);

        var (engineBefore, engineAfter) = (new DecisionEngine(before), new DecisionEngine(after));
        var pairs = comparison.Compared.Select(pair => (Before: engineBefore.Decide(pair.Before), After: engineAfter.Decide(pair.After))).ToArray();
        Assert.Equal(pairs.Count(pair => Written(pair.Before) != Written(pair.After)), comparison.Changed);
        Assert.Equal(pairs.Count(pair => pair.Before.Tier > pair.After.Tier), comparison.Tiers.Where(move => move.Move.IsDown).Sum(move => move.Count));
        Assert.Equal(pairs.Count(pair => pair.Before.Tier != pair.After.Tier), comparison.Tiers.Sum(move => move.Count));
        Assert.Equal(pairs.Sum(pair => Ids(pair.After).Except(Ids(pair.Before)).Count()), comparison.Suggestions.Sum(moves => moves.Gained));
        Assert.Equal(pairs.Sum(pair => pair.Before.SuggestionStates.Count(state => pair.After.SuggestionStates[state.Key] < state.Value)), comparison.Suggestions.Sum(moves => moves.Loosened));
        Assert.Equal(edit == "only the words of a suggestion", comparison.Changed == 0);
    }

    [Fact]
    public void A_new_required_question_is_named_and_changes_nobody_who_answers_it_calmly()
    {
        var item = new QuestionnaireItem("new-question", "Is this new?", null, ItemType.Choice, true, null, null, null, null, null, null, [new("no", "No", null, false, false, []), new("yes", "Yes", null, false, false, [])]);
        var after = WithPages(page => page.Id == "now-head" ? page with { Items = [.. page.Items, item] } : page);

        var comparison = RulesetComparison.Of(ShippedContent.Ruleset, Reached, after, [], Walks);

        Assert.Equal(["new-question"], comparison.Questions.OnlyAfter);
        Assert.Equal(0, comparison.Changed);
        Assert.Equal(0, comparison.SetAside);
        Assert.Contains(comparison.Compared, pair => pair.After["new-question"]?.Has("yes") == true);
    }

    [Fact]
    public void Answers_that_one_version_does_not_have_are_named_and_set_aside()
    {
        var after = WithPages(page => page with { Items = [.. page.Items.Select(item => item.LinkId == "now-head" ? item with { Options = [.. item.Options.Where(option => option.Code != "chest")] } : item)] });

        var comparison = RulesetComparison.Of(ShippedContent.Ruleset, Reached, after, [], Walks);

        Assert.Equal([("now-head", "chest")], comparison.Questions.CodesOnlyBefore);
        Assert.InRange(comparison.SetAside, 1, comparison.Compared.Count / 10);
        Assert.DoesNotContain(comparison.Compared, pair => pair.Before["now-head"]?.Has("chest") == true);
    }

    [Fact]
    public void The_sample_is_the_same_each_time()
    {
        var first = AnswerSample.Of(ShippedContent.Ruleset, Reached, Walks);
        var second = AnswerSample.Of(ShippedContent.Ruleset, Reached, Walks);

        Assert.Equal(first.All.Select(Text), second.All.Select(Text));
        Assert.Equal(first.All.Count, first.All.Select(Text).Distinct().Count());
    }

    [Fact]
    public void Everybody_in_the_sample_has_answered_all_they_are_asked()
    {
        var engine = new DecisionEngine(ShippedContent.Ruleset);

        var sample = AnswerSample.Of(ShippedContent.Ruleset, Reached, Walks);

        Assert.All(sample.All, person => Assert.Equal(DecisionStatus.Complete, engine.Decide(person.Answers).Status));
    }

    [Fact]
    public void Five_examples_stand_for_different_kinds_of_change_with_the_gravest_first()
    {
        var after = Edits["jaundice only soon"](ShippedContent.Ruleset);

        var comparison = RulesetComparison.Of(ShippedContent.Ruleset, Reached, after, Reached, Walks);

        Assert.InRange(comparison.Examples.Count, 1, 5);
        Assert.Equal(ChangeGravity.TierDown, comparison.Examples[0].Change.Gravity);
        Assert.Single(comparison.Examples[0].Answers.Person.Telling);
    }

    private static Ruleset WithPages(Func<QuestionnairePage, QuestionnairePage> change)
    {
        var rules = ShippedContent.Ruleset;
        return rules with { Questionnaire = rules.Questionnaire with { Pages = [.. rules.Questionnaire.Pages.Select(change)] } };
    }

    private static Ruleset Suggestion(Ruleset rules, string id, Func<Suggestion, Suggestion> change) =>
        rules with { Suggestions = Changed(rules.Suggestions, suggestion => suggestion.Id == id, change) };

    private static List<T> Changed<T>(IReadOnlyList<T> all, Func<T, bool> which, Func<T, T> change)
    {
        Assert.Single(all, item => which(item));
        return [.. all.Select(item => which(item) ? change(item) : item)];
    }

    private static string Text(SampledAnswers person) => string.Join(';', person.Answers.LinkIds.Select(linkId => $"{linkId}={person.Answers[linkId]}"));

    private static IEnumerable<string> Ids(Decision decision) => decision.Phases.SelectMany(phase => phase.Suggestions).Select(planned => planned.Suggestion.Id);

    /// <summary>Everything a person is told and shown, by id.</summary>
    private static string Written(Decision decision)
    {
        var text = new StringBuilder($"{decision.Status}|{decision.Tier}|{decision.StopCard}|{decision.FirstStep}|");
        text.AppendJoin(',', decision.Missing).Append('|').AppendJoin(',', decision.States).Append('|');
        text.AppendJoin(',', decision.RedFlags.Select(raised => raised.Flag.Id + raised.Tier)).Append('|');
        text.AppendJoin(',', decision.Scores.OrderBy(score => score.Key, StringComparer.Ordinal)).Append('|');
        text.AppendJoin(',', decision.SuggestionStates.OrderBy(state => state.Key, StringComparer.Ordinal)).Append('|');
        foreach (var phase in decision.Phases)
        {
            text.Append(phase.Phase).Append(phase.Priority).AppendJoin(',', phase.Suggestions.Select(planned => planned.Suggestion.Id + planned.State)).Append('|');
        }

        foreach (var held in decision.HeldBack)
        {
            text.Append(held.Suggestion.Id).Append(held.Relevant).Append(held.Substitute?.Id).AppendJoin(',', held.Because.Select(trigger => trigger.Id)).Append('|');
        }

        return text.ToString();
    }
}
