using System.Text.RegularExpressions;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>The promises about words and order, kept by finished result pages: the rules page says that tests keep them.</summary>
public sealed partial class PromisesOnPagesTests(ResultPages pages) : IClassFixture<ResultPages>
{
    private const string EatingDisorder = "sp-ed";

    private const string UnsetRegion =
        "your local emergency number (112 works in the EU, UK, Ireland and India; 911 in the US and Canada; 000 in Australia; 111 in New Zealand)";

    [Fact]
    public void The_pages_show_most_of_what_can_be_suggested() =>
        Assert.InRange(pages.All.SelectMany(page => page.Decision.Shown).Select(planned => planned.Suggestion.Id).Distinct().Count(), ShippedContent.Ruleset.Suggestions.Count / 2, ShippedContent.Ruleset.Suggestions.Count);

    [Fact]
    public void Somebody_with_trouble_with_eating_sees_no_number_but_ages_dates_and_those_to_call()
    {
        var concerned = pages.All.Where(page => page.Decision.States.Contains(EatingDisorder)).ToArray();

        Assert.NotEmpty(concerned);
        Assert.Equal([], concerned.SelectMany(page => Number().Matches(WithoutLabels(FormVisitor.TextOf(WithoutAllowedNumbers(page.Main)))).Select(number => $"{page.Case}: {number.Value}")));
    }

    [Fact]
    public async Task After_a_poison_both_the_poison_line_and_the_emergency_number_are_shown()
    {
        var main = await MainOfAsync(Persona.AllWell.Saying("region", "US").Saying("now-blood", "swallowed"));

        Assert.Contains("tel:18002221222", main, StringComparison.Ordinal);
        Assert.Contains("tel:911", main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suicide-now")]
    [InlineData("suicide-thought")]
    public async Task With_thoughts_of_suicide_the_crisis_line_is_the_first_that_can_be_called(string answer)
    {
        var main = await MainOfAsync(Persona.AllWell.Saying("region", "US").Saying("coping", answer));

        Assert.Equal("tel:988", Dialed().Match(main).Value);
    }

    [Theory]
    [InlineData("vomit-blood")]
    [InlineData("none")]
    public async Task Without_a_region_no_country_s_number_is_there_to_dial(string answer)
    {
        var main = await MainOfAsync(Persona.AllWell.Saying("now-blood", answer));

        Assert.DoesNotMatch(Dialed(), main);
        Assert.Contains(UnsetRegion, FormVisitor.TextOf(main), StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_tells_anybody_to_give_up_or_change_a_medicine() =>
        Assert.All(pages.All, page => Assert.DoesNotMatch(GiveUpMedicine(), NotTold().Replace(FormVisitor.TextOf(PhaseName().Replace(page.Main, "><")), "")));

    [Fact]
    public void No_page_offers_what_is_never_suggested()
    {
        Assert.NotEmpty(ShippedContent.Ruleset.NeverSuggested);
        Assert.All(pages.All, page => Assert.DoesNotMatch(NeverSuggested(), string.Join(' ', page.Decision.Shown.Select(Offer))));
        Assert.All(pages.All, page => Assert.DoesNotContain("ns-", page.Main, StringComparison.Ordinal));
    }

    private static string Offer(Core.Plans.PlannedSuggestion planned) => $"{planned.Suggestion.Text.Title}. {planned.Suggestion.Text.Step}";

    private async Task<string> MainOfAsync(Persona persona) =>
        ResultPages.MainOf((await (await pages.Site.AnsweredByAsync(persona)).OpenAsync("/consultation/result")).Page);

    private static string WithoutAllowedNumbers(string main) => Ages().Replace(DateOrAddress().Replace(SourceYears().Replace(PhoneLines().Replace(main, ""), ""), ""), "");

    /// <summary>Without the site's own questions and answers, which name spans of time.</summary>
    private static string WithoutLabels(string text) => ShippedContent.Ruleset.Questionnaire.Pages
        .SelectMany(page => page.Items)
        .SelectMany(item => item.Options.Select(option => option.Display).Append(item.Text))
        .Where(label => label.Any(char.IsAsciiDigit))
        .OrderByDescending(label => label.Length)
        .Aggregate(text, (rest, label) => rest.Replace(label, "", StringComparison.Ordinal));

    /// <summary>A line to call: its name and note hold hours and numbers of their own.</summary>
    [GeneratedRegex("<ul class=\"call-lines\">.*?</ul>|<a class=\"care-card__call\".*?</a>|" + "your local emergency number \\([^)]*\\)", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex PhoneLines();

    /// <summary>Publisher and year of a source.</summary>
    [GeneratedRegex("<a class=\"small\" href=\"/sources#[^>]*>\\[[^<]*\\]</a>")]
    private static partial Regex SourceYears();

    [GeneratedRegex("http://localhost:\\d+|(January|February|March|April|May|June|July|August|September|October|November|December) \\d+, \\d{4}|(rules|version) \\d{4}\\.\\d+\\.\\d+")]
    private static partial Regex DateOrAddress();

    [GeneratedRegex(@"\bage under \d+|\b\d+ years\b")]
    private static partial Regex Ages();

    [GeneratedRegex(@".{0,30}\d.{0,10}")]
    private static partial Regex Number();

    /// <summary>The name of the second R, where it stands by itself.</summary>
    [GeneratedRegex(">(: )?Replace<")]
    private static partial Regex PhaseName();

    [GeneratedRegex("tel:\\d+")]
    private static partial Regex Dialed();

    [GeneratedRegex(@"\b(do not|don't|never|without|not to) (stop|skip|halve|quit|replace|change|come off)\b[^.]*", RegexOptions.IgnoreCase)]
    private static partial Regex NotTold();

    [GeneratedRegex(@"\b(stop|skip|halve|quit|replace|come off)\b(?! and get| and ask)[^.:;]{0,40}\b(medicine|prescription|prescribed|pill|statin|metformin|insulin|steroid|warfarin|aspirin|ibuprofen|antidepressant|levothyroxine|lithium|PPI|acid reducer)", RegexOptions.IgnoreCase)]
    private static partial Regex GiveUpMedicine();

    [GeneratedRegex(@"[Bb]erberine|[Gg]oldenseal|[Oo]regano oil|St John|5-HTP|\bSAMe\b|[Aa]loe latex|[Ww]hole-leaf|[Ll]icorice root|[Cc]harcoal|\b[Cc]lay\b|[Zz]eolite|[Ee]nema|[Cc]lean(?:se|sing)|[Cc]hlorine dioxide|[Cc]olloidal silver|[Ww]ater fast|[Rr]aw milk|[Ss]tool transplant|IgG")]
    private static partial Regex NeverSuggested();
}
