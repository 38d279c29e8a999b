using GutGuide.Web.Content.Loading;
using Microsoft.Extensions.Time.Testing;

namespace GutGuide.Web.Tests.Content;

/// <summary>A copy of the small, sound content folder of <c>tests/content</c>, for a test to change.</summary>
internal sealed class SampleContent : IDisposable
{
    /// <summary>Line of the suggestion of the small content that says only what to do.</summary>
    public const string ShortStep = "step: Take a short walk on most days.\n";

    /// <summary>The same, and how it is done.</summary>
    public const string HowToWalk = """
        do: Take a short walk on most days.
        amount: 10 minutes
        when: After a meal.
        for: 2 weeks
        examples: [round the block, to the store, with a friend]
        sign: You sleep better.
        next: { helps: Keep going., no-change: Let it go. }
        cost: Free.

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gutguide-content-");

    public SampleContent()
        : this(Path.Combine(ShippedContent.Directory, "..", "tests", "content"))
    {
    }

    private SampleContent(string original)
    {
        Root = Path.Combine(_folder.FullName, "content");
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Root, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Root { get; }

    /// <summary>Stands still until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>A copy of what the site itself is made of.</summary>
    public static SampleContent OfTheSite() => new(ShippedContent.Directory);

    public LoadedContent Load() => new ContentLoader(Root, Clock).Load();

    public string Text(string file) => File.ReadAllText(FullPath(file));

    public SampleContent Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(file))!);
        File.WriteAllText(FullPath(file), text);
        return this;
    }

    public SampleContent Write(string file, byte[] bytes)
    {
        File.WriteAllBytes(FullPath(file), bytes);
        return this;
    }

    public SampleContent Copy(string file, string from)
    {
        File.Copy(Path.Combine(ShippedContent.Directory, from), FullPath(file), overwrite: true);
        return this;
    }

    public SampleContent Delete(string file)
    {
        File.Delete(FullPath(file));
        return this;
    }

    /// <summary>Puts one text in the place of another that stands in the file once or more; the first counts.</summary>
    public SampleContent Replace(string file, string old, string with)
    {
        var text = Text(file);
        var start = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{file} does not hold \"{old}\".");
        return Write(file, text[..start] + with + text[(start + old.Length)..]);
    }

    /// <summary>1-based line of the first place that holds the words.</summary>
    public int LineOf(string file, string words)
    {
        var text = Text(file);
        var start = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{file} does not hold \"{words}\".");
        return text.AsSpan(0, start).Count('\n') + 1;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string FullPath(string file) => Path.Combine(Root, file);
}
