using System.Text;
using System.Xml.Linq;
using GutGuide.Web.Content;
using GutGuide.Web.Publishing;
using GutGuide.Web.Settings;
using GutGuide.Web.Tests.Reading;

namespace GutGuide.Web.Tests.Publishing;

public class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void Changes_stand_newest_first()
    {
        var feed = FeedOf(
            TestContent.Article("stress") with { Changes = [new(new DateOnly(2026, 3, 1), "First version.")] },
            TestContent.Article("sleep") with { Changes = [new(new DateOnly(2026, 5, 1), "New trial."), new(new DateOnly(2026, 2, 1), "First version.")] });

        Assert.Equal(
            ["2026-05-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-02-01T00:00:00Z"],
            feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "updated")!.Value));
        Assert.Equal("2026-05-01T00:00:00Z", feed.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public void A_later_change_leaves_the_id_of_an_earlier_one_alone()
    {
        var first = new ArticleChange(new DateOnly(2026, 3, 1), "First version.");
        var before = FeedOf(TestContent.Article() with { Changes = [first] });

        var after = FeedOf(TestContent.Article() with { Changes = [new(new DateOnly(2026, 4, 1), "New trial."), first] });

        Assert.Contains(IdsOf(before).Single(), IdsOf(after));
        Assert.Equal(2, IdsOf(after).Distinct().Count());
    }

    [Fact]
    public void A_title_with_signs_of_markup_is_still_well_formed()
    {
        var feed = FeedOf(TestContent.Article(title: "A < B & \"C\""));

        Assert.Equal("A < B & \"C\"", feed.Element(Atom + "entry")!.Element(Atom + "title")!.Value);
    }

    private static XElement FeedOf(params Article[] articles) =>
        XElement.Parse(Encoding.UTF8.GetString(Feed.Of(articles, new SiteAddress("https://gut.test"))));

    private static IEnumerable<string> IdsOf(XElement feed) => feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value);
}
