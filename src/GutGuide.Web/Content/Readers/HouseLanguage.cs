using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Readers;

/// <summary>A statement that the site does not make, in any wording.</summary>
/// <param name="Unless">Phrases that make a sentence fine although a pattern fits it.</param>
internal sealed record BannedStatement(
    string Id,
    IReadOnlyList<PhrasePattern> Patterns,
    IReadOnlyList<PhrasePattern> Unless,
    string Why,
    string Instead,
    IReadOnlyList<string> Sources);

/// <summary>Words that the site does not use, or that have a better one.</summary>
/// <param name="Unless">Phrases that make a sentence fine although a pattern fits it.</param>
/// <param name="MostOnPage">How often a page may use them; 0 for never.</param>
internal sealed record BannedWords(
    IReadOnlyList<PhrasePattern> Patterns,
    IReadOnlyList<PhrasePattern> Unless,
    ProblemSeverity Level,
    int MostOnPage,
    string Instead);

/// <summary>How the site speaks: what <c>banned-statements.yaml</c> holds.</summary>
/// <param name="Spellings">British spelling to American.</param>
internal sealed record HouseLanguage(
    IReadOnlyList<Listed<BannedStatement>> Statements,
    IReadOnlyList<Listed<BannedWords>> Words,
    IReadOnlyDictionary<string, string> Spellings)
{
    private static readonly Dictionary<string, ProblemSeverity> Levels = new(StringComparer.Ordinal)
    {
        ["error"] = ProblemSeverity.Error,
        ["warning"] = ProblemSeverity.Warning,
    };

    public static HouseLanguage Empty { get; } = new([], [], new Dictionary<string, string>());

    public static HouseLanguage Read(ContentFile file, ContentProblems problems)
    {
        if (YamlMap.Parse(file.Text, new YamlPlace(file.Path), problems) is not { } map)
        {
            return Empty;
        }

        var language = new HouseLanguage(
            [.. map.Maps("statements").Select(Statement)],
            [.. map.Maps("words").Select(Word)],
            map.Pairs("spellings").DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value, StringComparer.Ordinal));
        map.Finish();
        return language;
    }

    private static Listed<BannedStatement> Statement(YamlMap map)
    {
        var statement = new BannedStatement(
            map.Text("id"), Patterns(map, "patterns"), Patterns(map, "unless"), map.Text("why"), map.Text("instead"), map.Texts("sources"));
        RequirePatterns(map, statement.Patterns);
        map.Finish();
        return new Listed<BannedStatement>(statement, map.Path, map.Line);
    }

    private static Listed<BannedWords> Word(YamlMap map)
    {
        var words = new BannedWords(
            Patterns(map, "patterns"), Patterns(map, "unless"), map.OneOf("level", Levels), map.OptionalWhole("at-most") ?? 0, map.Text("instead"));
        RequirePatterns(map, words.Patterns);
        map.Finish();
        return new Listed<BannedWords>(words, map.Path, map.Line);
    }

    private static void RequirePatterns(YamlMap map, IReadOnlyList<PhrasePattern> patterns)
    {
        if (patterns.Count == 0)
        {
            map.Error(map.Line, "\"patterns\" is empty; write at least one phrase");
        }
    }

    private static List<PhrasePattern> Patterns(YamlMap map, string key)
    {
        var patterns = new List<PhrasePattern>();
        foreach (var text in map.Texts(key))
        {
            if (PhrasePattern.Fault(text) is { } fault)
            {
                map.Error(map.LineOfKey(key), $"the pattern \"{text}\" cannot be used: {fault}");
            }
            else
            {
                patterns.Add(PhrasePattern.Parse(text));
            }
        }

        return patterns;
    }
}
