using System.Text.RegularExpressions;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Commands;

public class CheckCommandTests
{
    [Fact]
    public async Task The_content_that_ships_has_no_errors()
    {
        var run = await CommandRun.OfAsync("check", "--content", ShippedContent.Directory);

        Assert.Matches(@"^0 errors, \d+ warnings$", run.Lines[^1]);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task What_was_proven_stands_before_the_count()
    {
        var run = await CommandRun.OfAsync("check", "--content", ShippedContent.Directory);

        var proved = Regex.Match(run.Lines[^2], @"^Proved (\d+) of (\d+) promises over \d+ situations; \d+ rules reached by an example\.$");
        Assert.True(proved.Success, run.Lines[^2]);
        Assert.Equal(proved.Groups[2].Value, proved.Groups[1].Value);
    }

    [Fact]
    public async Task Each_fault_has_a_line_and_the_last_line_counts_them()
    {
        using var content = new BrokenContent();

        var run = await CommandRun.OfAsync("check", $"--content={content.Directory}");

        var errors = run.Lines.Count(line => line.Contains(": error: ", StringComparison.Ordinal));
        var warnings = run.Lines.Count(line => line.Contains(": warning: ", StringComparison.Ordinal));
        Assert.InRange(errors, 10, int.MaxValue);
        Assert.Equal($"{errors} errors, {warnings} warnings", run.Lines[^1]);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_an_error_like_any_other()
    {
        var run = await CommandRun.OfAsync("check", "--content", "/no/such/folder");

        Assert.Equal(
            [
                "/no/such/folder:0: error: this folder, named by --content, does not exist; name the folder that holds articles/ and consultation/",
                "The rules were not proven: the content has errors.",
                "1 errors, 0 warnings",
            ],
            run.Lines);
        Assert.Equal(1, run.ExitCode);
    }
}
