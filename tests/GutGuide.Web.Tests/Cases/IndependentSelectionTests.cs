using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Cases;

/// <summary>Selection by the shipped rules, held against a second reading of section 1.4 on people at random.</summary>
public sealed class IndependentSelectionTests
{
    private const int People = 20_000;
    private const int Seed = 20261201;

    private static readonly Ruleset Rules = ShippedContent.Ruleset;
    private static readonly DecisionEngine Engine = new(Rules);

    private readonly RandomPeople _people = new(Rules, Seed);
    private readonly List<string> _broken = [];

    [Fact]
    public void Twenty_thousand_people_at_random_get_the_plan_of_the_text()
    {
        for (var number = 0; number < People && _broken.Count < 20; number++)
        {
            var answers = _people.Person(number);
            var decision = Engine.Decide(answers);
            if (decision.Phases.Count == 0)
            {
                Claim("sel-1", decision.Tier is null or >= TriageTier.Urgent || decision.StopCard is not null || decision.States.Contains("sp-under18"), answers);
                Claim("sel-1 (nothing)", decision.FirstStep is null && decision.Weeks.All(week => week.Count == 0) && decision.ReadingOnly.Count == 0, answers);
                continue;
            }

            Compare(decision, answers);
        }

        Assert.True(_broken.Count == 0, string.Join("\n", _broken.Take(5)));
    }

    /// <summary>
    /// Whoever has two habits or more to begin with, and no rule that says which, begins elsewhere when they want something else.
    /// </summary>
    [Fact]
    public void What_a_person_wants_most_changes_where_they_begin()
    {
        var goals = Rules.Questionnaire.Items.Single(item => item.LinkId == Rules.Scoring.Goal!.Question).Options.Select(option => option.Code).ToArray();
        var (free, moved) = (0, 0);
        for (var number = 0; number < People; number++)
        {
            var answers = _people.Person(number);
            if (Engine.Decide(answers) is not { Tier: TriageTier.SelfCare, Phases.Count: > 0 } decision || !MayChoose(decision))
            {
                continue;
            }

            var decisions = goals.Select(goal => Engine.Decide(answers.With(Rules.Scoring.Goal!.Question, Answer.Of(goal)))).Where(decision => decision.Tier == TriageTier.SelfCare).ToArray();
            free++;
            moved += decisions.Select(decision => decision.FirstStep).Distinct().Count() > 1 ? 1 : 0;
        }

        Assert.True(free > 100 && moved > free * 0.95, $"Of {free} people who may choose, the wish changes the first step of {moved}.");
    }

    private static bool MayChoose(Decision decision) =>
        !Rules.Scoring.Selection.FirstSteps.Any(rule => rule.Step == decision.FirstStep)
        && decision.FivePhases.SelectMany(phase => phase.Suggestions.Concat(phase.More)).Count(offered => offered.State == SuggestionState.Ok && !IsProductOrDiet(offered)) > 1;

    private static bool IsProductOrDiet(PlannedSuggestion offered) => offered.Suggestion.Class is "supp" or "enzyme" or "live" or "herb" or "acid" or "restrict" or "fast";

    private void Compare(Decision decision, Answers answers)
    {
        var live = Engine.Scorer.Assess(answers).Live;
        var reading = new SelectionReading(Rules, new Answers(answers.All.Where(answer => live.Contains(answer.Key))), decision);
        Claim("sel-1 (soon)", decision.Tier != TriageTier.Soon || decision.Offered.All(offered => offered.Suggestion.Class is "test" or "talk" or "basic" or "mind" or "move"), answers);

        var (first, further) = reading.First();
        Claim("sel-2", Ids(decision.First).SequenceEqual(first) && Ids(decision.Phases[0].More).SequenceEqual(further), answers);
        foreach (var phase in decision.FivePhases)
        {
            Claim($"sel-3 to sel-8 ({phase.Phase}: {string.Join(' ', Ids(phase.Suggestions))} | {string.Join(' ', reading.Plan[phase.Phase])})", Ids(phase.Suggestions).SequenceEqual(reading.Plan[phase.Phase]), answers);
            Claim($"sel-11 ({phase.Phase}: {phase.Empty} | {reading.ReasonOf(phase.Phase)})", phase.Suggestions.Count > 0 ? phase.Empty is null : phase.Empty?.ToString() == reading.ReasonOf(phase.Phase), answers);
            Claim("sel-9", phase.Suggestions.Concat(phase.More).All(planned => (planned.CountTaken is not null) == (planned.Suggestion.Class is "supp" or "enzyme" or "live" or "herb" or "acid" && decision.States.Any(state => state.StartsWith("med-sup-", StringComparison.Ordinal)))), answers);
            Claim("sel-10", phase.Suggestions.All(planned => planned.State == SuggestionState.Ok || planned.AskBecause.Count > 0), answers);
        }

        var (step, weeks) = reading.Weeks();
        Claim($"sel-12 and sel-13 (first step {decision.FirstStep} | {step})", decision.FirstStep == step, answers);
        Claim("sel-12", decision.Weeks.Select(week => string.Join(' ', week.Select(suggestion => suggestion.Id))).SequenceEqual(weeks.Select(week => string.Join(' ', week))), answers);
        Claim("sel-14", !decision.States.Contains("sp-ed") || (decision.FivePhases.Sum(phase => phase.Suggestions.Count) <= 4 && decision.Offered.All(offered => offered.Suggestion.Class is not ("swap" or "restrict" or "fast"))), answers);
        Claim("hr-16", decision.ReadingOnly.Select(planned => planned.Suggestion.Id).Order().SequenceEqual(reading.ReadingOnly()), answers);
        Claim("soon: the visit first", decision.Tier != TriageTier.Soon || decision.FirstStep is "sg-talk-gp" or "sg-alcohol-help", answers);
    }

    private void Claim(string id, bool holds, Answers answers)
    {
        if (!holds)
        {
            _broken.Add($"{id}: {string.Join("; ", answers.All.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} = {pair.Value}"))}");
        }
    }

    private static IEnumerable<string> Ids(IEnumerable<PlannedSuggestion> planned) => planned.Select(suggestion => suggestion.Suggestion.Id);
}
