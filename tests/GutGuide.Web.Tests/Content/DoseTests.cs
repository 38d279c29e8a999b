using GutGuide.Web.Content;

namespace GutGuide.Web.Tests.Content;

/// <summary>Doses in suggestions against their ceilings, and doses in articles against published upper limits.</summary>
public sealed class DoseTests
{
    private const string Walk = "suggestions/rebalance/sg-walk.md";
    private const string Ceilings = "consultation/ceilings.yaml";

    /// <summary>Sentences that name more than 10 mg, 2 teaspoons or 8 weeks.</summary>
    public static TheoryData<string> TooMuch =>
    [
        "Take 11 mg a day.", "Take 11mg a day.", "Take 10.5 mg.", "Take 1,000 mg.", "Take 1 000 mg.", "Take 1 g a day.", "Take 0.5 g.", "Take a gram a day.",
        "Take five grams a day.", "Take half a gram.", "Take \u00BD g.", "Take twenty milligrams.", "Take twenty-five mg.", "Take a hundred mg.",
        "Take two hundred and fifty milligrams.", "Take 5 to 20 mg.", "Take 5-20 mg.", "Take 5\u201320 mg.", "Take 5 or 15 mg.", "Take between 5 and 12 mg.",
        "Take 6 mg twice a day.", "Take 4 mg of zinc three times a day.", "Take 4 mg 3 times daily.", "Take two 6 mg tablets.", "Take 2 x 6 mg.", "Take 11000 mcg.",
        "Take 11,000 micrograms.", "Take eleven thousand micrograms.", "Take 11000 \u00B5g.", "Take 11000 \u03BCg.", "Take 12 milligrammes.", "Take 400 IU.", "Take four hundred IU.",
        "Take 3 teaspoons.", "Take three level teaspoons.", "Take 2 and a half teaspoons.", "Take 3 tsp.",
        "Take it for 9 weeks.", "Take it for nine weeks.", "Take it for 3 months.", "Take it for three months.", "Take it for a year.", "Take it for 60 days.",
        "Take it for 4 to 12 weeks.", "Take it for 4-12 weeks.", "Take it for 90 nights.", "Take it for two and a half months.", "Give it 10 or more weeks.",
        "A trial gave 40 mg.", "At most fifteen mg.",
    ];

    public static TheoryData<string> Enough =>
    [
        "Take 10 mg a day.", "Take 5 mg twice a day.", "Take 0.01 g.", "Take ten milligrams.", "Take 5 to 10 mg.", "Take 10000 micrograms.", "Take 2 teaspoons.",
        "Take a teaspoon.", "Take it for 8 weeks.", "Take it for 4 to 8 weeks.", "Take it for a month.", "Take it for 56 days.", "Use 150 ml of water each time.",
        "The trial had 36 adults.", "Keep it 2 hours apart.", "About 40% felt better.",
    ];

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void More_than_the_ceiling_is_an_error(string numbers)
    {
        using var content = WithCeilings().Replace(Walk, "stop: Stop", $"numbers: \"{numbers}\"\nstop: Stop");

        var error = Assert.Single(ErrorsOf(content));

        Assert.Contains("that the ceiling", error.Message, StringComparison.Ordinal);
        Assert.Equal(($"content/{Walk}", content.LineOf(Walk, "numbers:")), (error.Path, error.Line));
    }

    [Theory]
    [MemberData(nameof(Enough))]
    public void What_the_ceiling_allows_is_none(string numbers)
    {
        using var content = WithCeilings().Replace(Walk, "stop: Stop", $"numbers: \"{numbers}\"\nstop: Stop");

        Assert.Empty(ErrorsOf(content));
    }

    [Theory]
    [InlineData("step: Take a short walk on most days.", "step: Take twenty milligrams on most days.")]
    [InlineData("stop: Stop if you feel faint.", "stop: Stop after twenty weeks.")]
    [InlineData("Easy walking is free.", "Five grams are free.")]
    [InlineData("It was small.", "It gave twenty milligrams.")]
    public void The_ceiling_holds_wherever_the_suggestion_speaks(string old, string with)
    {
        using var content = WithCeilings().Replace(Walk, old, with);

        Assert.Single(ErrorsOf(content));
    }

    [Theory]
    [InlineData("amount: 10 minutes", "amount: 11 mg a day")]
    [InlineData("for: 2 weeks", "for: 9 weeks, then decide")]
    [InlineData("when: After", "when: Twenty milligrams after")]
    [InlineData("round the block", "twenty milligrams")]
    [InlineData("You sleep better.", "You need no more than twenty milligrams.")]
    [InlineData("Keep going.", "Take twenty milligrams.")]
    public void The_ceiling_holds_in_every_word_about_how(string old, string with)
    {
        using var content = WithCeilings().Replace(Walk, SampleContent.ShortStep, SampleContent.HowToWalk.Replace(old, with, StringComparison.Ordinal));

        Assert.Contains("that the ceiling", Assert.Single(ErrorsOf(content)).Message, StringComparison.Ordinal);
    }

    /// <summary>The published limit of the small content is 40 mg.</summary>
    [Theory]
    [InlineData("A trial gave zinc at 75 mg a day [@s001].")]
    [InlineData("A trial gave 25 mg of zinc twice a day [@s001].")]
    [InlineData("Zinc was tried. The amount was 75 mg a day [@s001].")]
    [InlineData("## Zinc\n\nThe amount was 75 mg a day [@s001].")]
    [InlineData("A trial gave zinc at 75 mg a day, above the upper limit.")]
    [InlineData("A trial gave seventy-five milligrams of zinc [@s001].")]
    [InlineData("There is no limit to zinc: 75 mg a day [@s001].")]
    public void A_dose_above_the_upper_limit_says_so_with_a_source(string text)
    {
        using var content = WithText(text);

        Assert.Contains(ErrorsOf(content), error => error.Message.Contains("is above the published upper limit of Zinc", StringComparison.Ordinal) && error.Line > 0);
    }

    [Theory]
    [InlineData("A trial gave zinc at 40 mg a day [@s001].")]
    [InlineData("A trial gave zinc at 75 mg a day, above the upper limit [@s001].")]
    [InlineData("Zinc is in beans. They have 75 mg of magnesium [@s001].")]
    [InlineData("| What | Amount | Daily limit |\n| --- | --- | --- |\n| Zinc [@s001] | 75 mg | 40 mg |")]
    public void Any_other_dose_may_stand(string text)
    {
        using var content = WithText(text);

        Assert.DoesNotContain(ErrorsOf(content), error => error.Message.Contains("upper limit", StringComparison.Ordinal));
    }

    private static SampleContent WithCeilings() => new SampleContent().Replace(Ceilings, "  most: [{ amount: 10, unit: mg, per: day }]", "  most: [{ amount: 10, unit: mg, per: day }, { amount: 2, unit: teaspoons, per: day }]\n  weeks: 8");

    private static SampleContent WithText(string text) => new SampleContent().Replace("articles/sleep.md", "## How long\n", $"{text}\n\n## How long\n");

    private static ContentProblem[] ErrorsOf(SampleContent content) => [.. content.Load().Problems.All.Where(problem => problem.Severity == ProblemSeverity.Error && !problem.Message.Contains("holds a number", StringComparison.Ordinal))];
}
