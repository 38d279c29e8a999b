using GutGuide.Core.Questionnaires;
using GutGuide.Web.Features.Consultation.Summaries;
using GutGuide.Web.Tests.Cases;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Consultation;

public sealed class DoctorSummaryTests
{
    private const int People = 400;

    /// <summary>
    /// What fits on one Letter page: printed by Chromium, summaries up to this length took at most 988 of its CSS pixels, the
    /// height between the margins.
    /// </summary>
    private const int CharactersOfOnePage = 6_700;

    [Fact]
    public void What_was_said_is_on_it()
    {
        var summary = Of(Persona.AllWell.Saying("gut", "bloating").Saying("conditions", "bowel").Saying("c-bowel", "gerd").Saying("medicines", "gut").Saying("m-gut", "none"));

        Assert.Contains("Bloating or gas", Said(summary, HistoryPart.Trouble));
        Assert.Contains("Acid reflux disease, hiatal hernia, or Barrett's", Said(summary, HistoryPart.Conditions));
        Assert.Contains("35 years", Said(summary, HistoryPart.Who));
    }

    [Fact]
    public void An_alarm_feature_that_was_chosen_is_present()
    {
        var summary = Of(Persona.AllWell.Saying("alarm-gut", "lump"));

        Assert.Contains("A lump in belly or bottom, or a sore that stays", Said(summary, HistoryPart.AlarmPresent));
    }

    [Fact]
    public void An_alarm_feature_that_was_asked_and_not_chosen_is_denied()
    {
        var summary = Of(Persona.AllWell);

        Assert.Contains("vomiting blood, or something like coffee grounds", Said(summary, HistoryPart.AlarmDenied));
        Assert.Empty(summary[HistoryPart.AlarmPresent]);
    }

    [Fact]
    public void A_doubt_denies_nothing_that_it_could_mean()
    {
        var summary = Of(Persona.AllWell.Saying("alarm-gut", "unsure").Saying("alarm-gut-which", "cannot-tell"));

        Assert.DoesNotContain("new leaking of stool", Said(summary, HistoryPart.AlarmDenied));
        Assert.Contains("new leaking of stool", Unsure(summary, HistoryPart.AlarmPresent));
    }

    [Fact]
    public void A_doubt_that_was_narrowed_down_leaves_the_rest_denied()
    {
        var summary = Of(Persona.AllWell.Saying("alarm-gut", "unsure").Saying("alarm-gut-which", "leak"));

        Assert.Equal(["new leaking of stool"], Unsure(summary, HistoryPart.AlarmPresent));
        Assert.Contains("a hot, painful lump or pus near your bottom", Said(summary, HistoryPart.AlarmDenied));
    }

    [Fact]
    public void What_was_never_asked_is_not_denied()
    {
        var summary = Of(Persona.AllWell);

        Assert.DoesNotContain("bad itching in pregnancy", Said(summary, HistoryPart.AlarmDenied));
    }

    [Fact]
    public void Every_answer_of_random_people_is_on_it()
    {
        foreach (var (answers, live, summary) in RandomSummaries())
        {
            var words = Enum.GetValues<HistoryPart>().SelectMany(part => summary[part]).SelectMany(line => line.Said.Concat(line.Unsure)).ToHashSet();
            var plain = Persona.Engine.Ruleset.Flags.ToLookup(flag => flag.Id, flag => flag.Plain);
            foreach (var item in ShippedContent.Ruleset.Questionnaire.Items.Where(item => live.Contains(item.LinkId) && !item.LinkId.EndsWith("-which", StringComparison.Ordinal) && !item.LinkId.EndsWith("-way", StringComparison.Ordinal) && item.LinkId != "region"))
            {
                var chosen = item.Options.Where(option => answers[item.LinkId]!.Has(option.Code) && option is { Exclusive: false, Unsure: false } && option.Code != "no");
                Assert.All(chosen, option => Assert.True(
                    words.Contains(option.Display) || option.Sets.SelectMany(setting => plain[setting.Fact]).Any(words.Contains),
                    $"{item.LinkId}: {option.Code}"));
            }
        }
    }

    [Fact]
    public void No_alarm_feature_is_both_present_and_denied()
    {
        Assert.All(RandomSummaries(), person => Assert.Empty(
            Said(person.Summary, HistoryPart.AlarmDenied).Intersect(Said(person.Summary, HistoryPart.AlarmPresent).Concat(Unsure(person.Summary, HistoryPart.AlarmPresent)))));
    }

    [Fact]
    public void It_is_short_enough_for_one_page_for_nineteen_of_twenty_random_people()
    {
        var lengths = RandomSummaries().Select(person => LengthOf(person.Summary)).ToArray();

        Assert.InRange(lengths.Count(length => length <= CharactersOfOnePage), (int)(.95 * lengths.Length), lengths.Length);
    }

    [Fact]
    public void Every_label_belongs_to_a_question_that_exists()
    {
        Assert.Empty(SummaryLabels.LinkIds.Except(ShippedContent.Ruleset.Questionnaire.Items.Select(item => item.LinkId)));
    }

    private static DoctorSummary Of(Persona persona) => Of(persona.Answers());

    private static DoctorSummary Of(Answers answers) => DoctorSummary.Of(Persona.Engine.Ruleset, answers, Persona.Engine.Scorer.Assess(answers).Live);

    private static IEnumerable<(Answers Answers, IReadOnlyList<string> Live, DoctorSummary Summary)> RandomSummaries()
    {
        var people = new RandomPeople(ShippedContent.Ruleset, 5);
        return Enumerable.Range(0, People).Select(people.Person)
            .Select(answers => (Answers: answers, Findings: Persona.Engine.Scorer.Assess(answers)))
            .Where(person => person.Findings.StopCard is null)
            .Select(person => (person.Answers, person.Findings.Live, Of(person.Answers)));
    }

    private static IEnumerable<string> Said(DoctorSummary summary, HistoryPart part) => summary[part].SelectMany(line => line.Said);

    private static IEnumerable<string> Unsure(DoctorSummary summary, HistoryPart part) => summary[part].SelectMany(line => line.Unsure);

    private static int LengthOf(DoctorSummary summary) =>
        Enum.GetValues<HistoryPart>().Sum(part => SummaryLabels.TitleOf(part).Length + summary[part].Sum(line =>
            (line.Label?.Length ?? 0) + 2 + line.Said.Concat(line.Unsure).Concat(line.Denied).Sum(word => word.Length + 2)));
}
