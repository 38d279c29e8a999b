using Bunit;
using GutGuide.Web.Features.Reading;

namespace GutGuide.Web.Tests.Reading;

public class ListPagesTests : BunitContext
{
    [Fact]
    public void Articles_stand_under_the_name_of_their_section_in_order()
    {
        var content = TestContent.Site(
            TestContent.Article("second", "Second") with { Section = "tests", Order = 20 },
            TestContent.Article("first", "First") with { Section = "tests", Order = 10 },
            TestContent.Article("basic", "Basic"));

        var page = Render<LearnIndex>(parameters => parameters.Add(p => p.Content, content));

        Assert.Equal(["The basics", "Tests"], page.FindAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(["Basic", "First", "Second"], page.FindAll(".page-list__title").Select(title => title.TextContent));
    }

    [Fact]
    public void A_source_names_the_pages_that_cite_it()
    {
        var content = TestContent.Site(TestContent.Article("sleep", "Sleep") with { Citations = ["s002"] })
            .WithSources(TestContent.Source("s001"), TestContent.Source("s002"));

        var page = Render<SourcesPage>(parameters => parameters.Add(p => p.Content, content));

        Assert.Equal("/learn/sleep", page.Find("#s002 details a").GetAttribute("href"));
        Assert.Empty(page.FindAll("#s001 details"));
    }

    [Fact]
    public void A_web_page_without_a_year_says_when_it_was_read()
    {
        var page = Render<SourceEntry>(parameters => parameters.Add(p => p.Source, TestContent.Source() with { Year = null, Accessed = new DateOnly(2026, 3, 9) }));

        Assert.Contains("Read on March 9, 2026.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_nobody_can_date_says_so()
    {
        var page = Render<SourceEntry>(parameters => parameters.Add(p => p.Source, TestContent.Source() with { Year = null, IsUndated = true }));

        Assert.Contains("No date known.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_of_rules_stand_apart_from_those_of_articles()
    {
        var content = TestContent.Site().WithSources(TestContent.Source("rule-001"), TestContent.Source("s001"));

        var page = Render<SourcesPage>(parameters => parameters.Add(p => p.Content, content));

        Assert.Equal(["s001"], page.FindAll("#studies + ol > li").Select(item => item.Id));
        Assert.Equal(["rule-001"], page.FindAll("#rules + ol > li").Select(item => item.Id));
    }

    [Fact]
    public void Words_stand_under_their_letter()
    {
        var content = TestContent.Site() with
        {
            Glossary = [TestContent.Term("zonulin", "zonulin"), TestContent.Term("5r", "5R"), TestContent.Term("anemia", "anemia"), TestContent.Term("arfid", "ARFID")],
        };

        var page = Render<GlossaryPage>(parameters => parameters.Add(p => p.Content, content));

        Assert.Equal(["#letter-0-9", "#letter-a", "#letter-z"], page.FindAll(".letters a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["term-5r", "term-anemia", "term-arfid", "term-zonulin"], page.FindAll(".glossary > div").Select(entry => entry.Id));
    }

    [Fact]
    public void The_page_for_unknown_addresses_offers_a_way_onward()
    {
        var page = Render<NotFoundPage>();

        Assert.Equal("/search", page.Find("form[role=search]").GetAttribute("action"));
        Assert.Contains("/help", page.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void The_error_page_sends_very_ill_people_to_the_emergency_number()
    {
        var page = Render<FailurePage>(parameters => parameters.Add(p => p.Failure, Failure.All.Single(failure => failure.Status == 500)).Add(p => p.Regions, TestContent.Regions()));

        Assert.Contains("call your local emergency number", page.Markup, StringComparison.Ordinal);
    }
}
