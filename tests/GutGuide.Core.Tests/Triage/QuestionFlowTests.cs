using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Tests.Triage;

public class QuestionFlowTests
{
    [Theory]
    [InlineData("no", "pain,age")]
    [InlineData("yes", "pain,where,age")]
    public void A_person_meets_the_pages_that_their_answers_lead_through(string pain, string pages)
    {
        var flow = Flow(PainWhereAge());

        Assert.Equal(pages.Split(','), Ids(flow.Pages(Given.Answers(("pain", pain)))));
    }

    [Fact]
    public void Before_the_first_answer_only_the_pages_everyone_meets_are_ahead()
    {
        var flow = Flow(PainWhereAge());

        Assert.Equal(["pain", "age"], Ids(flow.Pages(Answers.None)));
    }

    [Fact]
    public void An_answer_left_on_a_hidden_page_opens_no_other()
    {
        var flow = Flow(PainWhereAge().Page("upper", Condition.Question("where", "upper")).Choice("burns", "no", "yes"));

        Assert.Equal(["pain", "age"], Ids(flow.Pages(Given.Answers(("pain", "no"), ("where", "upper")))));
    }

    [Fact]
    public void A_stop_makes_its_page_the_last()
    {
        var flow = Flow(new RulesetBuilder().Choice("who", "me", "child").Integer("age").Stop(Condition.Question("who", "child")));

        Assert.Equal(["who"], Ids(flow.Pages(Given.Answers(("who", "child"), ("age", 40)))));
        Assert.Equal(["who", "age"], Ids(flow.Pages(Given.Answers(("who", "me")))));
    }

    [Theory]
    [InlineData("yes", "rf-now")]
    [InlineData("unsure", "rf-now,age")]
    [InlineData("no", "rf-now,age")]
    public void An_emergency_makes_its_page_the_last(string said, string pages)
    {
        var flow = Flow(new RulesetBuilder().Problem("rf-now").Integer("age").Flag("rf-now", TriageTier.Emergency));

        Assert.Equal(pages.Split(','), Ids(flow.Pages(Given.Answers(("rf-now", said), ("age", 40)))));
    }

    [Fact]
    public void The_items_of_a_page_follow_the_answers_on_the_page_itself()
    {
        var flow = Flow(new RulesetBuilder().Page("gut").Choice("pain", "no", "yes").Choice("where", "upper", "lower").EnabledWhen("pain", "yes"));
        var page = flow.Pages(Answers.None)[0];

        Assert.Equal(["pain"], flow.Items(page, Given.Answers(("pain", "no"))).Select(item => item.LinkId));
        Assert.Equal(["pain", "where"], flow.Items(page, Given.Answers(("pain", "yes"))).Select(item => item.LinkId));
    }

    [Fact]
    public void A_page_that_is_not_met_has_no_items()
    {
        var builder = PainWhereAge();
        var flow = Flow(builder);

        Assert.Empty(flow.Items(builder.Build().Questionnaire.Pages[1], Given.Answers(("pain", "no"))));
    }

    [Fact]
    public void The_next_page_is_the_first_that_misses_an_answer()
    {
        var flow = Flow(PainWhereAge());

        Assert.Equal("where", flow.Next(Given.Answers(("pain", "yes"), ("age", 40)), Seen("pain", "where", "age"))?.Id);
    }

    [Fact]
    public void A_page_whose_questions_may_stay_blank_is_next_until_it_was_seen()
    {
        var flow = Flow(new RulesetBuilder().Integer("size").Optional().Integer("age"));

        Assert.Equal("size", flow.Next(Answers.None, Seen())?.Id);
        Assert.Equal("age", flow.Next(Answers.None, Seen("size"))?.Id);
    }

    [Fact]
    public void When_everything_is_answered_and_seen_there_is_no_next_page()
    {
        var flow = Flow(PainWhereAge());

        Assert.Null(flow.Next(Given.Answers(("pain", "no"), ("age", 40)), Seen("pain", "age")));
    }

    [Theory]
    [InlineData("no", "where", false)]
    [InlineData("yes", "where", true)]
    [InlineData("yes", "pain", true)]
    public void A_page_is_asked_when_the_answers_lead_to_it(string pain, string page, bool isAsked)
    {
        var builder = PainWhereAge();
        var definition = builder.Build().Questionnaire.Pages.Single(other => other.Id == page);

        Assert.Equal(isAsked, Flow(builder).Lead(definition, Given.Answers(("pain", pain)), Seen("pain")).IsAsked);
    }

    [Theory]
    [InlineData("who", true)]
    [InlineData("age", false)]
    public void Of_the_pages_from_a_stop_on_only_the_one_that_stopped_is_asked(string page, bool isAsked)
    {
        var builder = new RulesetBuilder().Choice("who", "me", "child").Integer("age").Stop(Condition.Question("who", "child"));
        var definition = builder.Build().Questionnaire.Pages.Single(other => other.Id == page);

        Assert.Equal(isAsked, Flow(builder).Lead(definition, Given.Answers(("who", "child"), ("age", 40)), Seen("who", "age")).IsAsked);
    }

    [Theory]
    [InlineData("pain")]
    [InlineData("pain,where")]
    [InlineData("pain,where,age")]
    public void Where_answers_lead_next_is_the_same_for_every_page(string seen)
    {
        var builder = PainWhereAge();
        var flow = Flow(builder);
        var answers = Given.Answers(("pain", "yes"), ("where", "upper"), ("age", 40));

        Assert.All(builder.Build().Questionnaire.Pages, page =>
            Assert.Equal(flow.Next(answers, Seen(seen.Split(','))), flow.Lead(page, answers, Seen(seen.Split(','))).Next));
    }

    [Fact]
    public void Progress_counts_the_pages_that_are_met()
    {
        var flow = Flow(PainWhereAge());
        var answers = Given.Answers(("pain", "yes"));
        var pages = flow.Pages(answers);

        Assert.Equal(new PageProgress(pages[0], 1, 3, 1, 1, null), flow.Progress("pain", answers));
        Assert.Equal(new PageProgress(pages[2], 3, 3, 1, 1, pages[1]), flow.Progress("age", answers));
    }

    [Fact]
    public void A_page_that_is_not_met_has_no_progress()
    {
        Assert.Null(Flow(PainWhereAge()).Progress("where", Given.Answers(("pain", "no"))));
    }

    private static RulesetBuilder PainWhereAge() => new RulesetBuilder()
        .Page("pain").Choice("pain", "no", "yes")
        .Page("where", Condition.Question("pain", "yes")).Choice("where", "upper", "lower")
        .Page("age").Integer("age");

    private static QuestionFlow Flow(RulesetBuilder builder) => new(new TriageScorer(builder.Build()));

    private static IEnumerable<string> Ids(IEnumerable<QuestionnairePage> pages) => pages.Select(page => page.Id);

    private static HashSet<string> Seen(params string[] pages) => [.. pages];
}
