using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Content;

namespace GutGuide.Web.Cases;

/// <summary>Reads one case. Every fault becomes a placed problem.</summary>
internal sealed class CaseReader(Ruleset ruleset)
{
    private static readonly Dictionary<string, CaseOutcome> Outcomes = new(StringComparer.Ordinal)
    {
        ["emergency"] = CaseOutcome.Emergency,
        ["urgent"] = CaseOutcome.Urgent,
        ["under-18"] = CaseOutcome.Under18,
        ["soon"] = CaseOutcome.Soon,
        ["routine"] = CaseOutcome.Routine,
        ["self-care"] = CaseOutcome.SelfCare,
    };

    private static readonly Dictionary<string, CaseTrap> Traps = new(StringComparer.Ordinal)
    {
        ["none"] = CaseTrap.None,
        ["false-alarm"] = CaseTrap.FalseAlarm,
        ["missed-alarm"] = CaseTrap.MissedAlarm,
    };

    private readonly Dictionary<string, QuestionnaireItem> _items = ruleset.Questionnaire.Items.ToDictionary(item => item.LinkId, StringComparer.Ordinal);
    private readonly HashSet<string> _rules = [.. ruleset.Flags.Select(flag => flag.Id), .. ruleset.States.Select(state => state.Id)];
    private readonly HashSet<string> _suggestions = [.. ruleset.Suggestions.Select(suggestion => suggestion.Id)];

    public TriageCase Read(YamlMap map)
    {
        var read = new TriageCase(
            map.Text("id"),
            map.Text("story"),
            ReadAnswers(map.Map("answers")),
            map.OneOf("expected", Outcomes),
            map.OneOf("trap", Traps, CaseTrap.None),
            Known(map, "rules", _rules),
            Known(map, "must", _suggestions),
            Known(map, "must-not", _suggestions));
        map.Finish();
        return read;
    }

    private Answers ReadAnswers(YamlMap? map)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var linkId in map?.Keys ?? [])
        {
            if (!_items.TryGetValue(linkId, out var item))
            {
                map!.Error(map.LineOfKey(linkId), $"\"{linkId}\" is not a linkId of the questionnaire{NearestName.Hint(linkId, _items.Keys)}");
            }
            else if (ReadAnswer(map!, item) is { } answer)
            {
                answers[linkId] = answer;
            }
        }

        return new Answers(answers);
    }

    private static Answer? ReadAnswer(YamlMap map, QuestionnaireItem item)
    {
        if (item.Type == ItemType.Integer)
        {
            var number = map.Whole(item.LinkId);
            if (number < item.Minimum || number > item.Maximum)
            {
                map.Error(map.LineOfKey(item.LinkId), $"\"{item.LinkId}\" is {number}; write a whole number from {item.Minimum} to {item.Maximum}");
            }

            return Answer.Of(number);
        }

        IReadOnlyList<string> codes = item.Type == ItemType.MultipleChoice ? map.Texts(item.LinkId) : [map.Text(item.LinkId)];
        foreach (var code in codes.Where(code => item.Option(code) is null))
        {
            map.Error(map.LineOfKey(item.LinkId), $"\"{code}\" is not an answer to \"{item.LinkId}\"{NearestName.Hint(code, item.Options.Select(option => option.Code))}");
        }

        return codes.Count > 0 ? Answer.Of(codes) : null;
    }

    private static IReadOnlyList<string> Known(YamlMap map, string key, HashSet<string> names)
    {
        var ids = map.Texts(key);
        foreach (var id in ids.Where(id => !names.Contains(id)))
        {
            map.Error(map.LineOfKey(key), $"nothing is named \"{id}\"{NearestName.Hint(id, names)}");
        }

        return ids;
    }
}
