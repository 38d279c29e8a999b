using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Cases;
using GutGuide.Web.Content;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Cases;

/// <summary>The shipped rules on the open set of invented people.</summary>
public sealed class CaseTests
{
    private const double MostOverTriage = .03;

    private static readonly ContentProblems Problems = new();
    private static readonly DecisionEngine Engine = new(ShippedContent.Ruleset);
    private static readonly CaseSet Cases = CaseSet.Shipped(ShippedContent.Ruleset, Problems);
    private static readonly Scoreboard Board = Scoreboard.Of(Cases, Engine);
    private static readonly CalmPerson Calm = new(ShippedContent.Ruleset);

    public static TheoryData<string> Ids => [.. Cases.Cases.Select(triageCase => triageCase.Id)];

    private static IEnumerable<Decision> Decisions => Cases.Cases.Select(triageCase => Engine.Decide(AnswersOf(triageCase)));

    [Fact]
    public void Every_case_fits_the_questionnaire() => Assert.Empty(Problems.All);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_person_gets_what_the_safety_rules_ask_for(string id)
    {
        var result = Board.Results.Single(result => result.Case.Id == id);

        Assert.Equal(result.Case.Expected, result.Given);
        Assert.Empty(result.RulesMissing);
        Assert.Empty(result.NotShown);
        Assert.Empty(result.WronglyShown);
    }

    /// <summary>An answer to a question that nobody asks would make a case say less than it seems to.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_person_tells_only_what_is_asked(string id)
    {
        var triageCase = Cases.Cases.Single(triageCase => triageCase.Id == id);

        var asked = Engine.Scorer.Assess(AnswersOf(triageCase)).Live;

        Assert.Empty(triageCase.Answers.LinkIds.Except(asked));
    }

    [Fact]
    public void Nobody_gets_less_help_than_expected() => Assert.Empty(Board.UnderTriage);

    [Fact]
    public void At_most_three_people_in_a_hundred_get_more_help_than_expected() =>
        Assert.InRange(Board.OverTriage.Count, 0, (int)(MostOverTriage * Board.Results.Count));

    /// <summary>Of those who need no visit at all, so that the many who do cannot hide them.</summary>
    [Fact]
    public void At_most_three_well_people_in_a_hundred_are_sent_to_a_doctor()
    {
        var well = Board.Results.Where(result => result.Case.Expected == CaseOutcome.SelfCare).ToArray();

        Assert.InRange(well.Count(result => result.Given != CaseOutcome.SelfCare), 0, (int)(MostOverTriage * well.Length));
    }

    [Fact]
    public void Every_outcome_has_a_person() =>
        Assert.All(Enum.GetValues<CaseOutcome>(), outcome => Assert.NotEqual(0, Board.Count(outcome)));

    [Fact]
    public void Every_population_medicine_and_symptom_has_a_person()
    {
        var set = Decisions.SelectMany(decision => decision.States);

        Assert.Empty(Engine.Ruleset.States.Select(state => state.Id).Except(set));
    }

    [Fact]
    public void Every_red_flag_has_a_person()
    {
        var raised = Decisions.SelectMany(decision => decision.RedFlags).Select(raised => raised.Flag.Id);

        Assert.Empty(Engine.Ruleset.Flags.Select(flag => flag.Id).Except(raised));
    }

    private static Answers AnswersOf(TriageCase triageCase) => Calm.Saying(triageCase.Answers);
}
