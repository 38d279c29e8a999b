using GutGuide.Core.Tests.Building;

namespace GutGuide.Core.Tests.Questionnaires;

public class QuestionnaireTests
{
    [Fact]
    public void Items_come_in_the_order_of_the_pages()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Choice("pain", "no", "yes")
            .Page("body").Choice("fever", "no", "yes").Integer("age")
            .Build();

        var linkIds = questionnaire.Items.Select(item => item.LinkId);

        Assert.Equal(["pain", "fever", "age"], linkIds);
    }

    [Fact]
    public void A_page_is_found_by_a_question_on_it()
    {
        var questionnaire = new QuestionnaireBuilder().Choice("pain", "no", "yes").Page("body").Choice("fever", "no", "yes").Build();

        Assert.Equal("body", questionnaire.PageOf("fever")?.Id);
        Assert.Null(questionnaire.PageOf("cough"));
    }

    [Fact]
    public void Questions_in_the_same_words_are_told_apart_by_their_pages()
    {
        var page = new QuestionnaireBuilder().Page("body").Choice("fever", "no", "yes").Build().Pages.Single();
        var item = page.Items.Single();

        Assert.Equal($"{page.Title}: {item.Text}", page.NameOf(item));
        Assert.Equal(item.Text, (page with { Title = item.Text }).NameOf(item));
    }

    [Fact]
    public void An_option_is_found_by_its_code()
    {
        var questionnaire = new QuestionnaireBuilder().Choice("pain", "no", "yes").Build();

        var option = questionnaire.Items.Single().Option("yes");

        Assert.Equal("Display of yes", option?.Display);
    }

    [Fact]
    public void A_code_that_is_not_among_the_options_finds_none()
    {
        var questionnaire = new QuestionnaireBuilder().Choice("pain", "no", "yes").Build();

        Assert.Null(questionnaire.Items.Single().Option("maybe"));
    }
}
