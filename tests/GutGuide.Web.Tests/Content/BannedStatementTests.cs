using System.Text.RegularExpressions;
using GutGuide.Web.Content;

namespace GutGuide.Web.Tests.Content;

/// <summary>Every statement that the site must not make, pasted into an article, is caught on its line.</summary>
public sealed partial class BannedStatementTests(BannedStatementTests.PastedArticle article) : IClassFixture<BannedStatementTests.PastedArticle>
{
    /// <summary>As the evidence base words them, and as people would.</summary>
    private static readonly (string Id, string Statement)[] Statements =
    [
        ("ban-01", "It heals autoimmune disease."),
        ("ban-01", "This reverses Hashimoto's."),
        ("ban-01", "It cures lupus."),
        ("ban-01", "The plan reverses MS."),
        ("ban-02", "You have leaky gut."),
        ("ban-02", "Your answers show that your gut is leaky."),
        ("ban-02", "Our quiz can diagnose leaky gut."),
        ("ban-03", "This test proves leaky gut."),
        ("ban-03", "A zonulin test confirms leaky gut."),
        ("ban-03", "LPS antibodies tests prove leaky gut."),
        ("ban-03", "A stool panel shows if you have leaky gut."),
        ("ban-04", "Find your trigger foods with an IgG test."),
        ("ban-04", "An IgG panel reveals which foods hurt you."),
        ("ban-05", "Stop your medicine."),
        ("ban-05", "Replace your PPI with vinegar."),
        ("ban-05", "Stop taking steroids."),
        ("ban-05", "Quit your antidepressant."),
        ("ban-05", "You no longer need your insulin."),
        ("ban-06", "Go gluten-free and see."),
        ("ban-06", "Cut out gluten for two weeks and notice the change."),
        ("ban-07", "Everyone should avoid gluten."),
        ("ban-07", "Everyone should avoid dairy."),
        ("ban-07", "We all need to give up lectins."),
        ("ban-07", "Nobody should eat seed oils."),
        ("ban-08", "Permeability is a prerequisite for autoimmunity."),
        ("ban-08", "Autoimmunity requires a leaky gut."),
        ("ban-09", "Leaky gut causes leaky brain."),
        ("ban-09", "Leaky gut causes brain fog."),
        ("ban-09", "A leaky gut leads to depression."),
        ("ban-09", "Autism starts in the gut."),
        ("ban-09", "Leaky gut drives ADHD."),
        ("ban-10", "Glutamine seals your gut lining."),
        ("ban-10", "Collagen repairs the gut lining."),
        ("ban-10", "Zinc rebuilds your gut lining."),
        ("ban-11", "Take 5 g three times a day."),
        ("ban-11", "Take two capsules a day."),
        ("ban-12", "It is natural, so safe."),
        ("ban-12", "Herbal means harmless."),
        ("ban-13", "Take HCl until you feel burning."),
        ("ban-13", "Test your stomach acid at home."),
        ("ban-13", "The baking soda test shows low acid."),
        ("ban-14", "Probiotics are safe for everyone."),
        ("ban-14", "Our strain fixes leaky gut."),
        ("ban-15", "Die-off reactions show it is working."),
        ("ban-15", "A Herxheimer reaction means it works."),
        ("ban-16", "Candida is the hidden cause."),
        ("ban-16", "Parasites are the hidden cause."),
        ("ban-16", "Toxins are the true cause."),
        ("ban-16", "The hidden cause is mold."),
        ("ban-17", "Heal in 30 days."),
        ("ban-17", "Fix your gut in 90 days."),
        ("ban-17", "It works for 95 percent of people."),
        ("ban-17", "A 90% success rate."),
        ("ban-18", "Doctors ignore this."),
        ("ban-18", "Doctors do not know about this."),
        ("ban-18", "What your doctor won't tell you."),
        ("ban-19", "It changed my life."),
        ("ban-19", "I healed my gut."),
        ("ban-19", "See the before-and-after photos."),
        ("ban-20", "It is safe in pregnancy."),
        ("ban-20", "It is fine for children."),
        ("ban-20", "Give your baby a probiotic."),
        ("ban-20", "During chemotherapy take zinc."),
        ("ban-20", "Fasting is safe for people with an eating disorder."),
        ("ban-20", "It is fine after a transplant."),
        ("ban-20", "It is safe with kidney failure."),
        ("ban-21", "A juice cleanse resets the gut."),
        ("ban-21", "Fasting resets your gut."),
        ("ban-21", "Coffee enemas flush the bowel."),
        ("ban-22", "Normal blood tests mean it must be leaky gut."),
        ("ban-22", "Your tests are normal, so it is leaky gut."),
        ("ban-23", "It is increasingly recognized as a driver of chronic inflammation, autoimmunity and systemic illness."),
        ("ban-23", "Leaky gut is at the root of most disease."),
        ("ban-24", "Healing the gut is often a crucial step in managing autoimmune conditions."),
        ("ban-24", "In lupus, sealing the gut lining comes first."),
        ("ban-25", "Inadequate digestion contributes to permeability."),
        ("ban-25", "Low stomach acid leads to a leaky gut."),
        ("ban-26", "Start your AI consultation."),
        ("ban-26", "The consultation can identify gut dysfunction."),
        ("ban-27", "Buy our powder today."),
        ("ban-27", "Use the code GUT10 to save."),
        ("ban-27", "This is an affiliate link."),
        ("ban-27", "Order our own test kit here."),
        ("ban-28", "For chest pain, try breathing slowly."),
        ("ban-28", "With blood in your stool, eat more fiber."),
        ("ban-28", "Drink ginger tea for black stools."),
    ];

    public static TheoryData<string, string> Pasted
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (id, statement) in Statements)
            {
                data.Add(id, statement);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pasted))]
    public void A_statement_that_the_site_does_not_make_is_caught(string id, string statement)
    {
        var line = article.LineOf(statement);

        Assert.Contains(article.Problems, problem =>
            problem.Line == line && problem.Severity == ProblemSeverity.Error && problem.Message.Contains($"({id})", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_row_of_the_list_is_tried()
    {
        var rows = RowIds().Matches(File.ReadAllText(Path.Combine(ShippedContent.Directory, "banned-statements.yaml"))).Select(match => match.Groups[1].Value);

        Assert.Equal(rows.Order(StringComparer.Ordinal), Statements.Select(pair => pair.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("No study shows that glutamine seals your gut lining.")]
    [InlineData("Do not stop your medicine by yourself.")]
    [InlineData("Ask the prescriber whether you still need your PPI.")]
    [InlineData("Is it safe in pregnancy?")]
    public void A_sentence_that_takes_the_statement_back_is_fine(string sentence)
    {
        var line = article.LineOf(sentence);

        Assert.DoesNotContain(article.Problems, problem => problem.Line == line && problem.Message.Contains("(ban-", StringComparison.Ordinal));
    }

    [GeneratedRegex("""^\s*- id: (ban-\d+)""", RegexOptions.Multiline)]
    private static partial Regex RowIds();

    /// <summary>One article that says all of it, each statement in a paragraph of its own.</summary>
    public sealed class PastedArticle : IDisposable
    {
        private const string File = "articles/stress.md";
        private const string Beginning = "## What was seen";

        private readonly SampleContent _content = new();

        public PastedArticle()
        {
            var paragraphs = Statements.Select(pair => pair.Statement).Concat(
            [
                "No study shows that glutamine seals your gut lining.",
                "Do not stop your medicine by yourself.",
                "Ask the prescriber whether you still need your PPI.",
                "Is it safe in pregnancy?",
            ]);
            _content
                .Copy("banned-statements.yaml", "banned-statements.yaml")
                .Copy("sources.yaml", "sources.yaml")
                .Replace(File, Beginning, string.Concat(paragraphs.Select(paragraph => paragraph + "\n\n")) + Beginning);
            Problems = [.. _content.Load().Problems.All.Where(problem => problem.Path == $"content/{File}")];
        }

        public IReadOnlyList<ContentProblem> Problems { get; }

        public int LineOf(string statement) => _content.LineOf(File, statement + "\n");

        public void Dispose() => _content.Dispose();
    }
}
