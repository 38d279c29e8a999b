using GutGuide.Core.Explanations;
using GutGuide.Core.FollowUp;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;
using GutGuide.Web.Features.FollowUp;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Scoring;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.FollowUp;

public sealed class ComparisonTests
{
    private static readonly DateTimeOffset Then = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly RulesetScoring Rules = ScoringOf(ShippedContent.Ruleset);

    [Fact]
    public void An_answer_that_changed_stands_beside_the_earlier_one()
    {
        var comparison = Compare(Bloated("most", "lot"), Bloated("few", "lot"));

        var row = Assert.Single(comparison.Different);
        Assert.Equal(("bloating-often", "6–7", "1–2"), (row.Item.LinkId, row.Then, row.Now));
        Assert.Contains(comparison.Same, same => same.Item.LinkId == "bloating-way");
    }

    [Fact]
    public void A_question_asked_only_once_has_one_side_blank()
    {
        var comparison = Compare(Bloated("most", "lot"), Persona.AllWell.Answers());

        var row = Assert.Single(comparison.Different, row => row.Item.LinkId == "bloating-often");
        Assert.Equal("6–7", row.Then);
        Assert.Null(row.Now);
    }

    [Fact]
    public void A_question_with_other_words_is_not_compared()
    {
        var comparison = Compare(Bloated("most", "lot"), Bloated("few", "lot"), Reworded(item => item with { Text = "How often were you bloated?" }));

        Assert.DoesNotContain(comparison.Different, row => row.Item.LinkId == "bloating-often");
        Assert.Equal(1, comparison.Reworded);
    }

    [Fact]
    public void A_choice_with_other_words_takes_its_question_out_too()
    {
        var comparison = Compare(Bloated("most", "lot"), Bloated("few", "lot"), Reworded(item => item with
        {
            Options = [.. item.Options.Select(option => option.Code == "most" ? option with { Display = "Nearly each day" } : option)],
        }));

        Assert.DoesNotContain(comparison.Different, row => row.Item.LinkId == "bloating-often");
    }

    [Fact]
    public void Answers_to_questions_with_other_words_are_not_carried_into_newer_rules()
    {
        var answers = Bloated("most", "lot");

        var carried = Comparison.Carried(
            Rules.Ruleset.Questionnaire, answers, Reworded(item => item with { Text = "How often were you bloated?" }).Ruleset.Questionnaire);

        Assert.Null(carried["bloating-often"]);
        Assert.Equal(answers["bloating-way"], carried["bloating-way"]);
    }

    private static Comparison Compare(Answers earlier, Answers now, RulesetScoring? rulesNow = null) =>
        Comparison.Of(Rules, new PastResponse("hash", earlier, Then), rulesNow ?? Rules, now);

    private static Answers Bloated(string often, string way) =>
        Persona.AllWell.Saying("gut", "bloating").Saying("bloating-often", often).Saying("bloating-way", way).Answers();

    private static RulesetScoring Reworded(Func<QuestionnaireItem, QuestionnaireItem> change)
    {
        var ruleset = ShippedContent.Ruleset;
        return ScoringOf(ruleset with
        {
            Questionnaire = ruleset.Questionnaire with
            {
                Pages = [.. ruleset.Questionnaire.Pages.Select(page => page with
                {
                    Items = [.. page.Items.Select(item => item.LinkId == "bloating-often" ? change(item) : item)],
                })],
            },
        });
    }

    private static RulesetScoring ScoringOf(Ruleset ruleset)
    {
        var engine = new DecisionEngine(ruleset);
        return new RulesetScoring(engine, new QuestionFlow(engine.Scorer), new QuestionUses(ruleset), new WhatWouldChange(engine));
    }
}
