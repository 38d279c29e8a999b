using Bunit;
using GutGuide.Core.Rules;
using GutGuide.Web.Components.Layout;
using GutGuide.Web.Components.Shared;
using GutGuide.Web.Features.Reading;

namespace GutGuide.Web.Tests.Reading;

public class SharedComponentsTests : BunitContext
{
    [Theory]
    [InlineData(TriageTier.Emergency, "Emergency", "care-card--emergency")]
    [InlineData(TriageTier.Urgent, "Today", "care-card--urgent")]
    [InlineData(TriageTier.Soon, "Soon", "care-card--soon")]
    [InlineData(TriageTier.Routine, "Routine", "care-card--routine")]
    [InlineData(TriageTier.SelfCare, "Self-care", "care-card--self-care")]
    public void A_card_speaks_its_tier(TriageTier tier, string spoken, string look)
    {
        var card = Render<CareCard>(parameters => parameters.Add(c => c.Card, TestContent.Card(tier)));

        Assert.Equal(spoken, card.Find(".care-card__tier").TextContent);
        Assert.Contains(look, card.Find("section").ClassList);
    }

    [Fact]
    public void A_card_is_named_by_its_heading()
    {
        var card = Render<CareCard>(parameters => parameters.Add(c => c.Card, TestContent.Card()).Add(c => c.HeadingLevel, 3));

        var heading = card.Find("h3.care-card__title");
        Assert.Equal("See a doctor if:", heading.TextContent);
        Assert.Equal(heading.Id, card.Find("section").GetAttribute("aria-labelledby"));
    }

    [Fact]
    public void A_phone_can_dial_a_number()
    {
        var numbers = Render<PhoneNumbers>(parameters => parameters
            .Add(p => p.Region, TestContent.Region())
            .Add(p => p.Kinds, [PhoneLineKind.Poison]));

        var link = Assert.Single(numbers.FindAll("a"));
        Assert.Equal("tel:18002221222", link.GetAttribute("href"));
        Assert.Equal("Poison help", numbers.Find("dt").TextContent);
    }

    [Fact]
    public void Where_there_is_no_number_words_say_what_to_do()
    {
        var numbers = Render<PhoneNumbers>(parameters => parameters
            .Add(p => p.Region, TestContent.Regions().Unset)
            .Add(p => p.Kinds, [PhoneLineKind.Emergency]));

        Assert.Equal("Your local emergency number.", numbers.Find("dd").TextContent);
        Assert.Empty(numbers.FindAll("a"));
    }

    [Fact]
    public void A_country_without_numbers_is_not_offered()
    {
        var other = TestContent.Regions().Unset with { Code = "other", Name = "Another country" };

        var book = Render<PhoneBook>(parameters => parameters.Add(p => p.Regions, TestContent.Regions(TestContent.Region(), other)));

        Assert.Equal(["United States: 911"], book.FindAll("summary").Select(summary => summary.TextContent));
    }

    [Fact]
    public void Countries_with_the_same_emergency_number_share_a_line()
    {
        var regions = TestContent.Regions(TestContent.Region(), TestContent.Region("UK", "United Kingdom", "999"), TestContent.Region("CA", "Canada"));

        var numbers = Render<EmergencyNumbers>(parameters => parameters.Add(p => p.Regions, regions));

        Assert.Equal(["911 United States, Canada", "999 United Kingdom"], numbers.FindAll("li").Select(line => line.TextContent.Trim()));
        Assert.Equal(["tel:911", "tel:999"], numbers.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void The_footer_says_what_the_site_is_for()
    {
        var footer = Render<SiteFooter>();

        Assert.Contains(
            "GutGuide is educational, for adults. It is not for emergencies, it does not diagnose or treat, and it does not replace a doctor or nurse.",
            footer.Markup,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/learn", "/learn", "page")]
    [InlineData("/learn/stress", "/learn", "true")]
    [InlineData("/learn/the-5r-protocol", "/learn/the-5r-protocol", "page")]
    public void The_header_marks_where_the_reader_is(string current, string marked, string how)
    {
        var header = Render<SiteHeader>(parameters => parameters.Add(h => h.Current, current));

        var link = Assert.Single(header.FindAll("[aria-current]"));
        Assert.Equal(marked, link.GetAttribute("href"));
        Assert.Equal(how, link.GetAttribute("aria-current"));
    }

    [Fact]
    public void The_last_breadcrumb_is_the_page_itself()
    {
        var crumbs = Render<Breadcrumbs>(parameters => parameters
            .Add(b => b.Here, "Stress")
            .Add(b => b.Above, [("/", "Home"), ("/learn", "Learn")]));

        Assert.Equal(["Home", "Learn"], crumbs.FindAll("a").Select(link => link.TextContent));
        Assert.Equal("Stress", crumbs.Find("[aria-current=page]").TextContent);
    }
}
