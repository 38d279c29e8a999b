using System.Globalization;
using GutGuide.Core.Plans;
using GutGuide.Web.Search;

namespace GutGuide.Web.Tests.Content;

/// <summary>
/// Whatever a content file holds, reading it ends in reported problems and never in an exception.
/// <c>GUTGUIDE_BROKEN_FILES</c> says how many files to try; by default a few, the same each time.
/// </summary>
public sealed class BrokenFileTests
{
    private const string Setting = "GUTGUIDE_BROKEN_FILES";
    private const int Few = 140;

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable(Setting), CultureInfo.InvariantCulture, out var count) ? count : Few;

    [Fact]
    public void No_content_of_a_file_stops_the_reading()
    {
        using var content = new SampleContent();
        var files = Directory.EnumerateFiles(content.Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(content.Root, file))
            .Order(StringComparer.Ordinal)
            .Select(file => (Name: file, Bytes: File.ReadAllBytes(Path.Combine(content.Root, file))))
            .ToArray();
        var broken = new BrokenFiles([.. files.Select(file => file.Bytes)]);
        var crashes = new List<string>();

        for (var number = 0; number < Count; number++)
        {
            var (name, sound) = files[number % files.Length];
            content.Write(name, broken.Make(number, sound));
            if (Crash(content) is { } crash)
            {
                crashes.Add($"file {number}, as {name}: {crash}");
            }

            content.Write(name, sound);
        }

        Assert.True(crashes.Count == 0, string.Join(Environment.NewLine, crashes));
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\r\n")]
    public void A_byte_order_mark_and_other_line_ends_change_nothing(string mark, string lineEnd)
    {
        using var content = new SampleContent();
        foreach (var file in Directory.EnumerateFiles(content.Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(content.Root, file)))
        {
            content.Write(file, mark + content.Text(file).Replace("\n", lineEnd, StringComparison.Ordinal));
        }

        Assert.Empty(content.Load().Problems.All);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x2D, 0x00 }, 1, "UTF-16")]
    [InlineData(new byte[] { 0x2D, 0x0A, 0xE9, 0x0A }, 2, "not UTF-8")]
    [InlineData(new byte[] { 0x2D, 0x0A, 0x0A, 0x00 }, 3, "U+0000")]
    public void A_file_in_another_encoding_is_reported_where_it_begins(byte[] bytes, int line, string says)
    {
        using var content = new SampleContent();

        var problems = content.Write("glossary.yaml", bytes).Load().Problems;

        Assert.Contains(problems.All, problem => problem.Path == "content/glossary.yaml" && problem.Line == line && problem.Message.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_huge_file_is_reported_and_not_read()
    {
        using var content = new SampleContent();

        var problems = content.Write("glossary.yaml", new byte[3_000_000]).Load().Problems;

        Assert.Contains(problems.All, problem => problem.Path == "content/glossary.yaml" && problem.Message.Contains("the most is", StringComparison.Ordinal));
    }

    /// <summary>Reads everything; what is found sound must also be fit for use.</summary>
    private static Exception? Crash(SampleContent content)
    {
        try
        {
            var loaded = content.Load();
            if (loaded.Problems.ErrorCount == 0)
            {
                _ = new DecisionEngine(loaded.Content.Ruleset);
                using var search = new SearchIndex();
                search.Rebuild(loaded.Content);
            }

            return null;
        }
#pragma warning disable CA1031 // What is looked for is an exception of any kind.
        catch (Exception crash)
        {
            return crash;
        }
#pragma warning restore CA1031
    }
}
