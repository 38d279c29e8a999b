using System.Globalization;
using GutGuide.Core.FollowUp;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Content.Readers;

/// <summary>Reads the words and limits of the diary and the check-in, and holds every name in them against the rules.</summary>
internal sealed class FollowUpReader(Ruleset ruleset)
{
    /// <summary>Inside the content folder.</summary>
    public const string File = "consultation/check-in.yaml";

    private readonly Dictionary<string, QuestionnaireItem> _items =
        ruleset.Questionnaire.Items.DistinctBy(item => item.LinkId).ToDictionary(item => item.LinkId, StringComparer.Ordinal);

    private readonly HashSet<string> _states = [.. ruleset.States.Select(state => state.Id)];

    private readonly HashSet<string> _suggestions = [.. ruleset.Suggestions.Select(suggestion => suggestion.Id)];

    private bool _knowsItems;
    private bool _knowsStates;
    private bool _knowsSuggestions;

    public FollowUpRules Read(ContentFile file, ContentProblems problems)
    {
        // A file with a fault may have kept a name to itself: the fault is told there, once.
        var faulty = problems.All.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Path).ToHashSet(StringComparer.Ordinal);
        _knowsItems = !faulty.Any(path => path.EndsWith("/questionnaire.yaml", StringComparison.Ordinal));
        _knowsStates = !faulty.Any(path => path.EndsWith("/states.yaml", StringComparison.Ordinal));
        _knowsSuggestions = !faulty.Any(path => path.Contains("/suggestions/", StringComparison.Ordinal));
        if (YamlMap.Parse(file.Text, new YamlPlace(file.Path), problems) is not { } map)
        {
            return FollowUpRules.Empty;
        }

        var diary = Part(map, "diary") is { } first ? Diary(first) : DiaryRules.Empty;
        var checkIn = Part(map, "check-in") is { } second ? CheckIn(second, diary) : CheckInRules.Empty;
        var progress = Part(map, "progress") is { } third ? Progress(third) : ProgressRules.Empty;
        map.Finish();
        return new FollowUpRules(diary, checkIn, progress);
    }

    private static YamlMap? Part(YamlMap map, string key)
    {
        var part = map.Map(key);
        if (part is null)
        {
            map.Missing(key, $"\"{key}\" is missing; write what it asks (see content/README.md)");
        }

        return part;
    }

    private static ProgressRules Progress(YamlMap map)
    {
        var rules = new ProgressRules([.. map.Maps("spans").Select(Span)], Positive(map, "difference"), Positive(map, "same-within"), Positive(map, "most-days"));
        if (rules.SameWithin >= rules.Difference)
        {
            map.Error(map.LineOfKey("same-within"), $"\"same-within\" is {rules.SameWithin} and \"difference\" is {rules.Difference}; write less, or a change would be both");
        }

        map.Finish();
        return rules;
    }

    private static ComparedSpan Span(YamlMap map)
    {
        var span = new ComparedSpan(Positive(map, "days"), Positive(map, "filled"));
        if (span.Filled > span.Days)
        {
            map.Error(map.LineOfKey("filled"), $"\"filled\" is {span.Filled} of {span.Days} days; write as many or fewer");
        }

        map.Finish();
        return span;
    }

    private CheckInRules CheckIn(YamlMap map, DiaryRules diary)
    {
        var ofDiary = diary.Symptoms.SelectMany(symptom => new[] { symptom.Often, symptom.Way });
        var rules = new CheckInRules(
            [.. map.Texts("after-days").Select(text => Day(map, text))],
            Positive(map, "stale-days"),
            Questions(map, "danger"),
            [.. Questions(map, "symptoms").Concat(ofDiary).Distinct()],
            Positive(map, "renew-days"),
            Questions(map, "renew"),
            [.. map.Maps("kept").Select(Kept)],
            Positive(map, "tried-days"),
            Positive(map, "rest-days"),
            Positive(map, "talk-after"),
            map.Texts("talks"));
        foreach (var talk in rules.Talks.Where(talk => _knowsSuggestions && !_suggestions.Contains(talk)))
        {
            map.Error(map.LineOfKey("talks"), $"there is no suggestion {talk}{NearestName.Hint(talk, _suggestions)}");
        }

        RefuseForgottenSigns(map, rules);
        map.Finish();
        return rules;
    }

    /// <summary>A danger sign that no check-in asks again would be taken for as good as it was.</summary>
    private void RefuseForgottenSigns(YamlMap map, CheckInRules rules)
    {
        var asked = rules.Danger.Concat(rules.Symptoms).Concat(rules.Renew).ToHashSet(StringComparer.Ordinal);
        var urgent = ruleset.Flags.Where(flag => flag.Tier >= TriageTier.Urgent).Select(flag => flag.Id).ToHashSet(StringComparer.Ordinal);
        var forgotten = _items.Values
            .Where(item => item.DoubtsOf is null && !asked.Contains(item.LinkId))
            .Where(item => item.Options.Any(option => option.Sets.Any(setting => urgent.Contains(setting.Fact))))
            .Select(item => item.LinkId)
            .ToArray();
        if (_knowsItems && forgotten.Length > 0)
        {
            map.Error(map.LineOfKey("danger"), $"no check-in asks again {string.Join(", ", forgotten)}, which can raise an urgent flag; add it to \"danger\" or \"renew\"");
        }
    }

    private KeptAnswer Kept(YamlMap map)
    {
        var kept = new KeptAnswer(Question(map, "question"), map.Text("answer"));
        if (_knowsItems && _items.TryGetValue(kept.Question, out var item) && item.Option(kept.Code) is null)
        {
            map.Error(map.LineOfKey("answer"), $"the question {kept.Question} has no answer {kept.Code}{NearestName.Hint(kept.Code, item.Options.Select(option => option.Code))}");
        }

        map.Finish();
        return kept;
    }

    private IReadOnlyList<string> Questions(YamlMap map, string key)
    {
        var linkIds = map.Texts(key);
        foreach (var linkId in linkIds.Where(linkId => _knowsItems && !_items.ContainsKey(linkId)))
        {
            map.Error(map.LineOfKey(key), $"there is no question {linkId}{NearestName.Hint(linkId, _items.Keys)}");
        }

        RefuseDoubles(map, key, linkIds);
        return linkIds;
    }

    private static int Day(YamlMap map, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day > 0)
        {
            return day;
        }

        map.Error(map.LineOfKey("after-days"), $"\"after-days\" has \"{text}\"; write days such as 14");
        return 0;
    }

    private DiaryRules Diary(YamlMap map)
    {
        var severity = Choices(map, "severity");
        var rows = map.Maps("rows").Select(row => Row(row, row.Text("id"))).ToArray();
        var step = map.Map("step") is { } stepMap ? Row(stepMap, "step") : DiaryRules.Empty.Step;
        var rules = new DiaryRules(
            Positive(map, "days-open"),
            Positive(map, "on-time-days"),
            Positive(map, "most-days"),
            Positive(map, "most-symptoms"),
            Positive(map, "note-length"),
            severity,
            [.. map.Maps("symptoms").Select(Symptom)],
            rows,
            step,
            map.Map("short") is { } shorter ? Short(shorter, rows) : DiaryRules.Empty.Short,
            Clocks(map));
        RefuseDoubles(map, "symptoms", rules.Symptoms.Select(symptom => symptom.Id).Concat(rows.Select(row => row.Id)));
        map.Finish();
        return rules;
    }

    private OwnSymptom Symptom(YamlMap map)
    {
        var symptom = new OwnSymptom(map.Text("id"), map.Text("text"), Question(map, "list"), map.Text("code"), Question(map, "often"), Question(map, "way"));
        if (_knowsItems && _items.TryGetValue(symptom.List, out var list) && list.Option(symptom.Code) is null)
        {
            map.Error(map.LineOfKey("code"), $"the question {symptom.List} has no answer {symptom.Code}{NearestName.Hint(symptom.Code, list.Options.Select(option => option.Code))}");
        }

        map.Finish();
        return symptom;
    }

    private string Question(YamlMap map, string key)
    {
        var linkId = map.Text(key);
        if (_knowsItems && linkId.Length > 0 && !_items.ContainsKey(linkId))
        {
            map.Error(map.LineOfKey(key), $"there is no question {linkId}{NearestName.Hint(linkId, _items.Keys)}");
        }

        return linkId;
    }

    private static DiaryRow Row(YamlMap map, string id)
    {
        var row = new DiaryRow(id, map.Text("text"), map.Text("group"), Choices(map, "choices"));
        map.Finish();
        return row;
    }

    private static DiaryChoice[] Choices(YamlMap map, string key)
    {
        var choices = map.Maps(key).Select(choice =>
        {
            var read = new DiaryChoice(choice.Text("code"), choice.Text("text"), choice.OptionalText("help"), choice.Flag("bad"));
            choice.Finish();
            return read;
        }).ToArray();
        if (choices.Length < 2)
        {
            map.Error(map.Has(key) ? map.LineOfKey(key) : map.Line, $"\"{key}\" has {choices.Length} choices; write two or more");
        }

        RefuseDoubles(map, key, choices.Select(choice => choice.Code));
        return choices;
    }

    private ShortDiary Short(YamlMap map, DiaryRow[] rows)
    {
        var shorter = new ShortDiary(map.Texts("states"), map.Text("text"), map.Texts("leaves-out"));
        foreach (var state in shorter.States.Where(state => _knowsStates && !_states.Contains(state)))
        {
            map.Error(map.LineOfKey("states"), $"there is no state {state}{NearestName.Hint(state, _states)}");
        }

        foreach (var row in shorter.LeavesOut.Where(row => rows.All(known => known.Id != row)))
        {
            map.Error(map.LineOfKey("leaves-out"), $"the diary has no row {row}{NearestName.Hint(row, rows.Select(known => known.Id))}");
        }

        map.Finish();
        return shorter;
    }

    private static Dictionary<string, double> Clocks(YamlMap map)
    {
        var clocks = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (region, text, line) in map.Pairs("clocks"))
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var hours) && Math.Abs(hours) <= 14)
            {
                clocks[region] = hours;
            }
            else
            {
                map.Error(line, $"\"{region}\" is \"{text}\"; write hours from UTC, such as -6 or 5.5");
            }
        }

        return clocks;
    }

    private static int Positive(YamlMap map, string key)
    {
        var number = map.Whole(key);
        if (number < 1 && map.Has(key))
        {
            map.Error(map.LineOfKey(key), $"\"{key}\" is {number}; write 1 or more");
        }

        return number;
    }

    private static void RefuseDoubles(YamlMap map, string key, IEnumerable<string> names)
    {
        foreach (var name in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            map.Error(map.LineOfKey(key), $"the name \"{name}\" stands here twice; names are unique");
        }
    }
}
