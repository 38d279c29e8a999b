using GutGuide.Core.Questionnaires;
using GutGuide.Web.Tests.Cases;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>How far somebody has come, held against the walks of people at random: pages for the bar, parts for the words.</summary>
public sealed class ProgressTests
{
    private const int People = 400;
    private const int Seed = 20261125;

    /// <summary>
    /// m counts what is still ahead for somebody with nothing more to tell. So it grows with each problem. It shrinks by one
    /// page at most, where a later answer makes a page needless, and by more only when an answer ends the questions.
    /// </summary>
    [Fact]
    public void There_is_at_most_one_question_fewer_than_was_said_unless_an_answer_ends_them()
    {
        var people = new RandomPeople(Persona.Engine.Ruleset, Seed);
        var walks = Enumerable.Range(0, People).Select(number => Walk(people.Person(number))).ToArray();

        Assert.All(walks, walk => Assert.All(walk.Said.Index(), said => Assert.Equal(said.Index + 1, said.Item.Number)));
        Assert.All(walks.Where(walk => !walk.IsEnded), walk => Assert.All(walk.Said, said => Assert.InRange(said.About, said.Number, walk.Said.Count + 1)));
        Assert.All(walks.Where(walk => !walk.IsEnded), walk => Assert.Equal(walk.Said.Count, walk.Said[^1].About));
    }

    [Fact]
    public void Somebody_with_nothing_to_tell_is_told_the_exact_number_from_the_first_page()
    {
        var (said, isEnded) = Walk(Persona.AllWell.Saying("body", "male").Answers());

        Assert.False(isEnded);
        Assert.All(said, progress => Assert.Equal(said.Count, progress.About));
    }

    [Fact]
    public void The_part_is_the_place_of_its_section_among_all()
    {
        var answers = Persona.AllWell.Saying("gut", "pain").Answers();
        var parts = Persona.Flow.Pages(answers).Select(page => Persona.Flow.Progress(page.Id, answers)!).ToDictionary(progress => progress.Page.Id, StringComparer.Ordinal);

        Assert.All(parts.Values, progress => Assert.Equal(6, progress.Parts));
        Assert.Equal((1, 2, 3, 4, 5, 6), (parts["start"].Part, parts["now-head"].Part, parts["gut-more"].Part, parts["body-signs"].Part, parts["medicines"].Part, parts["food"].Part));
    }

    private static (IReadOnlyList<(int Number, int About)> Said, bool IsEnded) Walk(Answers person)
    {
        var answers = Answers.None;
        var seen = new HashSet<string>();
        var said = new List<(int, int)>();
        while (Persona.Flow.Next(answers, seen) is { } page)
        {
            var progress = Persona.Flow.Progress(page.Id, answers)!;
            said.Add((progress.Number, progress.About));
            seen.Add(page.Id);
            foreach (var item in page.Items)
            {
                // Asked in order: an answer on a page can open the next question on it.
                if (Persona.Flow.Items(page, answers).Contains(item))
                {
                    answers = answers.With(item.LinkId, person[item.LinkId]);
                }
            }
        }

        var findings = Persona.Engine.Decide(answers);
        return (said, findings.StopCard is not null || findings.Tier == Core.Rules.TriageTier.Emergency);
    }
}
