using GutGuide.Core.Meals;

namespace GutGuide.Web.Content.Readers;

/// <summary>The rules of meals as read, each part with its place.</summary>
internal sealed record MealRulesFile(MealRules Rules, IReadOnlyList<Listed<MealTrigger>> Triggers, IReadOnlyList<Listed<string>> NamedTags, IReadOnlyList<Listed<string>> NamedSuits)
{
    public static MealRulesFile Empty { get; } = new(MealRules.None, [], [], []);
}

/// <summary>Reads <c>consultation/meal-rules.yaml</c>.</summary>
internal sealed class MealRulesReader
{
    public const string File = "consultation/meal-rules.yaml";

    private readonly List<Listed<MealTrigger>> _triggers = [];
    private readonly List<Listed<string>> _tags = [];
    private readonly List<Listed<string>> _suits = [];

    public static MealRulesFile Read(ContentFile file, ContentProblems problems) =>
        YamlMap.Parse(file.Text, new YamlPlace(file.Path), problems) is { } map ? new MealRulesReader().Read(map) : MealRulesFile.Empty;

    private MealRulesFile Read(YamlMap map)
    {
        var rules = new MealRules(
            [.. map.Maps("tags").Select(Tag)],
            [.. map.Maps("suits").Select(Word)],
            [.. map.Maps("groups").Select(Word)],
            [.. map.Maps("avoid").Select(Avoidance)],
            [.. map.Maps("prefer").Select(Preference)],
            [.. map.Maps("notes").Select(Note)]);
        foreach (var (key, count) in new[] { ("tags", rules.Tags.Count), ("suits", rules.Suits.Count), ("groups", rules.Groups.Count), ("avoid", rules.Avoid.Count) })
        {
            if (count == 0)
            {
                map.Missing(key, $"\"{key}\" holds nothing; write its list (see content/README.md)");
            }
        }

        map.Finish();
        return new MealRulesFile(rules, _triggers, _tags, _suits);
    }

    private MealTag Tag(YamlMap map)
    {
        var tag = new MealTag(map.Text("id"), map.Text("text"), Names(map, "implies", _tags), map.Texts("words"), map.Texts("unless"), map.Flag("filter"));
        map.Finish();
        return tag;
    }

    private static MealWord Word(YamlMap map)
    {
        var word = new MealWord(map.Text("id"), map.Text("text"));
        map.Finish();
        return word;
    }

    private MealAvoidance Avoidance(YamlMap map)
    {
        var avoidance = new MealAvoidance(Trigger(map), Names(map, "tags", _tags), map.Texts("words"), map.Text("because"));
        if (avoidance.Tags.Count + avoidance.Words.Count == 0)
        {
            map.Error(map.Line, "this keeps no meal away; write \"tags\" or \"words\" that a meal must not have");
        }

        map.Finish();
        return avoidance;
    }

    private MealPreference Preference(YamlMap map)
    {
        var preference = new MealPreference(Trigger(map), Names(map, "suits", _suits));
        if (preference.Suits.Count == 0)
        {
            map.Error(map.Line, "this puts no meal first; write \"suits\"");
        }

        map.Finish();
        return preference;
    }

    private MealNote Note(YamlMap map)
    {
        var note = new MealNote(Trigger(map), map.Text("text"), map.Flag("instead"));
        map.Finish();
        return note;
    }

    /// <summary>Nothing that always or never holds is meant.</summary>
    private MealTrigger Trigger(YamlMap map)
    {
        var answers = map.Map("answers");
        var trigger = new MealTrigger(
            answers?.Keys.Distinct(StringComparer.Ordinal).ToDictionary(linkId => linkId, answers.Texts, StringComparer.Ordinal) ?? [],
            map.Texts("states"));
        if (trigger.Answers.Values.All(codes => codes.Count == 0) && trigger.States.Count == 0)
        {
            map.Error(map.Line, "this never holds; write \"answers\", like { triggers: [milk] }, or \"states\"");
        }

        _triggers.Add(new Listed<MealTrigger>(trigger, map.Path, map.Line));
        return trigger;
    }

    private static IReadOnlyList<string> Names(YamlMap map, string key, List<Listed<string>> named)
    {
        var names = map.Texts(key);
        named.AddRange(names.Select(name => new Listed<string>(name, map.Path, map.LineOfKey(key))));
        return names;
    }
}
