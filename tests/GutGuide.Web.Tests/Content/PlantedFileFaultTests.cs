using GutGuide.Web.Content;

namespace GutGuide.Web.Tests.Content;

/// <summary>Shows that the checks bite in files as such: half merged, half saved, unread, misread, invisible, misnumbered or acting.</summary>
public sealed class PlantedFileFaultTests
{
    private const string Stress = "articles/stress.md";
    private const string Sleep = "articles/sleep.md";
    private const string Home = "pages/home.md";
    private const string Card = "care-cards/blood.md";
    private const string Wheel = "images/wheel.svg";
    private const string Walk = "suggestions/rebalance/sg-walk.md";
    private const string Sources = "sources.yaml";
    private const string Prose = "Walk a little. See [sleep](/learn/sleep#how-long) as well.";
    private const string Body = "Easy walking is free.";
    private const string Row = "| Short | More leaks for hours [@s001]{grade=B} |";
    private const string Second = "begins a second YAML document";
    private const string Merge = "of a merge stands here";
    private const string Code = "make a code block";
    private const string Refused = "use shapes, text and classes";
    private const string Policy = "the site's policy forbids";
    private const string Parts = "refer to its own parts only";
    private const string Matter = "---\ntitle: Sleep and the gut\ndescription: How much sleep most people need, what a short night does to the belly, and which habits are worth a try this week.\nsection: basics\norder: 20\nreviewed: 2026-01-01\nreview-by: 2027-01-01\nrelated: [stress]\nsources: [s002]\n---\n";

    private static readonly Dictionary<string, PlantedContentFault> Errors = new(StringComparer.Ordinal)
    {
        // A second document, which the reader of YAML leaves out in silence.
        ["sources below a ruler"] = new(Sources, "s002:", "---\ns002:", "---\ns002", Second),
        ["sources below an end"] = new(Sources, "s002:", "...\n---\ns002:", "---\ns002", Second),
        ["terms below a ruler"] = new("glossary.yaml", "- term: lining", "---\n- term: lining", "---\n", Second),
        ["regions below a ruler"] = new("regions.yaml", "\nregions:", "\n--- \nregions:", "--- \n", Second),
        ["statements below a ruler"] = new("banned-statements.yaml", "statements:", "---\nstatements:", "---\n", Second),
        ["pages below a ruler"] = new("consultation/questionnaire.yaml", "\npages:", "\n---\npages:", "---\n", Second),
        ["facts below a ruler"] = new("consultation/facts.yaml", "- id: blood\n", "---\n- id: blood\n", "---\n", Second),
        ["a class below a ruler"] = new("consultation/classes.yaml", "- id: move", "--- # moves\n- id: move", "--- # moves", Second),
        ["selection below a ruler"] = new("consultation/scoring.yaml", "selection:", "---\nselection:", "---\n", Second),
        ["grace below a ruler"] = new("consultation/ruleset.yaml", "grace-days:", "---\ngrace-days:", "---\n", Second),

        // A merge left half done.
        ["a merge in an article"] = new(Stress, Prose, $"<<<<<<< HEAD\n\n{Prose}\n\n=======\n\nRest.\n\n>>>>>>> other", "<<<<<<< HEAD", Merge),
        ["a merge in a card"] = new(Card, "Call today.", "<<<<<<< HEAD\n\nCall today.\n\n=======\n\nWait.\n\n>>>>>>> soften", "<<<<<<< HEAD", Merge),
        ["a merge in a suggestion"] = new(Walk, Body, $"<<<<<<< HEAD\n\n{Body}\n\n=======\n\nRun.\n\n>>>>>>> faster", "<<<<<<< HEAD", Merge),
        ["a merge in a page"] = new(Home, "Welcome.", "<<<<<<< Updated upstream\n\nWelcome.\n\n=======\n\nHello.\n\n>>>>>>> Stashed changes\n", "<<<<<<< Updated", Merge),
        ["a merge in a list"] = new("addresses.txt", "/learn/sleep", "<<<<<<< HEAD\n/learn/sleep\n=======\n>>>>>>> other", "<<<<<<< HEAD", Merge),
        ["a merge in a rule"] = new("consultation/states.yaml", "  when: {", "<<<<<<< HEAD\n  when: {", "<<<<<<< HEAD", Merge),
        ["a merge with the base of both"] = new(Stress, Prose, $"||||||| merged\n\n{Prose}", "||||||| merged", Merge),
        ["the end of a merge"] = new(Stress, Prose, $"{Prose}\n\n>>>>>>> 1f2e3d4 (soften)", ">>>>>>> 1f2e3d4", Merge),
        ["a merge that was indented"] = new(Stress, Prose, $"- One.\n  <<<<<<< HEAD\n- Two.", "<<<<<<< HEAD", Merge),

        // Texts that the word checks would not see.
        ["an indent of four spaces"] = new(Stress, Prose, $"{Prose}\n\n    It cures you.", "    It cures", Code),
        ["an indent of a tab"] = new(Card, "Call today.", "Call today.\n\n\tIt cures you.", "\tIt cures", Code),
        ["a fence of code"] = new(Stress, Prose, $"```\n{Prose}\n```", "```", Code),
        ["a fence of waves"] = new(Sleep, "Most people do well", "~~~\nIt cures you.\n~~~\n\nMost people do well", "~~~", Code),
        ["code in a suggestion"] = new(Walk, Body, $"{Body}\n\n    It cures you.", "    It cures", Code),
        ["code within a list"] = new(Card, "- You feel faint.", "- You feel faint.\n\n      It cures you.", "      It cures", Code),
        ["the title of a link"] = new(Stress, "(/learn/sleep#how-long)", "(/learn/sleep#how-long \"It heals you\")", "Walk a little", "does not say \"heals\""),
        ["a line that defines a link"] = new(Stress, Prose, $"{Prose}\n\n[note]: /it-heals", "[note]: /it", "readers do not see a line"),
        ["an answer of one word"] = new("consultation/questionnaire.yaml", "text: An adult", "text: Healing", "text: Healing", "does not say \"Healing\""),
        ["words in a picture"] = new(Wheel, "<circle", "<text x=\"1\" y=\"1\">It <tspan>heals</tspan></text>\n<circle", "<text", "does not say \"heals\""),
        ["the description of a picture"] = new(Wheel, "One round circle.", "A wheel that heals.", "<desc", "does not say \"heals\""),
        ["the note of a source"] = new(Sources, "  read: partly", "  read: partly\n  note: It heals.", "s002:", "does not say \"heals\""),
        ["what changed on a page"] = new(Stress, "what: First version.", "what: It heals now.", "{ date:", "does not say \"heals\""),
        ["HTML in a suggestion"] = new(Walk, Body, "Easy <b>walking</b> is free.", "Easy <b>", "HTML is not used here"),
        ["a block in a suggestion"] = new(Walk, Body, $"{Body}\n\n:::unknown\nMuch.\n:::", ":::unknown", "a suggestion holds no blocks"),
        ["a citation in a suggestion"] = new(Walk, Body, "Easy walking is free [@s001].", "Easy walking", "a suggestion cites no source in its text"),

        // Saved half.
        ["a card without a text"] = new(Card, "", "---\nid: blood\ntier: urgent\ntitle: Blood\nsources: [rule-001]\nreviewed: 2026-01-01\nreview-by: 2027-01-01\n---\n", null, "the card has no text"),
        ["a card without a sign"] = new(Card, "- You see blood.\n- You feel faint.", "Look out.", null, "the card lists no signs"),
        ["a suggestion without a text"] = new(Walk, "\nEasy walking is free. Start with less than you think you can do.\n", "\n", null, "the suggestion has no text"),
        ["an article without a text"] = new(Sleep, "", Matter, null, "the page has no text"),
        ["a page without a text"] = new(Home, "Welcome. Read about [stress](/learn/stress).", "", null, "the page has no text"),
        ["a heading above the next"] = new(Stress, "## What was seen", "## Nothing\n\n## What was seen", "## Nothing", "nothing stands below the heading \"Nothing\""),
        ["a heading at the end"] = new(Sleep, "acts on the lining.\n:::\n", "acts on the lining.\n:::\n\n## The end\n", "## The end", "nothing stands below the heading"),
        ["a figure without a caption"] = new(Sleep, ":::figure wheel\nOne circle.\n", ":::figure wheel\n", ":::figure", "has no caption"),

        // What nobody sees.
        ["a soft hyphen"] = new(Stress, "Walk a little", "Walk a lit\u00ADtle", "Walk a", "soft hyphen U+00AD"),
        ["a space of no width"] = new(Stress, "Walk a little", "Walk\u200B a little", "Walk", "zero-width space U+200B"),
        ["a non-joiner"] = new(Card, "You see blood", "You see\u200C blood", "You see", "zero-width non-joiner U+200C"),
        ["a joiner"] = new(Walk, Body, "Easy\u200D walking is free.", "Easy", "zero-width joiner U+200D"),
        ["a mark of direction"] = new(Stress, "Walk a little", "Walk a \u200Elittle", "Walk a", "mark of writing direction U+200E"),
        ["a line turned around"] = new("glossary.yaml", "thin inner skin", "\u202Ethin\u202C inner skin", "- term: lining\n  text:", "mark of writing direction U+202E") { At = "text: The \u202E" },
        ["a part set apart"] = new(Home, "Welcome.", "\u2066Welcome.\u2069", "\u2066Welcome", "mark of writing direction U+2066"),
        ["a word joiner"] = new("regions.yaml", "Call your clinic", "Call\u2060 your clinic", "advice-text: Call", "word joiner U+2060"),
        ["a lost character"] = new(Stress, "Walk a little", "Walk a little\uFFFD", "Walk a little", "a character that was lost U+FFFD"),
        ["a code that XML forbids, in a title"] = new(Stress, "title: Stress", "title: Stress\uFFFF", "title:", "code that is no character U+FFFF"),
        ["another code that XML forbids"] = new(Sources, "A guideline", "A guide\uFFFEline", "A guide", "code that is no character U+FFFE"),
        ["a code that is no character"] = new(Stress, "Walk a little", "Walk a \uFDD0little", "Walk a", "code that is no character U+FDD0"),
        ["a separator of lines"] = new(Stress, "Walk a little", "Walk a\u2028little", "Walk a", "line separator U+2028"),
        ["a separator of paragraphs"] = new(Stress, "Walk a little", "Walk a\u2029little", "Walk a", "paragraph separator U+2029"),
        ["a sign of an own font"] = new(Card, "You see blood", "\uE001 You see blood", "You see", "without a meaning of its own U+E001"),
        ["a byte order mark in the middle"] = new(Stress, "Walk a little", "\uFEFFWalk a little", "\uFEFFWalk", "byte order mark U+FEFF"),
        ["a filler"] = new(Stress, "Walk a little", "Walk a \u3164little", "Walk a", "invisible filler U+3164"),
        ["an end of line of another system"] = new(Stress, "Walk a little", "Walk a\u0085little", "Walk a", "invisible control character U+0085"),
        ["an invisible sign spelled out in YAML"] = new(Sources, "\"A guideline\"", "\"A\\u200Bguideline\"", "guideline", "spells out the zero-width space U+200B"),
        ["a forbidden code spelled out in YAML"] = new(Stress, "title: Stress and the gut", "title: \"Stress\\uFFFF\"", "title:", "spells out the code that is no character U+FFFF"),
        ["an invisible sign as a code"] = new(Stress, "Walk a little", "Walk a lit&shy;tle", "Walk a", "&shy; makes a character that nobody sees"),
        ["an invisible sign as a number"] = new(Card, "Call today.", "Call&#8203; today.", "Call&", "&#8203; makes a character"),
        ["a word hidden by a soft hyphen"] = new(Stress, "Walk a little", "Walk to he\u00ADal", "Walk to", "does not say \"heal\""),
        ["a word hidden by a space of no width"] = new(Card, "Call today.", "It he\u200Bals.", "It he", "does not say \"heals\""),

        // Files that nobody reads.
        ["a second file of flags"] = new("consultation/red-flags-2.yaml", "", "- id: rf-x\n", null, "did you mean \"consultation/red-flags.yaml\""),
        ["a rule file of another ending"] = new("consultation/states.yml", "", "- id: sp-x\n", null, "did you mean \"consultation/states.yaml\""),
        ["an article of another ending"] = new("articles/new.MD", "", "---\ntitle: New\n---\n", null, "name it new.md"),
        ["a card of another ending"] = new("care-cards/new.markdown", "", "---\nid: new\n---\n", null, "name it new.md"),
        ["a suggestion of another ending"] = new("suggestions/rebalance/sg-new.yaml", "", "id: sg-new\n", null, "name it sg-new.md"),
        ["a picture of another kind"] = new("images/wheel.png", "", "png", null, "name it wheel.svg"),
        ["a list of another ending"] = new("glossary.yml", "", "- term: x\n", null, "did you mean \"glossary.yaml\""),
        ["a note at the top"] = new("ideas.txt", "", "Ideas.\n", null, "nothing reads this file"),
        ["a folder of an unknown name"] = new("article/new.md", "", "---\ntitle: New\n---\n", null, "did you mean \"articles\"") { In = "article" },
        ["a folder within the rules"] = new("consultation/old/states.yaml", "", "- id: sp-x\n", null, "nothing reads this file"),

        // Dates.
        ["a review long ago"] = new(Stress, "reviewed: 2026-01-01", "reviewed: 1926-01-01", "reviewed:", "long before this site"),
        ["a change long ago"] = new(Stress, "{ date: 2026-01-01", "{ date: 0206-01-01", "{ date:", "long before this site"),
        ["numbers checked long ago"] = new("regions.yaml", "checked: 2026-01-01", "checked: 1999-12-31", "checked:", "long before this site"),
        ["a page read long ago"] = new(Sources, "accessed: 2026-01-01", "accessed: 1926-01-01", "accessed:", "long before this site"),
        ["a review too far away"] = new(Card, "review-by: 2027-01-01", "review-by: 2028-01-02", "review-by:", "more than 24 months after"),
        ["a review of rules too far away"] = new("consultation/ruleset.yaml", "review-by: 2027-01-01", "review-by: 2036-01-01", "review-by:", "more than 24 months after"),

        // Sources and numbers.
        ["an address in place of a DOI"] = new(Sources, "\"10.1000/1\"", "\"https://doi.org/10.1000/1\"", "doi:", "without an address before it"),
        ["a DOI without a slash"] = new(Sources, "\"10.1000/1\"", "\"10.1000\"", "doi:", "write it like 10."),
        ["a DOI with a full stop"] = new(Sources, "\"10.1000/1\"", "\"10.1000/1.\"", "doi:", "write it like 10."),
        ["a PMID with letters"] = new(Sources, "  read: seen", "  pmid: \"PMID31076401\"\n  read: seen", "pmid:", "write it like 31076401"),
        ["a PMCID without letters"] = new(Sources, "  read: seen", "  pmcid: \"6790068\"\n  read: seen", "pmcid:", "write it like PMC6790068"),
        ["a year of two digits"] = new(Sources, "year: 2019", "year: 19", "year:", "with four digits"),
        ["a year of five digits"] = new(Sources, "year: 2019", "year: 20191", "year:", "with four digits"),
        ["one DOI twice"] = new(Sources, "  url: \"https://example.org/sleep\"", "  doi: \"10.1000/1\"", "s002:", "of s002 is that of s001, too"),
        ["one DOI twice, written differently"] = new(
            Sources,
            "  doi: \"10.1000/1\"\n  read: seen\ns002:\n  title: \"A study of sleep\"\n",
            "  doi: \"10.1000/AB\"\n  read: seen\ns002:\n  title: \"A study of sleep\"\n  doi: \"10.1000/ab\"\n",
            "s002:",
            "is that of s001, too"),
        ["a cell too many"] = new(Stress, Row, Row + " More |", "| Short", "3 cells below 2 headings"),
        ["two pages of one title"] = new(Sleep, "title: Sleep and the gut", "title: Stress and the gut", "title:", "is that of sleep, too") { In = Stress },

        // Pictures that act, load or lead away.
        ["a picture that leads away by itself"] = new(Wheel, "<circle", "<meta http-equiv=\"refresh\" content=\"0;url=//example.org\"/>\n<circle", "<meta", Refused),
        ["the same in capitals"] = new(Wheel, "<circle", "<META http-equiv=\"refresh\"/>\n<circle", "<META", Refused),
        ["a picture with another page in it"] = new(Wheel, "<circle", "<foreignObject/>\n<circle", "<foreignObject", Refused),
        ["a picture with a photo"] = new(Wheel, "<circle", "<image width=\"1\"/>\n<circle", "<image", Refused),
        ["a picture with a script in capitals"] = new(Wheel, "<circle", "<SCRIPT>x</SCRIPT>\n<circle", "<SCRIPT", Refused),
        ["a picture that moves"] = new(Wheel, "<circle", "<animateMotion/>\n<circle", "<animateMotion", Refused),
        ["a picture with a form"] = new(Wheel, "<circle", "<form xmlns=\"http://www.w3.org/1999/xhtml\"/>\n<circle", "<form", Refused),
        ["a picture with a shape of another language"] = new(Wheel, "<circle", "<path xmlns=\"urn:other\"/>\n<circle", "<path", Refused),
        ["a picture that acts"] = new(Wheel, "fill=\"none\"", "fill=\"none\" onload=\"x()\"", "<circle", Policy),
        ["a picture that acts in capitals"] = new(Wheel, "fill=\"none\"", "fill=\"none\" ONCLICK=\"x()\"", "<circle", Policy),
        ["a picture with an old reference"] = new(Wheel, "fill=\"none\"", "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#a\"", "<circle", Policy),
        ["a picture with an address of its own"] = new(Wheel, "fill=\"none\"", "xml:base=\"https://example.org/\"", "<circle", Policy),
        ["a picture filled from elsewhere"] = new(Wheel, "fill=\"none\"", "fill=\"url(https://example.org/a.svg#b)\"", "<circle", Parts),
        ["a picture filled from elsewhere in capitals"] = new(Wheel, "fill=\"none\"", "fill=\"URL('//example.org/a')\"", "<circle", Parts),
        ["a picture that links to a script"] = new(Wheel, "<circle cx", "<a href=\"javascript:x()\"><circle r=\"1\"/></a>\n<circle cx", "<a ", "link to a page of this site"),
        ["a picture with a comment"] = new(Wheel, "<circle", "<!-- a -->\n<circle", "<!-- a", "a comment or an instruction"),
        ["a picture with an instruction"] = new(Wheel, "<circle", "<?xml-stylesheet href=\"a.css\"?>\n<circle", "<?xml-stylesheet", "a comment or an instruction"),
        ["a picture with raw text"] = new(Wheel, "One round circle.", "<![CDATA[<b>]]>", "<desc", "a comment or an instruction"),
        ["a picture whose id another page may have"] = new(Wheel, "<circle", "<circle id=\"wheel-rim\"", "<circle", "begin it with fig-wheel-"),
    };

    private static readonly Dictionary<string, PlantedContentFault> Warnings = new(StringComparer.Ordinal)
    {
        // Marks that were meant and not understood.
        ["a block of two colons"] = Slip("::care blood", "opens no block"),
        ["a block of one colon"] = Slip(":unknown", "opens no block"),
        ["a heading without a space"] = Slip("##Walking", "write a space after the #"),
        ["a link with a space"] = Slip("See [sleep] (/learn/sleep).", "is not a link"),
        ["a link between double brackets"] = Slip("See [[sleep]].", "is not a link"),
        ["a footnote"] = Slip("Walking is free.[^1]", "is not a note"),
        ["a citation without its mark"] = Slip("Walking is free [s001].", "cites nothing"),
        ["a citation between round brackets"] = Slip("Walking is free (@s001).", "cites nothing"),
        ["a box to tick"] = Slip("- [ ] Walk a little.", "is not a box to tick"),
        ["a ticked box"] = Slip("- [x] Walk a little.", "is not a box to tick"),
        ["words struck out"] = Slip("Walk ~~a lot~~ a little.", "strikes nothing out"),
        ["words highlighted"] = Slip("Walk ==a little==.", "marks nothing"),
        ["bold without an end"] = Slip("Walk **a little.", "makes nothing bold"),
        ["a table without headings"] = Slip("| Walk | a little |\n| Rest | a lot |", "is not a table"),
        ["a list of typed bullets"] = Slip("\u2022 Walk a little.", "is not a list"),
        ["a code without an end"] = Slip("Walk &nbsp a little.", "shows as it stands"),
        ["a web address in the text"] = Slip("See www.example.org for more.", "is a web address in the text"),
        ["text decoded wrongly"] = Slip("You don\u00E2\u20AC\u2122t need to run.", "was decoded wrongly"),
        ["an accent decoded wrongly"] = Slip("Meet at the caf\u00C3\u00A9.", "was decoded wrongly"),
        ["text decoded wrongly in YAML"] = new("regions.yaml", "Call your clinic", "Don\u00E2\u20AC\u2122t wait", "advice-text: Don", "was decoded wrongly"),
        ["a place held for a text"] = Slip("TODO: say how far.", "holds a place for a text"),
        ["a ruler that makes a heading"] = new(Stress, Prose, "Walk a little.\n---\n\nRest as well.", "---\n\nRest", "makes a heading of \"Walk a little.\""),
        ["a cell too few"] = new(Stress, Row, "| Short |", "| Short", "1 cells below 2 headings"),

        // Dates and sources that hang on today or on others.
        ["a change to come"] = new(Stress, "{ date: 2026-01-01", "{ date: 2026-12-01", "changes:", "lies in the future"),
        ["numbers checked on a day to come"] = new("regions.yaml", "checked: 2026-01-01", "checked: 2026-12-01", "- code: US", "lies in the future"),
        ["a source to be read again too far away"] = new(Sources, "  read: partly", "  review-by: 2036-01-01\n  read: partly", "s002:", "in more than 24 months"),
        ["a source that nobody can find"] = new(Sources, "  locator: \"1:1-2\"\n  doi: \"10.1000/1\"\n", "", "s001:", "nobody can find the source s001"),
    };

    public static TheoryData<string> ErrorNames => [.. Errors.Keys];

    public static TheoryData<string> WarningNames => [.. Warnings.Keys];

    /// <summary>A file, and what makes it one that cannot be read.</summary>
    public static TheoryData<string, string> Unreadable => new()
    {
        { Sources, "\nbroken: [" },
        { "glossary.yaml", "\n- [" },
        { "regions.yaml", "\nbroken: [" },
        { "consultation/facts.yaml", "\n- {" },
        { "consultation/questionnaire.yaml", "\nbroken: [" },
        { "consultation/states.yaml", "\n- {" },
        { "consultation/red-flags.yaml", "\n- {" },
        { "consultation/classes.yaml", "\n- {" },
        { "consultation/scoring.yaml", "\nbroken: [" },
        { "consultation/edges.yaml", "\n- {" },
        { Stress, "\n<<<<<<< HEAD\n" },
        { Sleep, "\n>>>>>>> other\n" },
        { Home, "\n<<<<<<< HEAD\n" },
        { Card, "\n<<<<<<< HEAD\n" },
        { Walk, "\n<<<<<<< HEAD\n" },
        { Wheel, "<" },
    };

    [Theory]
    [MemberData(nameof(ErrorNames))]
    public void A_slip_in_a_file_that_stops_a_publish_is_reported_where_it_stands(string name) => Errors[name].AssertReported(ProblemSeverity.Error);

    [Theory]
    [MemberData(nameof(WarningNames))]
    public void A_slip_in_a_file_that_stops_nothing_is_reported_where_it_stands(string name) =>
        Assert.Equal(0, Warnings[name].AssertReported(ProblemSeverity.Warning).ErrorCount);

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_file_that_cannot_be_read_is_one_error(string file, string end)
    {
        using var content = new SampleContent();

        var problems = content.Write(file, content.Text(file) + end).Load().Problems;

        Assert.Equal($"content/{file}", Assert.Single(problems.All, problem => problem.Severity == ProblemSeverity.Error).Path);
    }

    [Theory]
    [InlineData(Sources)]
    [InlineData("consultation/facts.yaml")]
    [InlineData("consultation/questionnaire.yaml")]
    public void A_file_of_the_site_that_cannot_be_read_is_one_error(string file)
    {
        using var content = SampleContent.OfTheSite();
        var before = Errors(content);

        var after = Errors(content.Write(file, content.Text(file) + "\n}\n"));

        Assert.Equal($"content/{file}", Assert.Single(after.Except(before)).Path);

        static IEnumerable<ContentProblem> Errors(SampleContent content) =>
            [.. content.Load().Problems.All.Where(problem => problem.Severity == ProblemSeverity.Error)];
    }

    [Theory]
    [InlineData(Stress, "order: 10", "ordr: 10")]
    [InlineData("consultation/states.yaml", "- id: sp-child", "- idd: sp-child")]
    [InlineData("consultation/red-flags.yaml", "  when:", "  whn:")]
    [InlineData("consultation/questionnaire.yaml", "    section: about", "    sectoin: about")]
    public void A_key_that_is_misspelled_is_one_error(string file, string old, string with)
    {
        using var content = new SampleContent();

        var problems = content.Replace(file, old, with).Load().Problems;

        Assert.StartsWith("the key", Assert.Single(problems.All, problem => problem.Severity == ProblemSeverity.Error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_that_lost_its_text_is_one_error()
    {
        using var content = new SampleContent();

        var problems = content.Write(Sleep, Matter).Replace(Stress, "#how-long", "").Load().Problems;

        Assert.Equal("the page has no text; write it below the front matter", Assert.Single(problems.All).Message);
    }

    [Fact]
    public void What_cannot_be_read_comes_before_what_is_wrong_elsewhere()
    {
        using var content = new SampleContent();

        var problems = content.Replace(Stress, "(/learn/sleep#how-long)", "(/nowhere)").Write(Wheel, "<svg>").Load().Problems;

        Assert.Equal([$"content/{Wheel}", $"content/{Stress}"], problems.All.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Path));
    }

    [Fact]
    public void An_odd_character_that_stands_often_is_reported_once()
    {
        using var content = new SampleContent();

        var problems = content.Replace(Stress, Prose, "W\u00ADa\u00ADl\u00ADk.").Load().Problems;

        Assert.Contains("and 2 times more below", Assert.Single(problems.All).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_and_temporary_files_are_left_out_and_named_once()
    {
        using var content = new SampleContent();
        content.Write("articles/.DS_Store", "x").Write("articles/stress.md~", "x").Write(".git/config", "x").Write("consultation/#states.yaml#", "x");

        var problem = Assert.Single(content.Load().Problems.All);

        Assert.Equal(("content", 0, ProblemSeverity.Warning), (problem.Path, problem.Line, problem.Severity));
        Assert.Contains(".git, articles/.DS_Store, articles/stress.md~, consultation/#states.yaml#", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_elsewhere_is_not_read()
    {
        using var content = new SampleContent();
        File.CreateSymbolicLink(Path.Combine(content.Root, "articles", "passwords.md"), "/etc/hostname");

        Assert.Contains("articles/passwords.md", Assert.Single(content.Load().Problems.All).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_within_the_folder_is_read()
    {
        using var content = new SampleContent();
        content.Write(".mounted/sleep.md", content.Text(Sleep)).Delete(Sleep);
        File.CreateSymbolicLink(Path.Combine(content.Root, Sleep), Path.Combine(content.Root, ".mounted", "sleep.md"));

        Assert.Contains(content.Load().Content.Articles, article => article.Slug == "sleep");
    }

    [Theory]
    [InlineData("Source 1")]
    [InlineData("Cite 1a")]
    [InlineData("Term zonulin")]
    [InlineData("Care blood")]
    [InlineData("Fig wheel title")]
    [InlineData("Q gut")]
    public void No_heading_takes_an_id_that_the_page_makes(string heading)
    {
        var page = MarkdownPage.Rendered($"## {heading}\n\nWords.\n");

        Assert.Equal($"section-{heading.ToLowerInvariant().Replace(' ', '-')}", Assert.Single(page.Headings).Id);
    }

    [Fact]
    public void More_than_ninety_slips_are_tried() => Assert.True(Errors.Count + Warnings.Count > 90, $"{Errors.Count} and {Warnings.Count} are tried.");

    private static PlantedContentFault Slip(string text, string says) => new(Stress, Prose, text, text.Split('\n')[0], says);
}
