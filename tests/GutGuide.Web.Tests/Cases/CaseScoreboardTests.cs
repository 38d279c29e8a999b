using Bunit;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Cases;

namespace GutGuide.Web.Tests.Cases;

public sealed class CaseScoreboardTests : BunitContext
{
    [Fact]
    public void A_person_who_gets_too_little_help_stands_in_a_table_above_all_others()
    {
        var page = Show(Result("Well", CaseOutcome.SelfCare, CaseOutcome.SelfCare), Result("Ill", CaseOutcome.Urgent, CaseOutcome.Soon));

        var first = page.Find("table");
        Assert.Equal("Ill", first.QuerySelector("th[scope=row]")!.TextContent);
        Assert.Contains("Expected Urgent, given Soon", first.TextContent);
    }

    [Fact]
    public void The_tally_counts_each_way_of_being_wrong()
    {
        var page = Show(
            Result("a", CaseOutcome.Soon, CaseOutcome.Routine),
            Result("b", CaseOutcome.Routine, CaseOutcome.Urgent),
            Result("c", CaseOutcome.Routine, CaseOutcome.Emergency),
            Result("d", CaseOutcome.Soon, CaseOutcome.Soon) with { WronglyShown = ["sg-tre"] });

        Assert.Equal(["4", "1", "2", "1", "0"], page.FindAll(".tally dd").Select(number => number.TextContent));
    }

    [Fact]
    public void The_table_counts_expected_against_given()
    {
        var page = Show(Result("a", CaseOutcome.Emergency, CaseOutcome.Urgent), Result("b", CaseOutcome.Emergency, CaseOutcome.Emergency));

        var table = page.FindAll("table").Single(table => table.QuerySelector("caption") is not null);
        var emergency = table.QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.TextContent);
        Assert.Equal(["1", "1", "0", "0", "0", "0"], emergency);
    }

    [Fact]
    public void Every_person_is_listed_with_the_rules_behind_the_outcome()
    {
        var page = Show(Result("Man, 58, tight chest", CaseOutcome.Emergency, CaseOutcome.Emergency));

        var row = page.Find("details tbody tr");
        Assert.Equal("Man, 58, tight chest", row.QuerySelector("th")!.TextContent);
        Assert.Equal("rf-chest-pain", row.QuerySelector(".rule-id")!.TextContent);
        Assert.Equal("As expected", row.QuerySelector(".status--checked")!.TextContent);
    }

    [Fact]
    public void Cases_that_were_left_out_are_owned_up_to()
    {
        var page = Render<CaseScoreboard>(parameters => parameters.Add(p => p.Board, new Scoreboard("1", [], LeftOut: 2)));

        Assert.Contains("2 more do not fit these rules", page.Markup);
    }

    private IRenderedComponent<CaseScoreboard> Show(params CaseResult[] results) =>
        Render<CaseScoreboard>(parameters => parameters.Add(p => p.Board, new Scoreboard("1", results, LeftOut: 0)));

    private static CaseResult Result(string story, CaseOutcome expected, CaseOutcome given) => new(
        new TriageCase(story, story, Answers.None, expected, CaseTrap.None, ["rf-chest-pain"], [], []), given, [], [], []);
}
