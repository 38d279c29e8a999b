namespace GutGuide.Web.Tests.Commands;

public class CommandsTests
{
    [Theory]
    [InlineData]
    [InlineData("--urls=http://127.0.0.1:5080")]
    [InlineData("--environment", "Production")]
    [InlineData("urls=http://127.0.0.1:5080")]
    public async Task Without_a_command_the_site_is_served(params string[] args)
    {
        var run = await CommandRun.OfAsync(args);

        Assert.Null(run.ExitCode);
        Assert.Empty(run.Output + run.Error);
    }

    [Theory]
    [InlineData("there is no command \"chekc\"; did you mean \"check\"?", "chekc")]
    [InlineData("there is no command \"serve-it\"; known are check, evaluate, questionnaire, sign-off, backup, restore, counts", "serve-it")]
    [InlineData("check does not take \"--fast\"", "check", "--fast")]
    [InlineData("check does not take \"answers.jsonl\"", "check", "answers.jsonl")]
    [InlineData("check does not take \"--content\"", "check", "--content", "one", "--content", "two")]
    [InlineData("--content names no folder", "check", "--content")]
    [InlineData("--content names no folder", "check", "--content=")]
    [InlineData("--against names no folder or git revision", "check", "--against")]
    [InlineData("evaluate does not take \"--against\"", "evaluate", "--against", "HEAD")]
    [InlineData("questionnaire does not take \"r5\"", "questionnaire", "r5")]
    [InlineData("evaluate does not take \"two\"", "evaluate", "one", "two")]
    public async Task What_cannot_be_understood_is_named_beside_the_usage(string fault, params string[] args)
    {
        var run = await CommandRun.OfAsync(args);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(fault + Environment.NewLine + "usage:", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Asked_for_help_the_usage_is_printed(string word)
    {
        var run = await CommandRun.OfAsync(word);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("usage:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("questionnaire")]
    public async Task Nothing_is_done_without_content(string command)
    {
        var run = await CommandRun.OfAsync(command, "--content", "/no/such/folder");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("/no/such/folder:0: error: this folder, named by --content, does not exist", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("questionnaire")]
    public async Task Nothing_is_done_by_rules_with_faults(string command)
    {
        using var content = new BrokenContent();

        var run = await CommandRun.OfAsync(command, "--content", content.Directory);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("consultation/states.yaml:0: error: the file is missing; add it", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
