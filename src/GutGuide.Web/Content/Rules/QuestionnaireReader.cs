using System.Globalization;
using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Rules;

/// <summary>Reads <c>questionnaire.yaml</c>, and writes the "Which ones are you not sure about?" page of each list that asks for one.</summary>
/// <param name="places">Takes the place of each page, item and setting.</param>
internal sealed class QuestionnaireReader(ConditionReader conditions, RulePlaces places)
{
    private const string UnsureCode = "unsure";
    private const string NoneCode = "none";

    private static readonly Dictionary<string, ItemType> Types = new(StringComparer.Ordinal)
    {
        ["choice"] = ItemType.Choice,
        ["multi"] = ItemType.MultipleChoice,
        ["integer"] = ItemType.Integer,
    };

    public Questionnaire Read(YamlMap file, string id, string version, string title)
    {
        var pages = file.Maps("pages").SelectMany(ReadPage).ToArray();
        var stops = file.Maps("stops").Select(ReadStop).ToArray();
        var hints = file.Maps("hints").Select(ReadHint).ToArray();
        file.Finish();
        return new Questionnaire(id, version, title, pages, stops) { HiddenIsUnsure = true, Hints = hints };
    }

    private QuestionnaireStop ReadStop(YamlMap map)
    {
        var stop = new QuestionnaireStop(conditions.Required(map, "when"), map.Text("card"));
        map.Finish();
        return stop;
    }

    private AnswerHint ReadHint(YamlMap map)
    {
        var hint = new AnswerHint(map.Text("id"), conditions.Required(map, "when"), map.Text("text"), map.Texts("change"));
        map.Finish();
        places.Note(hint, map);
        return hint;
    }

    private IEnumerable<QuestionnairePage> ReadPage(YamlMap map)
    {
        var enabledWhen = conditions.Optional(map, "when");
        var items = map.Maps("items").Select(item => (Map: item, Item: ReadItem(item))).ToArray();
        var page = new QuestionnairePage(map.Text("id"), map.Text("title"), map.Text("section"), enabledWhen, [.. items.Select(pair => pair.Item)]);
        if (items.Length == 0)
        {
            map.Error(map.Line, "the page has no items; write at least one");
        }

        map.Finish();
        places.Note(page, map);
        yield return page;
        foreach (var (itemMap, item) in items.Where(pair => pair.Map.Flag("which")))
        {
            var which = WhichPage(page, itemMap, item);
            places.Note(which, itemMap);
            places.Note(which.Items[0], itemMap);
            yield return which;
        }
    }

    private QuestionnaireItem ReadItem(YamlMap map)
    {
        var type = map.OneOf("type", Types);
        var options = map.Maps("options").Select(ReadOption).ToArray();
        var item = new QuestionnaireItem(
            map.Text("linkId"),
            map.Text("text"),
            map.OptionalText("help"),
            type,
            map.Flag("required"),
            conditions.Optional(map, "when"),
            map.OptionalText("score"),
            map.OptionalWhole("min"),
            map.OptionalWhole("max"),
            map.OptionalText("unit"),
            map.OptionalText("doubts-of"),
            options)
        {
            Replaces = [.. map.Maps("replaces").SelectMany(ReadReplacements)],
            Fold = map.OptionalText("fold"),
        };
        CheckItem(map, item);
        map.Flag("which");
        map.Finish();
        places.Note(item, map);
        return item;
    }

    private IEnumerable<Replacement> ReadReplacements(YamlMap map)
    {
        var (questions, answers, flags, reason) = (map.Texts("questions"), map.Texts("answers"), map.Texts("flags"), map.Text("reason"));
        map.Finish();
        if (questions.Count == 0)
        {
            map.Error(map.Line, "the entry replaces nothing; name at least one question under \"questions\"");
        }

        foreach (var question in questions)
        {
            var replacement = new Replacement(question, answers, flags, reason);
            places.Note(replacement, map);
            yield return replacement;
        }
    }

    private static void CheckItem(YamlMap map, QuestionnaireItem item)
    {
        if (item.Type == ItemType.Integer && (item.Minimum is null || item.Maximum is null))
        {
            map.Error(map.Line, $"the number question {item.LinkId} needs \"min\" and \"max\"");
        }

        if (item.Type != ItemType.Integer && item.Options.Count < 2)
        {
            map.Error(map.Line, $"the question {item.LinkId} needs at least two options");
        }

        if ((item.Fold is not null) != item.Options.Any(option => option.Folded))
        {
            map.Error(map.Line, $"the question {item.LinkId} needs both \"fold\", the words that open a fold, and \"folded: true\" at each answer behind them");
        }

        if (item.Fold is not null && item.Type != ItemType.Choice)
        {
            map.Error(map.LineOfKey("fold"), $"the list {item.LinkId} cannot fold: whoever does not open the fold has said no to nothing in it; only a \"choice\" can");
        }

        if (item.Options.FirstOrDefault(option => option.Folded && MayTellOfAProblem(option)) is { } hidden)
        {
            map.Error(map.Line, $"the answer {hidden.Code} of {item.LinkId} can tell of a problem, so it must stand in sight; take \"folded\" from it");
        }

        foreach (var twice in item.Options.GroupBy(option => option.Code).Where(group => group.Count() > 1))
        {
            map.Error(map.Line, $"the code \"{twice.Key}\" stands twice in {item.LinkId}; codes are unique within a question");
        }

        if (DoubleQuestion.In(item) is { } second)
        {
            map.Warning(
                map.LineOfKey("text"),
                $"the question {item.LinkId} asks two things, and \"{second}\" is the second; ask each on its own, write \"or\" when one is enough or \"together\" when only both count, or let the answer say it, like \"Yes, and it has not changed\"");
        }
    }

    private static bool MayTellOfAProblem(AnswerOption option) =>
        option.Weight is not null || option.Sets.Any(setting => setting.Number is not null || setting.Code is "yes" or UnsureCode);

    private AnswerOption ReadOption(YamlMap map)
    {
        var sets = map.Pairs("sets").Select(pair => Setting(map, pair, adds: false))
            .Concat(map.Pairs("adds").Select(pair => Setting(map, pair, adds: true)))
            .ToArray();
        var option = new AnswerOption(
            map.Text("code"), map.Text("text"), map.OptionalWhole("weight"), map.Flag("exclusive"), map.Flag("unsure"), sets)
        {
            Covers = map.Texts("covers"),
            Folded = map.Flag("folded"),
        };
        map.Finish();
        places.Note(option, map);
        return option;
    }

    private FactSetting Setting(YamlMap map, (string Key, string Value, int Line) pair, bool adds)
    {
        var setting = double.TryParse(pair.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new FactSetting(pair.Key, null, number, adds)
            : new FactSetting(pair.Key, pair.Value, null);
        places.Note(setting, map.Path, pair.Line);
        return setting;
    }

    /// <summary>
    /// The same list again, where each line that mattered becomes a doubt. Only what the person names is then treated as
    /// unsure, so that one honest doubt does not hold back everything.
    /// </summary>
    private static QuestionnairePage WhichPage(QuestionnairePage page, YamlMap map, QuestionnaireItem list)
    {
        if (list.Type != ItemType.MultipleChoice || list.Option(UnsureCode) is null)
        {
            map.Error(map.LineOfKey("which"), $"\"which\" needs a list (type: multi) with an \"{UnsureCode}\" option");
        }

        var doubts = list.Options
            .Where(option => !option.Exclusive && !option.Unsure)
            .Select(option => option with { Weight = null, Sets = [.. option.Sets.Select(Doubt)] })
            .ToArray();
        var all = doubts.SelectMany(option => option.Sets).Distinct().ToArray();
        string[] covered = [.. doubts.SelectMany(option => option.Covers).Distinct(StringComparer.Ordinal)];
        AnswerOption[] options =
        [
            .. doubts,
            new(NoneCode, "None of these after all", null, Exclusive: true, Unsure: false, []),
            new(ConditionReader.CannotTell, "I can't tell. It could be any of them", null, Exclusive: false, Unsure: true, all) { Covers = covered },
        ];
        var item = new QuestionnaireItem(
            list.LinkId + ConditionReader.WhichSuffix,
            "Which ones are you not sure about?",
            "Choose any that might fit. We play it safe with these.",
            ItemType.MultipleChoice,
            Required: true,
            EnabledWhen: null,
            Section: null,
            Minimum: null,
            Maximum: null,
            Unit: null,
            DoubtsOf: list.LinkId,
            options)
        {
            // A doubt about an answer that replaces a question replaces it too: its state is set as well.
            Replaces = [.. list.Replaces.Select(replacement => replacement with { Answers = WithDoubt(replacement.Answers) })],
        };
        return new QuestionnairePage(
            item.LinkId, page.Title, page.Section, Condition.Question(list.LinkId, UnsureCode), [item]);
    }

    private static string[] WithDoubt(IReadOnlyList<string> answers) => answers.Count == 0 ? [] : [.. answers, ConditionReader.CannotTell];

    private static FactSetting Doubt(FactSetting setting) => setting.Number is null ? setting with { Code = UnsureCode } : setting;
}
