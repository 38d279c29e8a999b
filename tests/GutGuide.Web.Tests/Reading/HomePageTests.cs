using Bunit;
using GutGuide.Web.Content;
using GutGuide.Web.Features.Reading;

namespace GutGuide.Web.Tests.Reading;

public class HomePageTests : BunitContext
{
    private const string Html = """
        <p>The lead.</p>
        <p>Educational, for adults.</p>
        <h2 id="what-it-is">What it is</h2>
        <p>A lining.</p>
        <section class="table-scroll"><table></table></section>
        <section class="box box--unknown"><h3 id="box-1">What we do not know</h3><div>Much.</div></section>
        <p>Read on.</p>
        <h2 id="four-mechanisms">Four mechanisms</h2>
        <p>Often named.</p>
        <h3 id="immune">Immune activation</h3>
        <p>Bits of bacteria. <a href="/learn/immune-activation">More on immune activation</a></p>
        <h3 id="brain">Gut and brain</h3>
        <p>Both ways.</p>
        <h2 id="the-5r-protocol">The 5R protocol</h2>
        <figure class="figure"><svg></svg></figure>
        <p>Five steps.</p>
        """;

    private static readonly Article Home = TestContent.Page("home", "Leaky gut", Html) with
    {
        Headings = [new("what-it-is", "What it is"), new("four-mechanisms", "Four mechanisms"), new("the-5r-protocol", "The 5R protocol")],
    };

    [Fact]
    public void Each_section_becomes_a_band()
    {
        var page = Show();

        Assert.Equal(["What it is", "Four mechanisms", "The 5R protocol"], page.FindAll(".band > div > div > h2[id]").Select(heading => heading.TextContent).Take(3));
        Assert.All(Home.Headings, heading => Assert.Equal("H2", page.Find($"#{heading.Id}").TagName));
    }

    [Fact]
    public void The_opening_stands_beside_the_picture_of_the_barrier()
    {
        var page = Show();

        Assert.Equal("The lead.", page.Find(".hero .lead").TextContent);
        Assert.NotNull(page.Find(".hero figure svg#barrier"));
    }

    [Fact]
    public void Sources_are_folded_at_the_foot()
    {
        var page = Show();

        Assert.False(page.Find("#sources + details").HasAttribute("open"));
    }

    [Fact]
    public void Parts_of_a_section_become_cards_that_lead_on()
    {
        var page = Show();

        var cards = page.FindAll(".card");
        Assert.Equal(2, cards.Count);
        Assert.Equal("/learn/immune-activation", cards[0].QuerySelector(".card__title a")!.GetAttribute("href"));
        Assert.Equal("Bits of bacteria.", cards[0].QuerySelector(".card__text")!.TextContent);
        Assert.Null(cards[1].QuerySelector(".card__title a"));
    }

    [Fact]
    public void What_stands_before_the_cards_stays_above_them()
    {
        var page = Show();

        Assert.Equal("Often named.", page.Find(".band__head p").TextContent);
    }

    [Fact]
    public void A_picture_stands_beside_its_section()
    {
        var page = Show();

        Assert.Equal("Five steps.", page.Find(".band .split #the-5r-protocol + p").TextContent);
        Assert.NotNull(page.Find(".band .split > div:last-child > figure"));
    }

    [Fact]
    public void A_box_stands_beside_its_section_whole_and_makes_no_card()
    {
        var page = Show();

        var box = page.Find(".band .split > div:last-child > .box--unknown");
        Assert.Equal("What we do not knowMuch.", box.TextContent);
        Assert.Equal(["A lining.", "Read on."], page.FindAll("#what-it-is ~ p").Select(text => text.TextContent));
        Assert.NotNull(page.Find("#what-it-is ~ .table-scroll table"));
    }

    [Fact]
    public void Two_plain_sections_share_a_band_but_the_last_stands_alone()
    {
        HtmlSection[] sections = [Plain("one"), Plain("two"), Plain("three"), Plain("four")];

        var bands = HtmlSections.Bands(sections);

        Assert.Equal([["one", "two"], ["three"], ["four"]], bands.Select(band => band.Select(section => section.Id)));
    }

    [Fact]
    public void A_section_with_a_table_shares_no_band()
    {
        HtmlSection[] sections = [Plain("one"), Plain("two") with { Opening = "<table></table>" }, Plain("three"), Plain("four")];

        var bands = HtmlSections.Bands(sections);

        Assert.Equal(4, bands.Count);
    }

    [Fact]
    public void A_heading_that_the_body_does_not_hold_is_a_fault()
    {
        var broken = Home with { Headings = [new("elsewhere", "Elsewhere")] };

        var fault = Assert.Throws<InvalidOperationException>(() => HtmlSections.Of(broken));

        Assert.Equal("home: the body holds no <h2 id=\"elsewhere\">.", fault.Message);
    }

    private static HtmlSection Plain(string id) => new(id, id, "<p>Text.</p>", "", []);

    private IRenderedComponent<HomePage> Show()
    {
        var content = TestContent.Site(Home, TestContent.Article()) with
        {
            Figures = new Dictionary<string, string> { ["barrier-cross-section"] = "<svg id=\"barrier\"></svg>" },
        };
        return Render<HomePage>(parameters => parameters.Add(p => p.Article, Home).Add(p => p.Content, content));
    }
}
