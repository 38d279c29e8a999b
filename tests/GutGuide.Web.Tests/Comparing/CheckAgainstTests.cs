using System.Diagnostics;
using GutGuide.Web.Tests.Commands;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Comparing;

public sealed class CheckAgainstTests
{
    [Fact]
    public async Task An_edit_is_told_in_numbers_and_in_examples_before_the_count()
    {
        using var before = new SampleContent();
        using var after = new SampleContent().Replace("consultation/red-flags.yaml", "tier: urgent", "tier: soon");

        var run = await CommandRun.OfAsync("check", "--content", after.Root, "--against", before.Root);

        Assert.Contains(run.Lines, line => line.StartsWith($"Against {before.Root}: ", StringComparison.Ordinal) && line.EndsWith("answer sets are decided differently.", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.StartsWith("  tier urgent -> soon: ", StringComparison.Ordinal) && line.Contains("DOWN", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.StartsWith("  Example 1. ", StringComparison.Ordinal));
        Assert.Matches(@"^\d+ errors, \d+ warnings$", run.Lines[^1]);
    }

    [Fact]
    public async Task The_same_rules_change_nothing()
    {
        using var content = new SampleContent();

        var run = await CommandRun.OfAsync("check", "--content", content.Root, $"--against={content.Root}");

        Assert.Equal($"Against {content.Root}: the rules and their words are the same, so no answer set changes.", run.Lines[^2]);
    }

    [Fact]
    public async Task A_git_revision_is_compared_with()
    {
        using var content = new SampleContent();
        await CommitAsync(content);
        content.Replace("consultation/red-flags.yaml", "tier: urgent", "tier: soon");

        var run = await CommandRun.OfAsync("check", "--content", content.Root, "--against", "HEAD");

        Assert.Contains(run.Lines, line => line.StartsWith("  tier urgent -> soon: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_revision_that_git_does_not_know_is_an_error()
    {
        using var content = new SampleContent();
        await CommitAsync(content);

        var run = await CommandRun.OfAsync("check", "--content", content.Root, "--against", "no-such-branch");

        Assert.Contains(run.Lines, line => line.StartsWith("no-such-branch:0: error: git knows no such revision", StringComparison.Ordinal));
        Assert.Equal("Nothing was compared with no-such-branch; the errors say why.", run.Lines[^2]);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task A_folder_outside_any_repository_is_an_error()
    {
        using var content = new SampleContent();

        var run = await CommandRun.OfAsync("check", "--content", content.Root, "--against", "HEAD");

        Assert.Contains(run.Lines, line => line.StartsWith("HEAD:0: error: the folder ", StringComparison.Ordinal) && line.Contains("is in no git repository", StringComparison.Ordinal));
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Rules_with_errors_are_not_compared_with()
    {
        using var content = new SampleContent();
        using var broken = new BrokenContent();

        var run = await CommandRun.OfAsync("check", "--content", content.Root, "--against", broken.Directory);

        Assert.Contains(run.Lines, line => line.StartsWith($"{broken.Directory}:0: error: its rules have ", StringComparison.Ordinal));
        Assert.Equal(1, run.ExitCode);
    }

    private static async Task CommitAsync(SampleContent content)
    {
        await GitAsync(content.Root, "init", "--quiet");
        await GitAsync(content.Root, "add", ".");
        await GitAsync(content.Root, "-c", "user.name=Test", "-c", "user.email=test@test.invalid", "commit", "--quiet", "--message", "Start");
    }

    private static async Task GitAsync(string folder, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder })!;
        await git.WaitForExitAsync();
        Assert.Equal(0, git.ExitCode);
    }
}
