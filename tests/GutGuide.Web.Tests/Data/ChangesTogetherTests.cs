using GutGuide.Core.Questionnaires;
using GutGuide.Web.Data;

namespace GutGuide.Web.Tests.Data;

public sealed class ChangesTogetherTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly ChangesTogether _changes = new();
    private readonly List<int> _saves = [];
    private readonly TaskCompletionSource _disk = new();

    [Fact]
    public async Task What_comes_during_a_save_is_saved_in_one_go_after_it()
    {
        var known = Fresh();
        var all = Enumerable.Range(0, 5).Select(number => _changes.SaveAsync(known, Answering(known, $"q{number}"), SlowlyAsync)).ToArray();

        _disk.SetResult();
        var saved = await Task.WhenAll(all);

        Assert.Equal([1, 4], _saves);
        Assert.Equal(["q0", "q1", "q2", "q3", "q4"], saved[^1]!.Content.Answers.All.Select(pair => pair.Key).Order());
    }

    [Fact]
    public async Task Another_consultation_does_not_wait()
    {
        var known = Fresh();
        var other = Fresh();
        var waiting = _changes.SaveAsync(known, Answering(known, "q0"), SlowlyAsync);

        await _changes.SaveAsync(other, Answering(other, "q1"), AtOnceAsync);

        Assert.False(waiting.IsCompleted);
        _disk.SetResult();
        await waiting;
    }

    [Fact]
    public async Task Each_is_told_of_the_fault_and_the_next_is_tried_again()
    {
        var known = Fresh();
        var first = _changes.SaveAsync(known, Answering(known, "q0"), (_, _) => throw new IOException("no space"));
        await Assert.ThrowsAsync<IOException>(() => first);

        var second = await _changes.SaveAsync(known, Answering(known, "q1"), AtOnceAsync);

        Assert.Equal(["q1"], second!.Content.Answers.All.Select(pair => pair.Key));
    }

    [Fact]
    public async Task A_consultation_that_is_gone_is_gone_for_all_who_wait()
    {
        var known = Fresh();
        var all = Enumerable.Range(0, 3).Select(number => _changes.SaveAsync(known, Answering(known, $"q{number}"), async (_, _) =>
        {
            await _disk.Task;
            return null;
        })).ToArray();

        _disk.SetResult();

        Assert.All(await Task.WhenAll(all), Assert.Null);
    }

    [Fact]
    public async Task The_last_word_on_whether_it_is_completed_counts()
    {
        var known = Fresh();
        var first = _changes.SaveAsync(known, Answering(known, "q0"), SlowlyAsync);
        var reopening = _changes.SaveAsync(known, new ConsultationChange(known, content => content, IsCompleted: false), AtOnceAsync);
        var completing = _changes.SaveAsync(known, new ConsultationChange(known, content => content, IsCompleted: true), AtOnceAsync);
        var answering = _changes.SaveAsync(known, Answering(known, "q1"), AtOnceAsync);

        _disk.SetResult();
        await first;

        Assert.All(await Task.WhenAll(reopening, completing, answering), saved => Assert.True(saved!.IsCompleted));
    }

    [Theory]
    [InlineData("other rules", 0)]
    [InlineData("rules", 1)]
    public void What_answers_the_questions_of_before_is_left_out_once_it_was_begun_anew(string rulesNow, int minutesLater)
    {
        var known = Fresh();
        var anew = known with { RulesetHash = rulesNow, StartedAt = Now.AddMinutes(minutesLater) };

        var completing = new ConsultationChange(known, content => content, IsCompleted: true);

        var after = ConsultationChange.Apply(anew, [Answering(known, "q0"), Answering(anew, "q1"), completing]);

        Assert.Equal(["q1"], after.Content.Answers.All.Select(pair => pair.Key));
        Assert.False(after.IsCompleted);
    }

    private static Web.Data.Consultation Fresh() => new(Guid.NewGuid(), "rules", ConsultationContent.Empty, false, 0, Now, Now, Now);

    private static ConsultationChange Answering(Web.Data.Consultation known, string linkId) => new(
        known,
        content => content.WithPage("page", new Dictionary<string, Answer?> { [linkId] = Answer.Of("yes") }, Now),
        IsCompleted: null);

    private async Task<Web.Data.Consultation?> SlowlyAsync(Web.Data.Consultation known, IReadOnlyList<ConsultationChange> changes)
    {
        await _disk.Task;
        return await AtOnceAsync(known, changes);
    }

    private Task<Web.Data.Consultation?> AtOnceAsync(Web.Data.Consultation known, IReadOnlyList<ConsultationChange> changes)
    {
        _saves.Add(changes.Count);
        return Task.FromResult<Web.Data.Consultation?>(ConsultationChange.Apply(known, changes));
    }
}
