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
            map.Text("step"),
            map.OptionalText("numbers"),
            map.OptionalText("stop"),
            Lines(evidence, "for"),
            Lines(evidence, "against"),
            map.OptionalText("learn"),
            map.Date("reviewed"),
            map.Date("review-by"));
        if (text.For.Count == 0 || text.Against.Count == 0)
        {
            map.Error(map.Line, "\"evidence\" needs at least one line for and one against; say honestly when nothing is known");
        }

        evidence?.Finish();
        return text;
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

    /// <summary>People with an eating-disorder history are shown no numbers, so only one field may hold them.</summary>
    private static void CheckDigits(YamlMap map, SuggestionText text)
    {
        foreach (var (key, value) in new[] { ("title", text.Title), ("step", text.Step), ("stop", text.Stop ?? "") })
        {
            if (value.Any(char.IsAsciiDigit))
            {
                map.Error(map.LineOfKey(key), $"\"{key}\" holds a number; move it to \"numbers\", the only field that may hold digits");
            }
        }

        foreach (var line in text.For.Concat(text.Against).Where(line => line.Text.Any(char.IsAsciiDigit)))
        {
            map.Error(map.LineOfKey("evidence"), $"the evidence line \"{line.Text}\" holds a number; say it in words, or use \"numbers\"");
        }

        if (text.Html.Any(char.IsAsciiDigit))
        {
            map.Error(map.Line, "the prose holds a number; move it to \"numbers\", the only field that may hold digits");
        }
    }
}
