using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Tests.Cases;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>Ending the questions early never changes what they lead to, whatever the open ones would have been answered.</summary>
public sealed class EarlyStopTests
{
    private const int People = 1_000;
    private const int Completions = 3;
    private const int Seed = 20261124;

    private static readonly DecisionEngine Engine = Persona.Engine;

    [Fact]
    public void An_emergency_or_a_young_age_decides_alone_what_is_shown()
    {
        var people = new RandomPeople(Engine.Ruleset, Seed);
        var (emergencies, cards) = (0, 0);
        for (var number = 0; number < People; number++)
        {
            var said = Live(people.Person(number));
            var early = Engine.Decide(said);
            if (early.StopCard is null && early.Tier != Core.Rules.TriageTier.Emergency)
            {
                continue;
            }

            _ = early.StopCard is null ? emergencies++ : cards++;
            Assert.Equal(DecisionStatus.Complete, early.Status);
            Assert.Empty(early.Shown);
            for (var completion = 0; completion < Completions; completion++)
            {
                var whole = Engine.Decide(Completed(said, people.Person(completion)));
                Assert.Equal((early.Tier, early.StopCard), (whole.Tier, whole.StopCard));
                Assert.Empty(whole.Shown);
            }
        }

        Assert.NotEqual(0, emergencies);
        Assert.NotEqual(0, cards);
    }

    private static Answers Live(Answers answers)
    {
        var live = Engine.Scorer.Assess(answers).Live;
        return new Answers(answers.All.Where(answer => live.Contains(answer.Key)));
    }

    /// <summary>What was said, and somebody else's answers to all the rest.</summary>
    private static Answers Completed(Answers said, Answers other) =>
        new(other.All.Where(answer => said[answer.Key] is null).Concat(said.All));
}
