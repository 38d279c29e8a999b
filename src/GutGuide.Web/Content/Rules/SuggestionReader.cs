using GutGuide.Core.Rules;
using GutGuide.Web.Content.Readers;

namespace GutGuide.Web.Content.Rules;

/// <summary>Reads one suggestion: its rule from the front matter, its prose from below.</summary>
internal sealed class SuggestionReader(ConditionReader conditions)
{
    private static readonly Dictionary<string, SuggestionState> Floors = new(StringComparer.Ordinal)
    {
        ["ok"] = SuggestionState.Ok,
        ["ask"] = SuggestionState.Ask,
    };

    private const int FewestExamples = 3;

    /// <summary>Classes of what is asked for at a visit, where there may be nothing to measure out.</summary>
    private static readonly HashSet<string> Asked = new(StringComparer.Ordinal) { "test", "talk" };

    /// <summary>What says how a step is done.</summary>
    private static readonly string[] HowKeys = ["amount", "when", "for", "examples", "sign", "next", "cost"];

    private readonly List<ReviewedFile> _files = [];

    /// <summary>Every suggestion read, as a file that is reviewed.</summary>
    public IReadOnlyList<ReviewedFile> Files => _files;

    /// <param name="html">The prose, rendered.</param>
    public Suggestion Read(YamlMap map, string html)
    {
        var suggestion = new Suggestion(
            map.Text("id"),
            map.Text("phase"),
            map.Text("class"),
            map.OneOf("floor", Floors),
            map.Whole("order"),
            map.Flag("pinned"),
            map.OptionalText("substitute"),
            map.Flag("first-step"),
            conditions.Optional(map, "first-step-when"),
            conditions.Required(map, "relevant"),
            map.Text("relevant-words"),
            RuleFileReader.Triggers(map, "never"),
            RuleFileReader.Triggers(map, "ask"),
            End(map),
            Text(map, html))
        {
            ReadingOnly = map.Flag("reading-only"),
            Goals = map.Texts("goals"),
        };
        if (suggestion is { ReadingOnly: true, Floor: SuggestionState.Ok })
        {
            map.Error(map.LineOfKey("floor"), "\"floor\" is \"ok\"; what is only for reading is for asking about at most: write \"ask\"");
        }

        CheckDigits(map, suggestion.Text);
        _files.Add(new ReviewedFile(map, suggestion.Text.Reviewed, suggestion.Text.ReviewBy, map.OptionalText("owner")));
        map.Finish();
        return suggestion;
    }

    private static SuggestionText Text(YamlMap map, string html)
    {
        var evidence = map.Map("evidence");
        var text = new SuggestionText(
            map.Text("title"),
            html,
            Step(map),
            map.OptionalText("numbers"),
            map.OptionalText("stop"),
            Lines(evidence, "for"),
            Lines(evidence, "against"),
            map.OptionalText("learn"),
            map.Date("reviewed"),
            map.Date("review-by"))
        {
            How = How(map),
        };
        if (text.For.Count == 0 || text.Against.Count == 0)
        {
            map.Error(map.Line, "\"evidence\" needs at least one line for and one against; say honestly when nothing is known");
        }

        evidence?.Finish();
        return text;
    }

    /// <summary>A file that does not say yet how the step is done has "step" in the place of "do".</summary>
    private static string Step(YamlMap map)
    {
        var older = map.OptionalText("step");
        if (!map.Has("do"))
        {
            if (older is not { Length: > 0 })
            {
                map.Missing("do", "\"do\" has no value; write what to do, in one line");
            }

            foreach (var key in HowKeys.Where(map.Has))
            {
                map.Error(map.LineOfKey(key), $"\"{key}\" says how \"do\" is done, and there is none; write \"do\" in the place of \"step\"");
            }

            return older ?? "";
        }

        if (older is not null)
        {
            map.Error(map.LineOfKey("step"), "\"do\" says it already; take \"step\" out");
        }

        return map.Text("do");
    }

    private static HowTo? How(YamlMap map)
    {
        if (!map.Has("do"))
        {
            return null;
        }

        var mayLackAmount = Asked.Contains(map.Text("class"));
        var next = map.Map("next");
        if (next is null)
        {
            map.Missing("next", "\"next\" is missing; write next: { helps: what then, no-change: what then }");
        }

        if (!map.Has("stop"))
        {
            map.Missing("stop", "\"stop\" has no value; write when to stop and whom to ask");
        }

        var examples = map.Texts("examples");
        if (examples.Count < FewestExamples)
        {
            map.Error(map.LineOfKey("examples"), $"\"examples\" has {examples.Count}; write at least {FewestExamples} foods, minutes or things to say");
        }

        var how = new HowTo(
            mayLackAmount ? map.OptionalText("amount") : map.Text("amount"),
            map.Text("when"),
            mayLackAmount ? map.OptionalText("for") : map.Text("for"),
            examples,
            map.Text("sign"),
            next?.Text("helps") ?? "",
            next?.Text("no-change") ?? "",
            map.Text("cost"));
        next?.Finish();
        return how;
    }

    private static IReadOnlyList<EvidenceLine> Lines(YamlMap? evidence, string side)
    {
        return evidence is null ? [] : [.. evidence.Maps(side).Select(Line)];

        static EvidenceLine Line(YamlMap map)
        {
            var line = new EvidenceLine(map.Text("text"), map.Text("grade"), map.Texts("sources"));
            if (line.Grade is not ("A" or "B" or "C" or "D" or "X"))
            {
                map.Error(map.LineOfKey("grade"), $"\"grade\" is \"{line.Grade}\"; write A, B, C, D or X");
            }

            map.Finish();
            return line;
        }
    }

    private static RestrictionEnd? End(YamlMap map)
    {
        if (map.Map("ends") is not { } ends)
        {
            return null;
        }

        var end = new RestrictionEnd(ends.Whole("days"), ends.Text("reintroduce"));
        if (end.Days is < 1 or > 42)
        {
            ends.Error(ends.LineOfKey("days"), $"\"days\" is {end.Days}; a restriction ends within 42 days");
        }

        ends.Finish();
        return end;
    }

    /// <summary>Where an eating problem is possible no numbers are shown, so only what is left out then may hold them.</summary>
    private static void CheckDigits(YamlMap map, SuggestionText text)
    {
        var how = text.How;
        (string Key, string? Value)[] words =
        [
            ("title", text.Title),
            (map.Has("do") ? "do" : "step", text.Step),
            ("when", how?.When),
            ("examples", how is null ? null : string.Join(' ', how.Examples)),
            ("sign", how?.Sign),
            ("next", how?.Helps),
            ("next", how?.NoChange),
            ("stop", text.Stop),
            ("cost", how?.Cost),
        ];
        foreach (var (key, value) in words.Where(word => word.Value is { } value && value.Any(char.IsAsciiDigit)).DistinctBy(word => word.Key))
        {
            map.Error(map.LineOfKey(key), $"\"{key}\" holds a number; move it to \"amount\", \"for\" or \"numbers\", the only fields that may hold digits");
        }

        foreach (var line in text.For.Concat(text.Against).Where(line => line.Text.Any(char.IsAsciiDigit)))
        {
            map.Error(map.LineOfKey("evidence"), $"the evidence line \"{line.Text}\" holds a number; say it in words, or use \"numbers\"");
        }

        if (text.Html.Any(char.IsAsciiDigit))
        {
            map.Error(map.Line, "the prose holds a number; move it to \"amount\", \"for\" or \"numbers\", the only fields that may hold digits");
        }
    }
}
