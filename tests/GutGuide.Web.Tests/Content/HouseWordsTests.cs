using GutGuide.Web.Content;

namespace GutGuide.Web.Tests.Content;

/// <summary>Words that have a better one are named with it, and stop nothing; what people ask or claim may be quoted and answered.</summary>
public sealed class HouseWordsTests
{
    private const string Stress = "articles/stress.md";
    private const string Prose = "Stress can be felt in the belly. Here is what is known.";
    private const string List = "banned-statements.yaml";

    /// <summary>Of each row of words that have a better one, as a page would say it.</summary>
    public static TheoryData<string, string> Replaced => new()
    {
        { "There is good proof of it.", "evidence" },
        { "It is the diet that is shown best.", "evidence" },
        { "Sleep is better shown.", "evidence" },
        { "A leakier lining went with more pain.", "is linked to" },
        { "It goes along with fatty liver.", "is linked to" },
        { "It is found along with fatty liver.", "is linked to" },
        { "Our sources hold no trial of it.", "contains" },
        { "Ask about your poop habits.", "bowel habits" },
        { "You throw up blood.", "vomit blood" },
        { "Ask about your painkillers.", "pain relievers" },
        { "Ask about your pain pills.", "pain relievers" },
        { "A like painkiller does it too.", "pain relievers" },
        { "Others took a dummy powder.", "placebo" },
        { "Try talking therapy.", "talk therapy" },
        { "Try talk-based help.", "talk therapy" },
        { "With a vein line, ask first.", "IV line" },
        { "With a scarred liver, ask first.", "cirrhosis" },
        { "With adrenal failure, ask first.", "adrenal insufficiency" },
        { "This is for Crohn's disease at rest.", "remission" },
        { "Friendly germs live there.", "bacteria" },
        { "It meets germ parts all day.", "bacteria" },
        { "Some people have fits.", "seizures" },
        { "Eat fewer sweets.", "candy" },
        { "Eat fewer ready meals.", "ready-made meals" },
        { "Try ground linseed.", "ground flax" },
        { "This is in doubt.", "we don't know yet" },
        { "It helps with gut trouble.", "which symptom" },
        { "Experts advise against it.", "name the organization" },
        { "The regulator warns of it.", "name the organization" },
    };

    public static TheoryData<string> Answered =>
    [
        "## How long does it take to heal?\n\nNobody can give you a number of days.",
        "How long does it take to heal? Nobody can give you a number of days.",
        "So how do you heal it?\n\nNobody knows yet.",
        "You may have read that glutamine \u201Cheals\u201D the lining. No trial has shown that.",
        ":::question Will it heal?\nWe do not know.\n:::",
        ":::myth \"Rest heals it\"\nRest is welcome all the same.\n:::",
    ];

    public static TheoryData<string> Unanswered =>
    [
        "## How long does it take to heal?\n\nAbout a month.\n\n## What then?\n\nNobody knows.",
        "How long does it take to heal? About a month.",
        "Glutamine \u201Cheals\u201D the lining. Take a spoonful a day.",
        "It can heal. Nobody knows how.",
    ];

    [Theory]
    [MemberData(nameof(Replaced))]
    public void A_word_that_has_a_better_one_is_a_warning_that_names_it(string sentence, string better)
    {
        using var content = new SampleContent();
        content.Copy(List, List).Replace(Stress, Prose, $"{Prose}\n\n{sentence}");

        var problem = Assert.Single(Of(content), problem => !problem.Message.StartsWith("there is no source", StringComparison.Ordinal));

        Assert.Equal((ProblemSeverity.Warning, content.LineOf(Stress, sentence)), (problem.Severity, problem.Line));
        Assert.Contains(better, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Wash your hands, since germs spread.")]
    [InlineData("You have trouble breathing.")]
    [InlineData("Chest pain comes at rest.")]
    [InlineData("Use cirrhosis, or scarred liver, as search words.")]
    [InlineData("Eat what fits your day.")]
    public void A_word_that_is_the_right_one_here_is_fine(string sentence)
    {
        using var content = new SampleContent();

        content.Copy(List, List).Replace(Stress, Prose, $"{Prose}\n\n{sentence}");

        Assert.DoesNotContain(Of(content), problem => problem.Severity == ProblemSeverity.Warning);
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public void A_word_in_what_people_ask_or_claim_is_fine_where_the_answer_says_otherwise(string text)
    {
        using var content = new SampleContent();

        content.Replace(Stress, Prose, $"{Prose}\n\n{text}");

        Assert.DoesNotContain(Of(content), problem => problem.Message.Contains("does not say", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Unanswered))]
    public void A_word_that_is_asked_or_quoted_and_not_answered_is_caught(string text)
    {
        using var content = new SampleContent();

        content.Replace(Stress, Prose, $"{Prose}\n\n{text}");

        Assert.Contains(Of(content), problem => problem.Severity == ProblemSeverity.Error && problem.Message.Contains("does not say", StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_may_ask_what_the_page_answers()
    {
        using var content = new SampleContent();

        content.Replace(Stress, "title: Stress and the gut", "title: How long does it take to heal?").Replace(Stress, Prose, "Nobody knows.");

        Assert.Empty(Of(content));
    }

    [Fact]
    public void A_word_that_may_stand_once_on_a_page_is_named_from_the_second_time_on()
    {
        using var content = new SampleContent();
        content.Replace(Stress, Prose, "Nobody has shown one thing.\n\nNobody has shown another.");

        var problem = Assert.Single(Of(content));

        Assert.Equal(content.LineOf(Stress, "Nobody has shown another"), problem.Line);
        Assert.Contains("more than 1 times on this page", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_of_32_words_is_short_enough()
    {
        using var content = new SampleContent();

        content.Replace(Stress, Prose, string.Join(' ', Enumerable.Repeat("and then a night", 8)) + ".");

        Assert.Empty(Of(content));
    }

    [Theory]
    [InlineData("Stress drives leaks in the lining. It causes cramps as well. Sleep prevents some of it [@s001]{grade=B}.")]
    [InlineData("Three things were seen [@s001]{grade=B}:\n\n- It causes cramps.\n- It drives leaks.")]
    [InlineData("Ask your doctor what causes it.")]
    public void One_source_at_the_end_of_a_paragraph_or_before_a_list_is_enough_for_all_of_it(string text)
    {
        using var content = new SampleContent();

        content.Replace(Stress, Prose, text);

        Assert.Empty(Of(content));
    }

    [Theory]
    [InlineData("Some say that stress is always the main cause. It is a nice story. No study bears it out.")]
    [InlineData("You may have read that stress is always the cause. Nobody has measured that.")]
    [InlineData("\u201CStress is always the cause\u201D is what you will hear. It has not been measured.")]
    public void A_statement_that_is_told_as_what_others_say_and_answered_is_fine(string text)
    {
        using var content = new SampleContent();

        content.Replace(Stress, Prose, text);

        Assert.Empty(Of(content));
    }

    [Fact]
    public void An_article_may_say_in_its_text_what_is_not_known()
    {
        using var content = new SampleContent();

        content.Replace(Stress, ":::unknown\nNobody knows what years of stress do.\n:::\n", "What years of stress do, we don't know yet.\n");

        Assert.Empty(Of(content));
    }

    [Fact]
    public void A_page_that_names_symptoms_may_link_to_help()
    {
        using var content = new SampleContent();

        content
            .Replace("articles/sleep.md", "Most people do well with a full night.", "Bloating comes. Diarrhea comes. Nausea comes. See [help](/help).")
            .Replace("articles/sleep.md", "related: [stress]", "related: [stress]\naliases: [slumber]");

        Assert.DoesNotContain(content.Load().Problems.All, problem => problem.Message.Contains("when to get help;", StringComparison.Ordinal));
    }

    private static ContentProblem[] Of(SampleContent content) =>
        [.. content.Load().Problems.All.Where(problem => problem.Path == $"content/{Stress}")];
}
