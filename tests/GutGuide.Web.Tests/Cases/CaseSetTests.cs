using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;
using GutGuide.Web.Cases;
using GutGuide.Web.Content;

namespace GutGuide.Web.Tests.Cases;

public sealed class CaseSetTests
{
    private static readonly Ruleset Rules = new RulesetBuilder()
        .Page("page")
        .MultipleChoice("list", "a", "b", new Option("none").Exclusive())
        .Integer("years", 18, 120)
        .Build();

    private readonly ContentProblems _problems = new();

    [Fact]
    public void A_case_keeps_its_answers_in_the_kind_of_their_questions()
    {
        var read = Assert.Single(Read("- { id: one, story: Woman, answers: { list: [b, a], years: 40 }, expected: soon }").Cases);

        Assert.Equal(["a", "b"], read.Answers["list"]!.Codes);
        Assert.Equal(40, read.Answers["years"]!.Number);
        Assert.Equal(CaseOutcome.Soon, read.Expected);
    }

    [Theory]
    [InlineData("lists: [a]", "\"lists\" is not a linkId of the questionnaire; did you mean \"list\"?")]
    [InlineData("list: [c]", "\"c\" is not an answer to \"list\"")]
    [InlineData("years: 17", "\"years\" is 17; write a whole number from 18 to 120")]
    public void A_case_that_does_not_fit_the_questionnaire_is_reported_and_left_out(string answer, string message)
    {
        var set = Read($"- {{ id: one, story: Woman, answers: {{ {answer} }}, expected: soon }}");

        Assert.Empty(set.Cases);
        Assert.Equal(1, set.LeftOut);
        Assert.StartsWith(message, Assert.Single(_problems.All).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_names_only_rules_and_suggestions_that_exist()
    {
        Read("- { id: one, story: Woman, answers: {}, expected: soon, rules: [rf-x], must: [sg-x], must-not: [sg-y] }");

        Assert.Equal(["rf-x", "sg-x", "sg-y"], _problems.All.Select(problem => problem.Message.Split('"')[1]));
    }

    [Fact]
    public void Two_cases_have_two_ids()
    {
        var set = Read("""
            - { id: one, story: Woman, answers: {}, expected: soon }
            - { id: one, story: Man, answers: {}, expected: soon }
            """);

        Assert.Equal(1, set.LeftOut);
        Assert.Contains("already used", Assert.Single(_problems.All).Message);
    }

    [Fact]
    public void Whatever_is_shown_to_someone_who_must_see_no_plan_is_wrong()
    {
        var expected = new TriageCase("one", "Boy, 17", Core.Questionnaires.Answers.None, CaseOutcome.Under18, CaseTrap.None, [], [], []);
        var engine = new DecisionEngine(new RulesetBuilder().Page("page").Choice("often", "no", "yes").Points("rebalance", 5).Suggestion("sg-walk").Build());

        var result = CaseResult.Of(expected, engine.Decide(Given.Answers(("often", "no"))));

        Assert.Equal(["sg-walk"], result.WronglyShown);
    }

    private CaseSet Read(string yaml) => CaseSet.Read(yaml, Rules, _problems);
}
