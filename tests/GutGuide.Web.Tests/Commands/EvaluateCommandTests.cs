using System.Text.Json;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Fhir;

namespace GutGuide.Web.Tests.Commands;

public class EvaluateCommandTests
{
    private const string NoahIsWell = """
        {"id": "Noah, 34, well", "answers": {"who": "adult", "region": "US", "now-head": ["none"], "now-pain": ["none"], "now-blood": ["none"], "coping": ["none"], "age": 34, "body": "male", "conditions": ["none"], "medicines": ["none"], "celiac": "never", "alarm-gut": ["none"], "alarm-body": ["none"], "tests-family": ["none"], "gut": ["none"], "body-signs": ["none"], "food": ["none"], "life": ["none"], "diet-now": "no", "products": "no", "goal": "learn"}}
        """;

    private const string AdaHadKidneyStones = """
        {"id": "Ada, 52, kidney stones", "answers": {"who": "adult", "now-head": ["none"], "now-pain": ["none"], "now-blood": ["none"], "coping": ["none"], "age": 52, "screening": "yes", "body": "male", "conditions": ["kidney"], "c-kidney": ["ckd"], "thyroid": "no", "medicines": ["none"], "celiac": "neg", "alarm-gut": ["none"], "alarm-body": ["none"], "tests-family": ["none"], "gut": ["none"], "body-signs": ["none"], "food": ["none"], "life": ["none"], "diet-now": "no", "products": "no"}}
        """;

    private const string BenFoundALump = """
        {"id": "Ben, 41, lump", "answers": {"who": "adult", "now-head": ["none"], "now-pain": ["none"], "now-blood": ["none"], "coping": ["none"], "age": 41, "body": "male", "conditions": ["none"], "medicines": ["none"], "celiac": "neg", "alarm-gut": ["lump"], "alarm-body": ["none"], "tests-family": ["none"], "gut": ["none"], "body-signs": ["none"], "food": ["none"], "life": ["none"], "diet-now": "no", "products": "no"}}
        """;

    private const string CleoTurnsYellow = """
        {"id": "Cleo, 29, yellow eyes", "answers": {"who": "adult", "now-head": ["none"], "now-pain": ["none"], "now-blood": ["none"], "coping": ["none"], "age": 29, "body": "male", "conditions": ["none"], "medicines": ["none"], "celiac": "neg", "alarm-gut": ["none"], "alarm-body": ["yellow"], "tests-family": ["none"], "gut": ["none"], "body-signs": ["none"], "food": ["none"], "life": ["none"], "diet-now": "no", "products": "no"}}
        """;

    private const string DanHasChestPain = """
        {"id": "Dan, chest pain", "answers": {"who": "adult", "age": 50, "body": "male", "now-head": ["chest"]}}
        """;

    private const string EveIsNotDone = """
        {"id": "Eve", "answers": {"who": "adult", "now-head": ["none"], "now-pain": ["none"], "now-blood": ["none"], "coping": ["none"], "body": "male", "conditions": ["none"], "medicines": ["none"], "celiac": "neg", "alarm-gut": ["none"], "alarm-body": ["none"], "tests-family": ["none"], "gut": ["none"], "body-signs": ["none"], "food": ["none"], "life": ["none"], "diet-now": "no", "products": "no"}}
        """;

    [Theory]
    [InlineData(NoahIsWell, "self-care", "", "")]
    [InlineData(AdaHadKidneyStones, "routine", "", "")]
    [InlineData(BenFoundALump, "soon", "rf-mass", "alarm-gut")]
    [InlineData(CleoTurnsYellow, "urgent", "rf-jaundice", "alarm-body")]
    [InlineData(DanHasChestPain, "emergency", "rf-chest-pain", "now-head")]
    public async Task Each_tier_is_reached_by_somebody(string line, string tier, string flag, string because)
    {
        var decision = await DecideAsync(line);

        Assert.Equal("complete", decision.GetProperty("status").GetString());
        Assert.Equal(tier, decision.GetProperty("tier").GetString());
        Assert.Equal(flag, string.Join(' ', decision.GetProperty("redFlags").EnumerateArray().Select(raised => raised.GetProperty("id").GetString())));
        Assert.Equal(because, string.Join(' ', decision.GetProperty("redFlags").EnumerateArray().SelectMany(Because)));
    }

    [Fact]
    public async Task Missing_answers_leave_no_tier_and_no_plan()
    {
        var run = await EvaluateAsync(EveIsNotDone);

        Assert.Equal(
            $$"""{"id":"Eve","status":"incomplete","missing":["age"],"tier":null,"redFlags":[],"states":[],"scores":{},"suggestionStates":{},"phases":[],"first":[],"more":{},"emptyBecause":{},"weeks":[[],[],[],[]],"heldBack":[],"readingOnly":[],"firstStep":null,"ruleset":"{{ShippedContent.Ruleset.Version}}"}""",
            Assert.Single(run.Lines));
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task A_decision_has_its_names_in_their_order()
    {
        var decision = await DecideAsync(NoahIsWell);

        Assert.Equal(
            ["id", "status", "missing", "tier", "redFlags", "states", "scores", "suggestionStates", "phases", "first", "more", "emptyBecause", "weeks", "heldBack", "readingOnly", "firstStep", "ruleset"],
            decision.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Every_suggestion_has_its_state()
    {
        var decision = await DecideAsync(NoahIsWell);

        Assert.Equal(
            ShippedContent.Ruleset.Suggestions.Select(suggestion => suggestion.Id),
            decision.GetProperty("suggestionStates").EnumerateObject().Select(state => state.Name));
    }

    [Fact]
    public async Task The_phases_are_those_of_the_result_page()
    {
        var decision = await DecideAsync(NoahIsWell);

        var phases = decision.GetProperty("phases").EnumerateArray().ToArray();
        Assert.Equal(["first", "remove", "replace", "reinoculate", "repair", "rebalance"], phases.Select(phase => phase.GetProperty("phase").GetString()));
        Assert.All(phases, phase => Assert.Contains(phase.GetProperty("priority").GetString(), (string[])["start", "next", "later", "not-needed"]));
    }

    [Fact]
    public async Task A_bad_line_gets_its_error_and_the_others_their_decisions()
    {
        var run = await EvaluateAsync("{\"id\": 2, \"answers\": {\"agee\": 3}}", DanHasChestPain, "{");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("""{"id":2,"error":"\"agee\" is not a linkId of the questionnaire; did you mean \"age\"?"}""", run.Lines[0]);
        Assert.StartsWith("""{"id":"Dan, chest pain","status":"complete",""", run.Lines[1], StringComparison.Ordinal);
        Assert.StartsWith("""{"id":null,"error":"the line is not valid JSON""", run.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_lines_are_passed_over()
    {
        var run = await EvaluateAsync("", DanHasChestPain, "   ", "");

        Assert.Single(run.Lines);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task No_lines_give_no_decisions()
    {
        var run = await EvaluateAsync();

        Assert.Empty(run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Lines_may_come_from_a_file()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, DanHasChestPain);

        var run = await CommandRun.OfAsync("evaluate", file, "--content", ShippedContent.Directory);

        File.Delete(file);
        Assert.Single(run.Lines);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var run = await CommandRun.OfAsync("evaluate", "/no/such/file.jsonl", "--content", ShippedContent.Directory);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("/no/such/file.jsonl cannot be read: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_people_are_answered_in_their_order()
    {
        var random = new Random(20261122);
        var people = Enumerable.Range(0, 10_000)
            .Select(number => CommandRun.Line($"{number}", AnyAnswers.To(ShippedContent.Ruleset.Questionnaire, random, answered: number % 4 == 0 ? 0.9 : 1)))
            .ToArray();

        var run = await EvaluateAsync(people);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(10_000, run.Lines.Count);
        Assert.All(run.Lines, (line, number) => Assert.StartsWith($"{{\"id\":\"{number}\",\"status\":", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_decides_as_the_site_does()
    {
        var answers = Persona.AllWell.Saying("gut", "bloating").Answers();

        var decision = await DecideAsync(CommandRun.Line("Flo", answers));

        Assert.Equal(
            Persona.Engine.Decide(answers).Shown.Select(planned => planned.Suggestion.Id),
            decision.GetProperty("phases").EnumerateArray()
                .SelectMany(phase => phase.GetProperty("suggestions").EnumerateArray())
                .Select(planned => planned.GetProperty("id").GetString()));
    }

    private static IEnumerable<string> Because(JsonElement raised) =>
        raised.GetProperty("because").EnumerateArray().Select(linkId => linkId.GetString()!);

    private static async Task<JsonElement> DecideAsync(string line)
    {
        var run = await EvaluateAsync(line);
        return JsonElement.Parse(Assert.Single(run.Lines));
    }

    private static Task<CommandRun> EvaluateAsync(params string[] lines) =>
        CommandRun.WithInputAsync(string.Join('\n', lines), "evaluate", "--content", ShippedContent.Directory);
}
