using System.Globalization;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Records;
using GutGuide.Web.Tests.Content;
using YamlDotNet.RepresentationModel;

namespace GutGuide.Web.Tests.Records;

/// <summary>Plants faults everywhere in the files that ship: whatever is changed there, the record has it.</summary>
public sealed class RecordedFactTests
{
    /// <summary>Which values a kind of fault is planted in, and how it changes one.</summary>
    private static readonly Dictionary<string, (int AtLeast, Func<RuleValue, bool> Where, Func<string, string> Change)> Kinds = new(StringComparer.Ordinal)
    {
        ["a flag has another tier"] = (60, value => value is { File: "red-flags", Key: "tier" }, tier => tier == "soon" ? "routine" : "soon"),
        ["a floor is lowered"] = (60, value => value is { File: "states", Key: "floor" }, floor => floor == "self-care" ? "routine" : "self-care"),
        ["a suggestion has another floor"] = (40, value => Suggestion(value, "floor"), floor => floor == "ok" ? "ask" : "ok"),
        ["a criterion reads another fact"] = (60, value => value.Keys.Contains("when") && value.Key is "fact" or "state" or "flag" or "question", id => id + "-other"),
        ["an age, number or answer of a criterion moves"] = (60, value => value.Key is "value" or "answer", NextNumber),
        ["an operator is turned around"] = (40, value => value.Key == "operator", symbol => symbol switch { ">=" => ">", ">" => ">=", "=" => "!=", "<" => "<=", _ => "=" }),
        ["the label of an answer says something else"] = (60, value => value.File == "questionnaire" && value.Keys.Contains("options") && value.Key == "text", text => "Not: " + text),
        ["a code is another"] = (60, value => value is { File: "questionnaire", Key: "code" }, code => code + "-2"),
        ["an answer sets no instead of yes"] = (60, value => value.File == "questionnaire" && value.Keys.Contains("sets"), set => set == "yes" ? "no" : set + "1"),
        ["an answer of doubt counts as a sure one"] = (10, value => value is { File: "questionnaire", Key: "unsure" }, _ => "false"),
        ["an answer that shuts out the others no longer does"] = (10, value => value is { File: "questionnaire", Key: "exclusive" }, _ => "false"),
        ["a question need not be answered"] = (20, value => value is { File: "questionnaire", Key: "required" }, _ => "false"),
        ["a question reads differently"] = (60, value => value.File == "questionnaire" && value.Key == "text" && !value.Keys.Contains("options"), text => text.Replace("you", "anyone", StringComparison.Ordinal) + " Really?"),
        ["a class allows more at a tier"] = (60, value => value.File == "classes" && value.Keys.Contains("tiers"), cap => cap == "ok" ? "ask" : "ok"),
        ["a reason in the matrix is another"] = (60, value => value.Keys.Contains("never") || value.Keys.Contains("ask"), reason => reason + " Maybe."),
        ["a ceiling is raised"] = (10, value => value is { File: "ceilings", Key: "amount" or "weeks" }, NextNumber),
        ["the words of a ceiling are others"] = (10, value => value is { File: "ceilings", Key: "ceiling" or "published" }, words => words + " or more"),
        ["a conflict pair is another"] = (10, value => value.File == "conflicts" && value.Keys.Contains("of") || value.Keys.Contains("pairs"), id => id + "-2"),
        ["a hard rule is about something else"] = (20, value => value.File == "hard-rules", words => words + "-2"),
        ["what is never suggested has another name"] = (20, value => value.File == "never-suggested", words => words + "-2"),
        ["a promise promises less"] = (60, value => value.File == "invariants", words => words + " (mostly)"),
        ["a phone number has a wrong digit"] = (20, value => value is { File: "regions", Key: "number" or "display" }, WrongDigit),
        ["the days of grace are more"] = (1, value => value.Key == "grace-days", _ => "9000"),
        ["the numbers of a suggestion are others"] = (20, value => Suggestion(value, "numbers"), NextNumber),
        ["an item of a list is another"] = (60, value => value.Siblings is YamlSequenceNode, item => item + "-2"),
        ["any value at all is another"] = (3000, _ => true, text => text + "x"),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Wherever_it_is_planted_the_record_has_it(string kind)
    {
        var (atLeast, where, change) = Kinds[kind];
        var places = RuleFiles.Values.Where(where).ToArray();

        var missed = places.Where(value => !IsSeen(value, () => value.Node.Value = change(value.Node.Value!))).Select(value => $"{value.File} {string.Join(' ', value.Keys)}: {value.Node.Value}");

        Assert.Empty(missed);
        Assert.InRange(places.Length, atLeast, int.MaxValue);
    }

    [Fact]
    public void Whatever_key_is_taken_out_the_record_has_it()
    {
        var missed = RuleFiles.Values.Where(value => value.Siblings is YamlMappingNode).Where(value => !IsSeen(value, () => Remove(value)));

        Assert.Empty(missed.Select(value => $"{value.File} {string.Join(' ', value.Keys)}"));
    }

    [Fact]
    public void Whatever_key_is_added_the_record_has_it()
    {
        var missed = RuleFiles.Values.Where(value => value.Siblings is YamlMappingNode)
            .Where(value => !IsSeen(value, () => ((YamlMappingNode)value.Siblings).Children.Add(new YamlScalarNode("a-key-of-tomorrow"), new YamlScalarNode("true"))));

        Assert.Empty(missed.Select(value => $"{value.File} {string.Join(' ', value.Keys)}"));
    }

    [Fact]
    public void Whatever_item_is_taken_out_of_a_list_the_record_has_it()
    {
        var missed = RuleFiles.Values.Where(value => value.Siblings is YamlSequenceNode).Where(value => !IsSeen(value, () => ((YamlSequenceNode)value.Siblings).Children.Remove(value.Node)));

        Assert.Empty(missed.Select(value => $"{value.File} {string.Join(' ', value.Keys)}"));
    }

    [Theory]
    [InlineData("care-cards")]
    public void A_line_taken_out_of_a_care_card_is_missed(string folder)
    {
        var planted = 0;
        foreach (var file in new ContentFolder(ShippedContent.Directory).ReadAll(folder, ".md", new ContentProblems()))
        {
            var facts = SafetyFacts.OfFile(file).Select(fact => fact.Text).ToArray();
            var lines = file.Text.Split('\n');
            var body = FrontMatter.Split(file.Text)!.BodyLine - 1;
            for (var line = body; line < lines.Length; line++)
            {
                if (lines[line].Trim().Length > 0)
                {
                    var without = file with { Text = string.Join('\n', lines.Where((_, number) => number != line)) };
                    Assert.NotEmpty(RecordDifference.Between(facts, SafetyFacts.OfFile(without), ""));
                    planted++;
                }
            }
        }

        Assert.InRange(planted, 60, int.MaxValue);
    }

    [Fact]
    public void Amounts_in_pages_are_recorded_with_their_sentence()
    {
        var planted = 0;
        foreach (var fact in SafetyFacts.Of(new ContentFolder(ShippedContent.Directory)).Where(fact => fact.Key.StartsWith("articles ", StringComparison.Ordinal)).DistinctBy(fact => (fact.Path, fact.Line)))
        {
            var path = Path.Combine(ShippedContent.Directory, "..", fact.Path);
            var file = new ContentFile(fact.Path, File.ReadAllText(path).ReplaceLineEndings("\n"));
            var without = file with { Text = string.Join('\n', file.Text.Split('\n').Where((_, number) => number != fact.Line - 1)) };

            Assert.NotEmpty(RecordDifference.Between([.. SafetyFacts.OfFile(file).Select(known => known.Text)], SafetyFacts.OfFile(without), ""));
            planted++;
        }

        Assert.InRange(planted, 10, int.MaxValue);
    }

    [Fact]
    public void A_tag_taken_from_what_a_meal_contains_is_missed()
    {
        var planted = 0;
        foreach (var file in new ContentFolder(ShippedContent.Directory).ReadAll("meals", ".md", new ContentProblems()).Where(file => !file.Text.Contains("contains: []", StringComparison.Ordinal)))
        {
            var without = file with { Text = file.Text.Replace("contains: [", "contains: [not-", StringComparison.Ordinal) };

            Assert.NotEmpty(RecordDifference.Between([.. SafetyFacts.OfFile(file).Select(fact => fact.Text)], SafetyFacts.OfFile(without), ""));
            planted++;
        }

        Assert.InRange(planted, 40, int.MaxValue);
    }

    [Fact]
    public void Every_key_of_every_rule_file_is_in_the_record()
    {
        var recorded = SafetyFacts.Of(new ContentFolder(ShippedContent.Directory)).SelectMany(fact => fact.Text.Split([' ', ':', '(', ')', '{', '}', ','])).ToHashSet(StringComparer.Ordinal);

        // Said by what stands around them: a name is part of the key, a comparison reads as one.
        var unspoken = new[] { "id", "linkId", "code", "all", "any", "operator", "value", "answer" };

        var missing = RuleFiles.Values.SelectMany(value => value.Keys).Distinct().Except(unspoken).Except(recorded);

        Assert.Equal([], missing);
    }

    private static bool IsSeen(RuleValue value, Action change)
    {
        var (before, text) = (value.Facts(), value.Node.Value);
        var map = (value.Siblings as YamlMappingNode)?.Children.ToArray();
        var list = (value.Siblings as YamlSequenceNode)?.Children.ToArray();
        try
        {
            change();
            return !before.SequenceEqual(value.Facts(), StringComparer.Ordinal);
        }
        finally
        {
            value.Node.Value = text;
            if (map is not null)
            {
                ((YamlMappingNode)value.Siblings).Children.Clear();
                Array.ForEach(map, pair => ((YamlMappingNode)value.Siblings).Children.Add(pair.Key, pair.Value));
            }

            if (list is not null)
            {
                ((YamlSequenceNode)value.Siblings).Children.Clear();
                Array.ForEach(list, ((YamlSequenceNode)value.Siblings).Children.Add);
            }
        }
    }

    private static void Remove(RuleValue value)
    {
        var map = (YamlMappingNode)value.Siblings;
        map.Children.Remove(map.Children.First(pair => ReferenceEquals(pair.Value, value.Node)).Key);
    }

    private static bool Suggestion(RuleValue value, string key) => value.File.StartsWith("suggestions ", StringComparison.Ordinal) && value.Key == key;

    private static string NextNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (number + 1).ToString(CultureInfo.InvariantCulture) : text + "1";

    private static string WrongDigit(string number) =>
        string.Concat(number.Select((digit, place) => place == number.Length - 1 && char.IsAsciiDigit(digit) ? (char)('0' + ((digit - '0' + 1) % 10)) : digit)) is var wrong && wrong != number ? wrong : number + "1";
}
