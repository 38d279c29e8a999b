using CsCheck;
using GutGuide.Core.FollowUp;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Tests.FollowUp;

public sealed class StepLedgerTests
{
    private static readonly DateOnly Began = new(2026, 12, 1);
    private static readonly CheckInRules Rules = CheckInRules.Empty;
    private static readonly PastResponse Past = new("hash", Answers.None, default);
    private static readonly IReadOnlySet<string> Known = new HashSet<string> { "sg-a", "sg-b" };

    [Fact]
    public void What_made_a_person_worse_is_never_offered_again_whatever_is_said_later()
    {
        var ledger = new StepLedger([On(14, StepOutcome.Worse), On(28, StepOutcome.Helped)], Rules);

        Assert.Equal(TriedOutcome.Worse, ledger.FeedbackOn(Began.AddYears(5), Known)["sg-a"]);
        Assert.Empty(ledger.Running);
    }

    [Theory]
    [InlineData(27, true)]
    [InlineData(28, false)]
    public void No_change_counts_only_after_four_weeks(int days, bool goesOn)
    {
        var ledger = new StepLedger([On(days, StepOutcome.NoChange)], Rules);

        Assert.Equal(goesOn, ledger.Running.Count == 1);
        Assert.Equal(goesOn ? null : TriedOutcome.NoHelp, ledger.FeedbackOn(Began.AddDays(days), Known)["sg-a"]);
    }

    [Fact]
    public void What_helped_goes_on_and_takes_no_place()
    {
        var ledger = new StepLedger([On(14, StepOutcome.Helped)], Rules);

        Assert.Equal("sg-a", Assert.Single(ledger.Running).Suggestion);
        Assert.Equal(TriedOutcome.DoingAlready, ledger.FeedbackOn(Began.AddDays(14), Known)["sg-a"]);
    }

    [Fact]
    public void What_was_not_done_is_as_if_it_had_never_been_offered()
    {
        var ledger = new StepLedger([On(14, StepOutcome.NotDone)], Rules);

        Assert.Empty(ledger.Running);
        Assert.Equal(0, ledger.FeedbackOn(Began.AddDays(14), Known).Count);
    }

    [Fact]
    public void A_dropped_step_does_not_come_back_within_its_time() =>
        Gen.Select(Gen.Int[28, 200], Gen.Int[0, 89], Gen.OneOf(Gen.Const(StepOutcome.NoChange), Gen.Const(StepOutcome.Stopped))).Sample((reported, later, outcome) =>
        {
            var ledger = new StepLedger([On(reported, outcome)], Rules);

            Assert.Equal(TriedOutcome.NoHelp, ledger.FeedbackOn(Began.AddDays(reported + later), Known)["sg-a"]);
            Assert.Null(ledger.FeedbackOn(Began.AddDays(reported + Rules.RestDays), Known)["sg-a"]);
        });

    [Fact]
    public void A_suggestion_that_the_rules_no_longer_have_is_left_out()
    {
        var ledger = new StepLedger([On(14, StepOutcome.Worse)], Rules);

        Assert.Equal(0, ledger.FeedbackOn(Began.AddDays(14), new HashSet<string>()).Count);
    }

    private static CheckIn On(int days, StepOutcome outcome) =>
        new(Past, Began.AddDays(days), Overall.Same, [new StepReport("sg-a", Began, outcome)]);
}
