using System.Diagnostics;
using GutGuide.Web.Content.Records;
using GutGuide.Web.Tests.Commands;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Records;

public sealed class SignOffTests
{
    private const string By = "Ada Example, MD, gastroenterologist";
    private const string Flags = "consultation/red-flags.yaml";

    [Fact]
    public async Task The_record_begins_with_who_signed_in_what_role_and_when()
    {
        using var content = new SampleContent();

        var run = await SignAsync(content, "--date", "2026-03-04");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["signed off by: Ada Example", "role: MD, gastroenterologist", "date: 2026-03-04"], content.Text(SignedRecord.File).Split('\n')[..3]);
    }

    [Fact]
    public async Task The_facts_are_sorted_and_have_the_hash_that_is_written_above_them()
    {
        using var content = new SampleContent();

        await SignAsync(content);

        var record = SignedRecord.Parse(content.Text(SignedRecord.File))!;
        Assert.True(record.IsAsWritten);
        Assert.Equal(record.Facts.Order(StringComparer.Ordinal), record.Facts);
        Assert.Contains("red-flags rf-blood when: fact blood and fact age >= 40", record.Facts);
    }

    [Fact]
    public async Task What_is_signed_off_passes_the_check()
    {
        using var content = new SampleContent();
        await SignAsync(content);

        var run = await CheckAsync(content);

        Assert.DoesNotContain(run.Lines, IsError);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Without_a_record_the_check_has_one_error_that_says_how_to_sign()
    {
        using var content = new SampleContent().Delete(SignedRecord.File);

        var run = await CheckAsync(content);

        Assert.Equal(
            ["content/consultation/record.txt:0: error: the file is missing, so nobody has signed these rules off; read them, then run sign-off --by \"NAME, ROLE\""],
            run.Lines.Where(IsError));
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task A_changed_fact_is_an_error_with_its_line_and_both_values()
    {
        using var content = new SampleContent();
        await SignAsync(content);
        content.Replace(Flags, "plain: blood in your poop at 40 or older", "plain: blood in your poop");

        var run = await CheckAsync(content);

        Assert.Equal(
            [$"content/{Flags}:{content.LineOf(Flags, "plain:")}: error: not as signed off: red-flags rf-blood plain was \"blood in your poop at 40 or older\", is \"blood in your poop\"; put it back, or run sign-off"],
            run.Lines.Where(IsError));
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task A_fact_that_went_is_told_where_the_rest_of_it_stands()
    {
        using var content = new SampleContent();
        await SignAsync(content);
        content.Replace("consultation/ceilings.yaml", "  published: 40 mg a day\n  most:", "  published: 40 mg a day\n  weeks: 4\n  most:");

        var run = await CheckAsync(content);

        Assert.Contains(run.Lines, line => line.Contains("new is ceilings ce-zinc weeks: \"4\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_changed_by_hand_is_an_error()
    {
        using var content = new SampleContent();
        await SignAsync(content);
        content.Replace(SignedRecord.File, "fact age >= 40", "fact age >= 50").Replace(Flags, "value: 40", "value: 50");

        var run = await CheckAsync(content);

        Assert.Contains(run.Lines, line => line.StartsWith("content/consultation/record.txt:4: error: the record was changed by hand", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_differences_are_counted_and_not_all_told()
    {
        using var content = new SampleContent();
        await SignAsync(content);
        content.Write("consultation/never-suggested.yaml", string.Concat(Enumerable.Range(1, 80).Select(number => $"- id: ns-{number}\n  item: Thing {number}\n  why: \"No reason.\"\n  names: [\"thing {number}\"]\n  sources: [rule-001]\n")));

        var run = await CheckAsync(content);

        Assert.Equal(RecordComparison.MostShown + 1, run.Lines.Count(IsError));
    }

    [Fact]
    public async Task Content_with_errors_is_not_signed_off()
    {
        using var content = new SampleContent().Delete(SignedRecord.File).Replace(Flags, "tier: urgent", "tier: urgnt");

        var run = await SignAsync(content);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Nothing was signed off: the content has errors. Run check.", run.Lines[^1]);
        Assert.False(File.Exists(Path.Combine(content.Root, SignedRecord.File)));
    }

    [Fact]
    public async Task A_broken_promise_is_not_signed_off()
    {
        using var content = new SampleContent().Delete(SignedRecord.File).Replace("consultation/edges.yaml", "age: 39 }, tier: none", "age: 39 }, tier: urgent");

        var run = await SignAsync(content);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Nothing was signed off: a promise is broken. Run check.", run.Lines[^1]);
        Assert.False(File.Exists(Path.Combine(content.Root, SignedRecord.File)));
    }

    [Theory]
    [InlineData]
    [InlineData("--by", "Ada Example")]
    [InlineData("--by", ", doctor")]
    public async Task Nobody_signs_without_a_name_and_a_role(params string[] by)
    {
        using var content = new SampleContent();

        var run = await CommandRun.OfAsync(["sign-off", "--content", content.Root, .. by]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("say who signs off, and in what role: sign-off --by \"NAME, ROLE\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_signs_in_the_future()
    {
        using var content = new SampleContent();

        var run = await SignAsync(content, "--date", "2999-01-01");

        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task What_changed_and_what_it_does_is_told_before_it_is_signed()
    {
        using var content = new SampleContent();
        await SignAsync(content);
        await GitAsync(content.Root, "init", "--quiet");
        await GitAsync(content.Root, "add", ".");
        await GitAsync(content.Root, "-c", "user.name=Test", "-c", "user.email=test@test.invalid", "commit", "--quiet", "--message", "Start");
        content.Replace(Flags, "tier: urgent", "tier: soon").Replace("consultation/edges.yaml", "tier: urgent", "tier: soon");

        var run = await SignAsync(content);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Lines, line => line.EndsWith("red-flags rf-blood tier was \"urgent\", is \"soon\"", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.StartsWith("  tier urgent -> soon: ", StringComparison.Ordinal));
        Assert.Contains("red-flags rf-blood tier: soon", content.Text(SignedRecord.File), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the content that ships", true)]
    [InlineData("the small content of the tests", false)]
    public void It_is_signed_off_as_it_is(string which, bool isShipped)
    {
        var directory = isShipped ? ShippedContent.Directory : Path.Combine(ShippedContent.Directory, "..", "tests", "content");

        var record = RecordComparison.Of(directory);

        Assert.True(record.IsAsSigned, $"{which}: {record.Fault} {string.Join('\n', record.Differences.Take(20).Select(RecordWords.Of))}");
    }

    private static Task<CommandRun> SignAsync(SampleContent content, params string[] options) =>
        CommandRun.OfAsync(["sign-off", "--content", content.Root, "--by", By, .. options]);

    private static Task<CommandRun> CheckAsync(SampleContent content) => CommandRun.OfAsync("check", "--content", content.Root);

    private static bool IsError(string line) => line.Contains(": error: ", StringComparison.Ordinal);

    private static async Task GitAsync(string folder, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder })!;
        await git.WaitForExitAsync();
        Assert.Equal(0, git.ExitCode);
    }
}
