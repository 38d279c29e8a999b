using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>
/// How much two people have to read on their way through the questions (DESIGN 4 and 8), counted on the pages that they get.
/// </summary>
/// <remarks>
/// A page counts when it asks something, with what its own answers open on it; the look over one's own answers at the end does not. A word is whatever stands between
/// spaces and holds a letter or a digit. All that an eye meets in the page's main part counts on every page anew: each label, option, help line,
/// button and fold. What stands around the main part on all pages alike does not: the header, the way back with the progress, the foot. What a closed fold holds is not read and does not count, but the line that opens
/// it does: a folded answer can tell of no problem, and belongs to a question with others in sight. Words for
/// screen readers alone repeat what the eye sees, and are left out.
/// </remarks>
public sealed class ReadingBudgetTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly Persona HealthyAdult = Persona.AllWell.Saying("region", "US").Saying("body", "ovaries");

    /// <summary>Three symptoms, two conditions and two medicines, none of them rare.</summary>
    private static readonly Persona ComplexAdult = Persona.AllWell
        .Saying("region", "US").Saying("body", "ovaries").Saying("age", 47)
        .Saying("gut", "pain", "loose", "bloating")
        .Saying("pain-often", "some").Saying("pain-way", "quite").Saying("loose-often", "few").Saying("loose-way", "quite").Saying("bloating-often", "most").Saying("bloating-way", "little")
        .Saying("pain-more", "long", "stool").Saying("loose-weeks", "year")
        .Saying("conditions", "heart", "kidney").Saying("c-heart", "htn").Saying("thyroid", "yes")
        .Saying("medicines", "heart", "hormone").Saying("m-heart", "pressure").Saying("m-hormone", "levo");

    [Fact]
    public async Task A_healthy_adult_meets_at_most_15_pages_and_1300_words() => await KeepsAsync(HealthyAdult, pages: 15, words: 1_300);

    [Fact]
    public async Task Somebody_with_three_symptoms_two_conditions_and_two_medicines_meets_at_most_24_pages_and_2000_words() =>
        await KeepsAsync(ComplexAdult, pages: 24, words: 2_000);

    private async Task KeepsAsync(Persona person, int pages, int words)
    {
        var met = await WalkAsync(person);

        var account = string.Join('\n', met.Select(page => $"{page.Words,5} {page.Id}").Append($"{met.Sum(page => page.Words),5} in {met.Count} pages"));
        Assert.True(met.Count <= pages && met.Sum(page => page.Words) <= words, account);
    }

    private async Task<IReadOnlyList<(string Id, int Words)>> WalkAsync(Persona person)
    {
        var pages = ShippedContent.Ruleset.Questionnaire.Pages.ToDictionary(page => page.Id, StringComparer.Ordinal);
        var visitor = await new FormVisitor(site.Visitor()).StartAsync();
        var met = new List<(string, int)>();
        while (visitor.Address.StartsWith("/consultation/q/", StringComparison.Ordinal))
        {
            var page = pages[visitor.Address["/consultation/q/".Length..]];
            Assert.DoesNotContain(met, before => before.Item1 == page.Id);
            var asked = visitor.Address;
            await visitor.AnswerAsync([.. page.Items.SelectMany(person.Fields)]);
            var next = visitor.Address;
            met.Add((page.Id, WordsIn((await visitor.OpenAsync(asked)).Page)));
            await visitor.OpenAsync(next);
        }

        Assert.Equal("/consultation/check-answers", visitor.Address);
        return met;
    }

    private static int WordsIn(string page)
    {
        var main = new HtmlParser().ParseDocument(page).QuerySelector("main") ?? throw new InvalidOperationException("The page has no main part.");
        return Texts(main).SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Count(word => word.Any(char.IsLetterOrDigit));
    }

    private static IEnumerable<string> Texts(INode node) => node switch
    {
        IText text => [text.Data],
        IElement element when IsUnseen(element) => [],
        _ => node.ChildNodes.SelectMany(Texts),
    };

    private static bool IsUnseen(IElement element) =>
        element.LocalName is "script" or "style" or "template" or "noscript"
        || element.HasAttribute("hidden")
        || element.ClassList.Contains("visually-hidden")
        || (element.LocalName != "summary" && element.ParentElement is { LocalName: "details" } fold && !fold.HasAttribute("open"));
}
