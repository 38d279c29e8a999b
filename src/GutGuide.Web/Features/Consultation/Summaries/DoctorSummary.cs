using GutGuide.Core.Explanations;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Features.Consultation.Summaries;

/// <summary>The parts of a history, in the order in which a doctor takes one.</summary>
public enum HistoryPart
{
    Who,
    Trouble,
    Timeline,
    AlarmPresent,
    AlarmDenied,
    Conditions,
    Medicines,
    Tests,
    Food,
    Other,
}

/// <summary>One line of a history. What was asked and denied stands beside what was said.</summary>
/// <param name="Label">What was asked, in short; null where the words say it themselves.</param>
public sealed record SummaryLine(string? Label, IReadOnlyList<string> Said, IReadOnlyList<string> Unsure, IReadOnlyList<string> Denied);

/// <summary>What a person said, as a history: no advice, no sums, nothing concluded.</summary>
public sealed class DoctorSummary
{
    private const string WhichSuffix = "-which";
    private const string OftenSuffix = "-often";
    private const string WaySuffix = "-way";

    /// <summary>Of a yes-or-no question.</summary>
    private const string Yes = "yes";

    // Enough for a line each: everything stands below.
    private const int MostOfTrouble = 4;
    private const int MostTimed = 2;
    private const int MostNamed = 6;

    private readonly Dictionary<HistoryPart, List<SummaryLine>> _parts = Enum.GetValues<HistoryPart>().ToDictionary(part => part, _ => new List<SummaryLine>());
    private readonly List<string> _alarms = [];
    private readonly List<string> _unsureAlarms = [];
    private readonly List<string> _deniedAlarms = [];
    private readonly Dictionary<string, RedFlag> _flags;
    private readonly Dictionary<string, QuestionnaireItem> _asked;
    private readonly Answers _answers;

    private DoctorSummary(Ruleset ruleset, Answers answers, IReadOnlySet<string> live)
    {
        _answers = answers;
        _flags = ruleset.Flags.ToDictionary(flag => flag.Id, StringComparer.Ordinal);
        _asked = ruleset.Questionnaire.Items.Where(item => live.Contains(item.LinkId)).ToDictionary(item => item.LinkId, StringComparer.Ordinal);
        foreach (var page in ruleset.Questionnaire.Pages)
        {
            foreach (var item in page.Items.Where(item => _asked.ContainsKey(item.LinkId) && !SummaryLabels.LeftOut.Contains(item.LinkId)))
            {
                Take(page, item, answers[item.LinkId]!);
            }
        }

        if (_alarms.Count + _unsureAlarms.Count > 0)
        {
            _parts[HistoryPart.AlarmPresent].Insert(0, new SummaryLine(null, Once(_alarms), Once(_unsureAlarms), []));
        }

        // One word may stand for two flags, and one flag for two lines: what is present anywhere is denied nowhere.
        if (_deniedAlarms.Except(_alarms.Concat(_unsureAlarms)).ToArray() is { Length: > 0 } denied)
        {
            _parts[HistoryPart.AlarmDenied].Add(new SummaryLine(null, Once(denied), [], []));
        }
    }

    /// <param name="live">LinkIds of the answers that count: those of questions that were asked.</param>
    public static DoctorSummary Of(Ruleset ruleset, Answers answers, IEnumerable<string> live) => new(ruleset, answers, live.ToHashSet(StringComparer.Ordinal));

    public IReadOnlyList<SummaryLine> this[HistoryPart part] => _parts[part];

    /// <summary>How many alarm features were asked about and denied.</summary>
    public int DeniedCount => _parts[HistoryPart.AlarmDenied].Sum(line => line.Said.Count);

    /// <summary>What a doctor wants to know before anything else, in three lines: who and what, what alarms, and what may explain it.</summary>
    public IReadOnlyList<(string Label, string Words)> Opening() =>
    [
        ("Who and what", Joined([.. Words(HistoryPart.Who).Skip(1), .. Words(HistoryPart.Trouble, MostOfTrouble), .. Timed(HistoryPart.Timeline)], "no gut symptom named")),
        ("Alarm features", $"{Joined([.. Words(HistoryPart.AlarmPresent)], "none reported")}{(DeniedCount > 0 ? $"; {DeniedCount} others denied" : "")}."),
        ("Background", Joined([.. Named(HistoryPart.Conditions), .. Named(HistoryPart.Medicines), .. Timed(HistoryPart.Tests).Take(1)], "no condition and no medicine named")),
    ];

    private IEnumerable<string> Words(HistoryPart part, int most = int.MaxValue) => _parts[part].SelectMany(line => line.Said).Take(most);

    /// <summary>With what was asked: "6 weeks to a year" alone says too little.</summary>
    private IEnumerable<string> Timed(HistoryPart part) =>
        _parts[part].Where(line => line is { Label: not null, Said.Count: > 0 }).Take(MostTimed).Select(line => $"{line.Label}: {string.Join(", ", line.Said)}");

    /// <summary>The lines of the long lists; the areas that lead to them say less.</summary>
    private IEnumerable<string> Named(HistoryPart part)
    {
        var lines = _parts[part].Where(line => line.Said.Count > 0).ToArray();
        return (lines.Length > 1 ? lines.Skip(1) : lines).SelectMany(line => line.Said.Select(said => said is "Yes" ? line.Label! : said)).Take(MostNamed);
    }

    private static string Joined(string[] words, string otherwise) => words.Length == 0 ? otherwise : string.Join("; ", words).TrimEnd('.');

    private static IReadOnlyList<string> Once(IEnumerable<string> words) => [.. words.Distinct(StringComparer.OrdinalIgnoreCase)];

    private void Take(QuestionnairePage page, QuestionnaireItem item, Answer answer)
    {
        var isDoubt = item.LinkId.EndsWith(WhichSuffix, StringComparison.Ordinal);
        if (isDoubt)
        {
            // Told with the list it belongs to.
            return;
        }

        if (item.Type == ItemType.MultipleChoice)
        {
            TakeList(page, item, answer);
        }
        else if (AlarmOf(item, item.Option(Yes)) is { } alarm)
        {
            (answer.Has(Yes) ? _alarms : item.Options.Any(option => option.Unsure && answer.Has(option.Code)) ? _unsureAlarms : _deniedAlarms).Add(alarm);
        }
        else if (!IsHowMuch(item))
        {
            var words = AnswerWords.Of(item, answer).Given;
            _parts[SummaryLabels.PartOf(item)].Add(new SummaryLine(LabelOf(page, item), [.. words, .. HowMuch(item)], [], []));
        }
    }

    private void TakeList(QuestionnairePage page, QuestionnaireItem item, Answer answer)
    {
        var options = item.Options.Where(option => !option.Exclusive && !option.Unsure).ToLookup(option => AlarmOf(item, option) is not null);
        var (said, unsure, denied) = Sort(item, answer);
        foreach (var option in options[true])
        {
            var word = AlarmOf(item, option)!;
            if (said.Contains(option))
            {
                // In a list about one symptom, a line such as "It wakes me" says too little by itself.
                _alarms.Add((page.EnabledWhen ?? item.EnabledWhen) is null ? option.Display : word);
            }
            else if (unsure.Contains(option))
            {
                _unsureAlarms.Add(word);
            }
            else if (denied.Contains(option))
            {
                _deniedAlarms.Add(word);
            }
        }

        var rest = options[false].ToArray();
        if (rest.Length > 0)
        {
            _parts[SummaryLabels.PartOf(item)].Add(new SummaryLine(
                LabelOf(page, item),
                Words(said),
                unsure.Length > 0 && !IsNarrowed(item) ? ["the rest"] : Words(unsure),
                SummaryLabels.SaysWhatIsDenied(item) ? Words(denied) : []));
        }

        IReadOnlyList<string> Words(AnswerOption[] chosen) => [.. chosen.Where(rest.Contains).Select(option => option.Display)];
    }

    /// <summary>Where a doubt was narrowed down, only what it was narrowed to is unsure; where it was not, nothing counts as denied.</summary>
    private (AnswerOption[] Said, AnswerOption[] Unsure, AnswerOption[] Denied) Sort(QuestionnaireItem item, Answer answer)
    {
        var options = item.Options.Where(option => !option.Exclusive && !option.Unsure).ToArray();
        var said = options.Where(option => answer.Has(option.Code)).ToArray();
        var rest = options.Except(said).ToArray();
        if (!item.Options.Any(option => option.Unsure && answer.Has(option.Code)))
        {
            return (said, [], rest);
        }

        var unsure = !IsNarrowed(item) ? rest : [.. rest.Where(option => _answers[item.LinkId + WhichSuffix]!.Has(option.Code))];
        return (said, unsure, [.. rest.Except(unsure)]);
    }

    /// <summary>Whether the person could say which lines of a list they are not sure about.</summary>
    private bool IsNarrowed(QuestionnaireItem list) =>
        _asked.TryGetValue(list.LinkId + WhichSuffix, out var which)
        && !which.Options.Any(option => option.Unsure && _answers[which.LinkId]!.Has(option.Code));

    /// <summary>The alarm feature an option stands for, in short words; null when it stands for none.</summary>
    private string? AlarmOf(QuestionnaireItem item, AnswerOption? option)
    {
        var flag = option?.Sets.Select(setting => _flags.GetValueOrDefault(setting.Fact)).FirstOrDefault(flag => flag is not null);
        return option is null || SummaryLabels.HoldsNoAlarm(item) ? null
            : flag is not null && (flag.Tier >= TriageTier.Soon || item.Type == ItemType.Choice) ? flag.Plain
            : SummaryLabels.IsAlarmList(item) ? flag?.Plain ?? option.Display
            : null;
    }

    private bool IsHowMuch(QuestionnaireItem item) =>
        item.LinkId.EndsWith(WaySuffix, StringComparison.Ordinal) && _asked.ContainsKey(item.LinkId.Replace(WaySuffix, OftenSuffix, StringComparison.Ordinal));

    private IEnumerable<string> HowMuch(QuestionnaireItem often) =>
        often.LinkId.EndsWith(OftenSuffix, StringComparison.Ordinal)
        && _asked.TryGetValue(often.LinkId.Replace(OftenSuffix, WaySuffix, StringComparison.Ordinal), out var way)
            ? AnswerWords.Of(way, _answers[way.LinkId]!).Given.Select(given => $"in the way: {given}")
            : [];

    private static string LabelOf(QuestionnairePage page, QuestionnaireItem item) =>
        SummaryLabels.Of(item.LinkId) ?? (page.Items.Count == 1 ? page.Title : item.Text.TrimEnd('?'));
}
