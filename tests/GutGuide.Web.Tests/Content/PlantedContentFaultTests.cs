using GutGuide.Web.Content;

namespace GutGuide.Web.Tests.Content;

/// <summary>Shows that the checks bite: each slip below is reported in the right file, on the right line.</summary>
public sealed class PlantedContentFaultTests
{
    private const string Stress = "articles/stress.md";
    private const string Sleep = "articles/sleep.md";
    private const string Card = "care-cards/blood.md";
    private const string Belly = "symptoms/belly-pain.md";
    private const string Yogurt = "meals/yogurt-and-berries.md";
    private const string Soup = "meals/carrot-soup.md";
    private const string MealRules = "consultation/meal-rules.yaml";
    private const string Wheel = "images/wheel.svg";
    private const string Walk = "suggestions/rebalance/sg-walk.md";

    /// <summary>Stops a publish.</summary>
    private static readonly Dictionary<string, PlantedContentFault> Errors = new(StringComparer.Ordinal)
    {
        // Files that cannot be read.
        ["YAML that holds nothing"] = new("sources.yaml", "", "# nothing yet\n", "# nothing", "holds no YAML"),
        ["a list where a mapping belongs"] = new("sources.yaml", "", "- s001\n", "- s001", "was expected at the top of the file"),
        ["a text that is too long for one page"] = new(Sleep, "A short night", new string('x', 61_000) + " A short night", "\nxxx", "split it into two pages"),
        ["a suggestion without front matter"] = new(Walk, "---\nid", "id", "id: sg-walk", "does not begin with front matter"),
        ["no front matter"] = new(Stress, "---\ntitle", "title", "title: Stress", "does not begin with front matter"),
        ["YAML that is none"] = new(Stress, "order: 10", "order: [10", "order: [10", "not valid YAML"),
        ["a control character"] = new(Stress, "Stress can be", "Stress\u0007 can be", "can be felt", "invisible control character"),
        ["lists nested too deeply"] = new(Stress, "Stress can be felt in the belly.", new string('>', 200) + " deep", ">>>>", "nested too deeply"),
        ["an anchor in YAML"] = new("sources.yaml", "title: \"A guideline\"", "title: &a \"A guideline\"", "A guideline", "anchors"),
        ["a mapping where a list belongs"] = new("glossary.yaml", "- term: zonulin\n  also: [\"zonulins\"]\n  text: A protein that helps to open the seals between gut cells.\n  sources: [s001]\n- term: lining\n  text:", "term:", "term:", "a list"),
        ["a word in a list of sources"] = new("glossary.yaml", "- term: lining", "- lining\n- term: lining2", "- lining", "a mapping (key: value) was expected"),

        // Front matter.
        ["an unknown key"] = new(Stress, "related: [sleep]", "relatd: [sleep]", "relatd", "did you mean \"related\""),
        ["an order that is missing"] = new(Stress, "order: 10\n", "", "title: Stress", "\"order\" is missing; write a whole number"),
        ["a list where a text belongs"] = new(Stress, "title: Stress and the gut", "title: [Stress]", "title:", "must be a single text"),
        ["a list within a list of texts"] = new(Stress, "related: [sleep]", "related: [[sleep]]", "related:", "holds something that is not a text"),
        ["changes that are no list"] = new(Stress, "changes:\n  - { date: 2026-01-01, what: First version. }", "changes: none", "changes:", "must be a list (lines"),
        ["a title without words"] = new(Stress, "title: Stress and the gut", "title:", "title:", "\"title\" has no value"),
        ["a missing key"] = new(Stress, "section: basics\n", "", "title: Stress", "\"section\" has no value"),
        ["an unknown section"] = new(Stress, "section: basics", "section: basic", "section: basic", "did you mean \"basics\""),
        ["an order that is no number"] = new(Stress, "order: 10", "order: ten", "order: ten", "write a whole number"),
        ["a date that is none"] = new(Stress, "reviewed: 2026-01-01", "reviewed: 2026-13-01", "reviewed: 2026-13", "write a date like"),
        ["a review before the last one"] = new(Stress, "review-by: 2027-01-01", "review-by: 2025-01-01", "review-by:", "is not after"),
        ["a list that is a text"] = new(Stress, "related: [sleep]", "related: sleep", "related: sleep", "must be a list"),
        ["a flag that is neither"] = new(Stress, "sources: []", "sources: []\ndraft: yes", "draft: yes", "write true or false"),
        ["a change without words"] = new(Stress, "{ date: 2026-01-01, what: First version. }", "{ date: 2026-01-01 }", "- { date", "\"what\" has no value"),

        // Symptoms.
        ["a symptom that starts nothing"] = new(Belly, "starts: { gut: [pain] }\n", "", "title: Belly", "\"starts\" is missing; write which answers"),
        ["a start that is no mapping"] = new(Belly, "starts: { gut: [pain] }", "starts: [gut]", "starts:", "must be a mapping"),
        ["a start without answers"] = new(Belly, "starts: { gut: [pain] }", "starts: { gut: [] }", "starts:", "\"gut\" has no answers; write a list of codes"),
        ["a start with an unknown question"] = new(Belly, "starts: { gut: [pain] }", "starts: { gutt: [pain] }", "starts:", "\"starts\" names the question \"gutt\", which does not exist; did you mean \"gut\"?"),
        ["a start with an unknown answer"] = new(Belly, "starts: { gut: [pain] }", "starts: { gut: [painn] }", "starts:", "\"starts\" names the answer \"painn\", which the question gut does not have; did you mean \"pain\"?"),
        ["a start with answers that exclude each other"] = new(Belly, "starts: { gut: [pain] }", "starts: { gut: [pain, none] }", "starts:", "that cannot stand together"),
        ["a section where a symptom has none"] = new(Belly, "order: 10", "order: 10\nsection: basics", "section:", "the key \"section\" is not known here"),
        ["a symptom whose address is not listed"] = new("addresses.txt", "/symptoms/belly-pain\n", "", null, "add the line /symptoms/belly-pain") { In = Belly },
        ["a symptom that names no source"] = new(Belly, " [@s001]{grade=B}", "", null, "names no source"),

        // Meals.
        ["a meal with an unknown tag"] = new(Yogurt, "contains: [dairy, lactose]", "contains: [dairy, lactos]", "contains:", "\"contains\" has \"lactos\", which consultation/meal-rules.yaml does not know; did you mean \"lactose\"?"),
        ["a meal that suits what is unknown"] = new(Yogurt, "suits: [quick, soft]", "suits: [quik]", "suits:", "did you mean \"quick\"?"),
        ["a meal that does not say what it contains"] = new(Yogurt, "contains: [dairy, lactose]\n", "", "title: Yogurt", "\"contains\" is missing; write a list, or [] for nothing"),
        ["a meal that keeps quiet about what it contains"] = new(Yogurt, "contains: [dairy, lactose]", "contains: []", "contains:", "\"shopping\" names \"plain yogurt\", and \"contains\" does not have dairy; add dairy"),
        ["a meal without what goes with a tag"] = new(Soup, "contains: []", "contains: [lactose]", "contains:", "\"contains\" has lactose and not dairy, which goes with it; add dairy"),
        ["a meal at no time of day"] = new(Yogurt, "meal: breakfast", "meal: brunch", "meal: brunch", "write one of breakfast, lunch, dinner, snack"),
        ["a meal that takes no time"] = new(Yogurt, "minutes: 5", "minutes: 0", "minutes:", "\"minutes\" is 0; write a whole number from 1 to 240"),
        ["a meal for nobody"] = new(Yogurt, "serves: 1", "serves: 0", "serves:", "\"serves\" is 0; write a whole number from 1 to 12"),
        ["a meal without a shopping list"] = new(Soup, "shopping:\n  produce: [carrots, ginger]\n", "", "title: Carrot", "\"shopping\" is missing"),
        ["a part of the store that there is not"] = new(Soup, "  produce: [carrots", "  produse: [carrots", "produse", "\"produse\" is no part of the store; did you mean \"produce\"?"),
        ["a part of the store with nothing to buy"] = new(Soup, "[carrots, ginger]", "[]", "  produce: []", "\"produce\" has nothing to buy"),
        ["a meal without a method"] = new(Soup, "Simmer the carrots until they are soft. Blend them with some ginger.\n", "", null, "the meal has no method"),
        ["a meal without swaps"] = new(Soup, "Swaps: coconut milk for a part of the water.\n", "", null, "the meal has no swaps"),
        ["two meals with one title"] = new("meals/z.md", "", "---\ntitle: carrot soup\n---\nA.\n\nSwaps: b.\n", "title: carrot", "is that of another meal"),
        ["an unknown key of a meal"] = new(Soup, "serves: 2", "serves: 2\nkcal: 90", "kcal", "the key \"kcal\" is not known here"),
        ["a rule about a tag that there is not"] = new(MealRules, "tags: [lactose], words", "tags: [lactoze], words", "lactoze", "there is no tag \"lactoze\"; did you mean \"lactose\"?"),
        ["a rule about an answer that there is not"] = new(MealRules, "{ answers: { gut: [pain] }, tags", "{ answers: { gut: [painn] }, tags", "painn", "the question gut has no answer \"painn\"; did you mean \"pain\"?"),
        ["a rule about a question that there is not"] = new(MealRules, "{ answers: { gut: [pain] }, tags", "{ answers: { gutt: [pain] }, tags", "gutt", "there is no question \"gutt\"; did you mean \"gut\"?"),
        ["a rule about a state that there is not"] = new(MealRules, "states: [sp-child]", "states: [sp-chil]", "sp-chil]", "there is no state \"sp-chil\"; did you mean \"sp-child\"?"),
        ["a rule of meals that never holds"] = new(MealRules, "{ states: [sp-child], tags", "{ tags", "{ tags", "this never holds; write \"answers\""),
        ["a rule that keeps no meal away"] = new(MealRules, "tags: [egg], because: You are", "because: You are", "You are a child", "this keeps no meal away"),
        ["a rule without a reason"] = new(MealRules, ", because: You are a child.", "", "sp-child", "\"because\" has no value"),

        // Search.
        ["a search phrase for a page that there is not"] = new("search.yaml", "page: /learn/stress", "page: /learn/stres", "/learn/stres", "\"page\" leads nowhere: there is no page /learn/stres; did you mean \"/learn/stress\"?"),
        ["a search entry without phrases"] = new("search.yaml", "also: [awake at night]", "also: []", "also: []", "\"also\" holds no phrases"),
        ["a search phrase of two pages"] = new("search.yaml", "also: [awake at night]", "also: [Nerves]", "page: /learn/sleep", "\"Nerves\" leads to /learn/stress, too"),
        ["a page that stands twice for search"] = new("search.yaml", "page: /learn/sleep", "page: /learn/stress # again", "# again", "the page /learn/stress stands here a second time"),
        ["an unknown key for search"] = new("search.yaml", "also: [awake at night]", "also: [awake at night]\n  brand: x", "brand: x", "the key \"brand\" is not known here"),

        // Names and addresses.
        ["a file name with capitals"] = new("articles/Sleep.md", "", "---\ntitle: X\n---\n", null, "use small letters"),
        ["a file whose address is taken"] = new("articles/a/stress.md", "", "---\ntitle: X\n---\n", null, "the address /learn/stress is taken by content/articles/a/stress.md") { In = Stress },
        ["an alias that is another's alias"] = new(Sleep, "related: [stress]", "related: [stress]\naliases: [strain]", "aliases:", "the alias \"/learn/strain\" is taken by content/articles/sleep.md") { In = Stress },
        ["two care cards with one id"] = new("care-cards/a/blood.md", "", "---\nid: blood\ntier: soon\ntitle: Blood\nreviewed: 2026-01-01\nreview-by: 2027-01-01\n---\n", "id: blood", "is taken by another care card") { In = Card },
        ["a region that stands twice"] = new("regions.yaml", "regions:\n", "regions:\n  - code: US\n    name: X\n    checked: 2026-01-01\n", "- code: US\n    name: United", "a second time"),
        ["a statement that stands twice"] = new("banned-statements.yaml", "statements:\n", "statements:\n  - id: ban-01\n    patterns: [\"x\"]\n    why: y\n    instead: z\n", "- id: ban-01\n    patterns: [\"stress", "a second time"),
        ["two terms with one anchor"] = new("glossary.yaml", "- term: lining", "- term: \"zonulin!\"\n  text: Another.\n- term: lining", "- term: \"zonulin!\"", "has the anchor zonulin of another term"),
        ["two articles in one place"] = new(Stress, "order: 10", "order: 20", "order: 20", "is taken by"),
        ["an alias that is a page"] = new(Stress, "aliases: [strain]", "aliases: [sleep]", "aliases:", "is taken by"),
        ["a renamed page without an alias"] = new("addresses.txt", "/learn/sleep", "/learn/slumber\n/learn/sleep", "/learn/slumber", "is gone"),
        ["a page whose address is not listed"] = new("addresses.txt", "/learn/sleep\n", "", null, "add the line /learn/sleep") { In = Sleep },
        ["an address that stands twice"] = new("addresses.txt", "/learn/sleep", "/learn/sleep\n/learn/sleep ", "/learn/sleep ", "a second time"),
        ["an address that is none"] = new("addresses.txt", "/learn/sleep", "learn/sleep", "learn/sleep", "is not an address"),
        ["changes that are not in order"] = new(Stress, "  - { date: 2026-01-01", "  - { date: 2025-01-01, what: Before. }\n  - { date: 2026-01-01", "changes:", "newest change first"),
        ["a related page that is not there"] = new(Stress, "related: [sleep]", "related: [slep]", "related:", "did you mean \"sleep\""),
        ["a page related to itself"] = new(Stress, "related: [sleep]", "related: [stress]", "related:", "which is this article"),
        ["a question that is not there"] = new(Stress, "explains: [gut]", "explains: [guts]", "explains:", "did you mean \"gut\""),

        // Sources and marks.
        ["a source that is not there"] = new(Stress, "leak test for hours [@s001]", "leak test for hours [@s003]", "In one study", "there is no source \"s003\""),
        ["a source in front matter that is not there"] = new(Sleep, "sources: [s002]", "sources: [s002, s009]", "sources:", "there is no source \"s009\""),
        ["a citation without a source"] = new(Stress, "hours [@s001]{grade=B}.\n\n", "hours [@].\n\n", "In one study", "names no source"),
        ["a citation that is not closed"] = new(Stress, "hours [@s001]{grade=B}.\n\n", "hours [@s001.\n\n", "In one study", "not closed"),
        ["an article without a source"] = new(Sleep, "sources: [s002]\n", "", null, "names no source"),
        ["an unknown grade"] = new(Stress, "[@s001]{grade=B}.\n\n", "[@s001]{grade=E}.\n\n", "In one study", "no evidence grade \"E\""),
        ["an unknown mark"] = new(Stress, "Walk a little.", "Walk a little {important}.", "Walk a little", "{important} is not known"),
        ["a picture in the text"] = new(Stress, "Walk a little.", "![Walking](walk.png)", "![Walking]", "stands alone"),
        ["HTML"] = new(Stress, "Walk a little.", "Walk <b>a little</b>.", "Walk <b>", "HTML is not used"),
        ["a web address that is not https"] = new("sources.yaml", "https://example.org/sleep", "http://example.org/sleep", "url:", "begins with https"),
        ["a source that says nothing"] = new("sources.yaml", "rule-001:\n  title: \"A guideline\"\n  read: from-memory\n  undated: true\n", "rule-001:\n", "rule-001:", "is empty; write at least its title"),
        ["a source that does not say how it was read"] = new("sources.yaml", "  read: partly\n", "", "title: \"A study of sleep\"", "\"read\" is missing; write one of"),
        ["a source without a title"] = new("sources.yaml", "  title: \"A guideline\"\n", "", "  read: from-memory", "\"title\" has no value"),
        ["a source with a date that says it has none"] = new("sources.yaml", "  read: from-memory", "  read: from-memory\n  year: 2015", "undated:", "take one out"),
        ["a source read in an unknown way"] = new("sources.yaml", "read: partly", "read: part", "read: part", "did you mean \"partly\""),

        // Links.
        ["a link to no page"] = new(Stress, "(/learn/sleep#how-long)", "(/learn/slep)", "Walk a little", "there is no page /learn/slep"),
        ["a link to no heading"] = new(Stress, "#how-long", "#how-lon", "Walk a little", "did you mean \"how-long\""),
        ["a link within the page to no heading"] = new(Stress, "(/learn/sleep#how-long)", "(#what-was)", "Walk a little", "this page has no heading"),
        ["a link from nowhere"] = new(Stress, "(/learn/sleep#how-long)", "(sleep)", "Walk a little", "not an address of this site"),
        ["a suggestion that leads to no page"] = new(Walk, "learn: /learn/stress", "learn: /learn/stres", "learn:", "there is no page /learn/stres"),

        // Headings and blocks.
        ["a first-level heading"] = new(Stress, "## What was seen", "# What was seen", "# What", "first-level heading"),
        ["a heading that skips a level"] = new(Stress, "### In daily life", "#### In daily life", "#### In", "skips a level"),
        ["a heading without words"] = new(Stress, "### In daily life", "###", "###", "the heading is empty"),
        ["colons that open no block"] = new(Stress, ":::unknown\nNobody", ":::\nNobody", ":::\nNobody", "opens no block"),
        ["a fence within a paragraph"] = new(Stress, "Walk a little.", "Walk a little :::unknown today.", "Walk a little", "a fence of colons stands inside a paragraph"),
        ["a third view between the two"] = new(Stress, ":::gastro\nIt is one of many.\n:::\n", ":::gastro\nIt is one of many.\n:::\n:::evidence Third\nMore.\n:::\n", ":::evidence", "only :::functional and :::gastro may"),
        ["a figure without an id"] = new(Sleep, ":::figure wheel", ":::figure", ":::figure", "write an id after it"),
        ["an unknown block"] = new(Stress, ":::unknown", ":::unknwn", ":::unknwn", "did you mean \"unknown\""),
        ["nothing about what is not known"] = new(Stress, ":::unknown\nNobody knows what years of stress do.\n:::\n", "", null, "does not say what is not known"),
        ["a block that is never closed"] = new(Stress, "years of stress do.\n:::", "years of stress do.", ":::unknown", "is never closed"),
        ["a block within another"] = new(Stress, "It is not nothing [@s001]{grade=B}.\n", "It is not nothing [@s001]{grade=B}.\n\n::::evidence One\nText.\n::::\n", "::::evidence", "stands inside"),
        ["a view outside of the two"] = new(Stress, "::::two-views\n", "", ":::functional", "stands outside"),
        ["a myth without a title"] = new(Stress, ":::myth \"Stress is harmless\"", ":::myth", ":::myth", "write its title after it"),
        ["a block with words that takes none"] = new(Stress, ":::unknown", ":::unknown Gaps", ":::unknown Gaps", "takes no words"),
        ["an empty block"] = new(Stress, "Nobody knows what years of stress do.\n", "", ":::unknown", "is empty"),
        ["an unknown care card"] = new(Stress, ":::care blood", ":::care bloot", ":::care", "did you mean \"blood\""),
        ["a care block with text"] = new(Stress, ":::care blood\n", ":::care blood\nCall.\n", ":::care", "holds no text of its own"),
        ["an unknown figure"] = new(Sleep, ":::figure wheel", ":::figure weel", ":::figure", "did you mean \"wheel\""),

        // Care cards.
        ["a card named differently"] = new(Card, "id: blood", "id: bleeding", "id: bleeding", "give both the same name"),
        ["a card of an unknown tier"] = new(Card, "tier: urgent", "tier: urgnt", "tier:", "did you mean \"urgent\""),
        ["a card that cites"] = new(Card, "You see blood.", "You see blood [@s001].", "You see blood", "cites no source in its text"),
        ["a card with a large heading"] = new(Card, "### Who", "## Who", "## Who", "write ### before it"),
        ["a card with a block"] = new(Card, "Call today.", ":::unknown\nText.\n:::", ":::unknown", "holds no blocks"),

        // Pictures.
        ["a picture without a title"] = new(Wheel, "<title id=\"fig-wheel-title\">A wheel</title>\n", "", "<svg", "no <title>"),
        ["a picture without a description"] = new(Wheel, "<desc id=\"fig-wheel-desc\">One round circle.</desc>\n", "", "<svg", "no <desc>"),
        ["a picture with script"] = new(Wheel, "<circle", "<script>x</script>\n<circle", "<script>", "holds <script>"),
        ["a picture with a style"] = new(Wheel, "fill=\"none\"", "style=\"fill:none\"", "<circle", "the site's policy forbids"),
        ["a picture that loads another"] = new(Wheel, "<circle", "<use href=\"https://example.org/x.svg#a\"/>\n<circle", "<use", "refer to its own parts only"),
        ["a picture that links nowhere"] = new(Wheel, "<circle cx", "<a href=\"/learn/nowhere\"><circle r=\"1\"/></a>\n<circle cx", "<a ", "link to a page of this site"),
        ["a picture that hides its links"] = new(Wheel, "<circle cx", "<a href=\"/learn/stress\"><circle r=\"1\"/></a>\n<circle cx", "<svg", "write role=\"group\""),
        ["a picture whose ids clash"] = new(Wheel, "<circle", "<circle id=\"c\"", "<circle", "could clash"),
        ["a picture that is broken"] = new(Wheel, "<circle cx", "<circle <cx", "<circle", "not sound SVG"),
        ["a picture that is none"] = new(Wheel, "", "<html/>\n", "<html", "SVG"),

        // Words.
        ["a statement that the site does not make"] = new(Stress, "Stress can be felt in the belly.", "Stress is always the main cause.", "Stress is always", "(ban-01)"),
        ["a word that the site does not use"] = new(Stress, "Walk a little.", "Walk to heal.", "Walk to heal", "does not say \"heal\""),
        ["a claim without a source"] = new(Sleep, "Most people do well with a full night.", "A full night prevents colds.", "A full night", "claims an effect without a source"),
        ["a text that is hard to read"] = new(Sleep, "Most people do well with a full night.", string.Join(' ', Enumerable.Repeat("Insufficient nocturnal recuperation deteriorates gastrointestinal permeability considerably.", 30)), null, "reads at grade"),
        ["a pattern without a word"] = new("banned-statements.yaml", "\"stress is always * cause\"", "\"* #\"", "patterns: [\"*", "names no word"),
        ["a pattern with a star joined to a word"] = new("banned-statements.yaml", "\"stress is always * cause\"", "\"stress* cause\"", "patterns: [\"stress*", "put spaces around it"),
        ["a pattern with an empty side"] = new("banned-statements.yaml", "\"stress is always * cause\"", "\"stress| cause\"", "patterns: [\"stress|", "a side of | is empty"),
        ["a pattern of signs alone"] = new("banned-statements.yaml", "\"stress is always * cause\"", "\"stress !!\"", "patterns: [\"stress !!", "holds no word"),
        ["a pattern with too many stars"] = new("banned-statements.yaml", "\"stress is always * cause\"", "\"a * b * c * d * e * f * g * h\"", "patterns: [\"a *", "it has more than"),
        ["a statement without patterns"] = new("banned-statements.yaml", "[\"stress is always * cause\"]", "[]", "id: ban-01", "\"patterns\" is empty"),
        ["a term explained twice"] = new("glossary.yaml", "- term: lining", "- term: zonulins", "- term: zonulins", "is explained twice"),

        // Phone numbers.
        ["a number with spaces"] = new("regions.yaml", "\"18002221222\"", "\"1 800 222\"", "number: \"1 800", "write digits only"),
        ["a region without a crisis line"] = new("regions.yaml", "    crisis:\n      - label: Crisis line\n        number: \"988\"\n        display: \"988\"\n", "", "- code: US", "\"crisis\" has no line"),
        ["no words at all for no region"] = new("regions.yaml", "unset:\n  emergency-text: your local emergency number\n  advice-text: a local doctor\n  poison-text: your local poison center\n  crisis-text: a local crisis line\n", "", "regions:", "\"unset\" is missing"),
        ["no words for no region"] = new("regions.yaml", "unset:", "unse:", "unse:", "the key \"unse\" is not known"),
    };

    /// <summary>Is reported, and stops nothing.</summary>
    private static readonly Dictionary<string, PlantedContentFault> Warnings = new(StringComparer.Ordinal)
    {
        ["a review that is due"] = new(Stress, "reviewed: 2026-01-01\nreview-by: 2027-01-01", "reviewed: 2025-01-01\nreview-by: 2026-01-01", "review-by:", "the review was due on 2026-01-01 (owner: Editors)"),
        ["a review that is due soon"] = new(Stress, "review-by: 2027-01-01", "review-by: 2026-03-03", "review-by:", "the review is due on 2026-03-03 (owner: Editors)"),
        ["a review that is due to an owner of its own"] = new(Stress, "review-by: 2027-01-01", "review-by: 2026-01-15\nowner: Content team", "review-by:", "(owner: Content team)"),
        ["a care card whose review is due"] = new(Card, "review-by: 2027-01-01", "review-by: 2026-01-15\nowner: Safety team", "review-by:", "the review was due on 2026-01-15 (owner: Safety team)"),
        ["rules whose review is due, and that nobody owns"] = new("consultation/ruleset.yaml", "review-by: 2027-01-01\nowner: Editors\n", "review-by: 2026-01-15\n", "review-by:", "(no owner; name a role under \"owner\")"),
        ["a review in the future"] = new(Stress, "reviewed: 2026-01-01", "reviewed: 2026-12-01", "reviewed:", "lies in the future"),
        ["a source that is due to be read again"] = new("sources.yaml", "  read: partly", "  review-by: 2026-01-15\n  read: partly", "s002:", "was to be read again"),
        ["a source that is due soon to be read again"] = new("sources.yaml", "  read: partly", "  review-by: 2026-02-15\n  owner: Library\n  read: partly", "s002:", "is to be read again by 2026-02-15 (owner: Library)"),
        ["a suggestion whose review is due"] = new(Walk, "review-by: 2027-01-01", "review-by: 2026-01-15\nowner: Rule team", "review-by:", "the review was due on 2026-01-15 (owner: Rule team)"),
        ["phone numbers that nobody checked"] = new("regions.yaml", "checked: 2026-01-01", "checked: 2025-01-01", "- code: US", "were last checked on 2025-01-01 (owner: Editors)"),
        ["a source that nothing cites"] = new(Sleep, "sources: [s002]", "sources: [s001]", "s002:", "nothing cites the source s002") { In = "sources.yaml" },
        ["a cited source without a date"] = new("sources.yaml", "  undated: true\n", "", "rule-001:", "write its \"year\", or \"undated: true\""),
        ["a cited web page without a date"] = new("sources.yaml", "  accessed: 2026-01-01\n", "", "s002:", "or \"accessed\" with the day"),
        ["a source of a year to come"] = new("sources.yaml", "year: 2019", "year: 2029", "s001:", "has not come yet"),
        ["a web page read on a day to come"] = new("sources.yaml", "accessed: 2026-01-01", "accessed: 2026-12-01", "s002:", "write the day it was read"),
        ["a link that leaves the site"] = new(Stress, "(/learn/sleep#how-long)", "(https://example.org)", "Walk a little", "leaves the site"),
        ["a description that is too short"] = new(Stress, "What short and long stress do to the gut lining, in plain words, and what nobody has shown in people yet.", "Stress.", "description:", "write 80 to 155"),
        ["a sentence without an end"] = new(Sleep, "Most people do well with a full night.", string.Join(' ', Enumerable.Repeat("and then a night", 9)) + ".", "and then", "has 36 words"),
        ["British spelling"] = new(Sleep, "with a full night", "with fibre", "with fibre", "write \"fiber\""),
        ["symptoms without a care card"] = new(Sleep, "Most people do well with a full night.", "Bloating comes. Diarrhea comes. Nausea comes.", "Bloating", "says nowhere when to get help"),
        ["neither table nor figure"] = new(Sleep, ":::figure wheel\nOne circle.\n:::\n", "", null, "no table, figure or list"),
        ["a card that stands twice"] = new(Stress, ":::care blood\n:::\n", ":::care blood\n:::\n\n:::care blood \n:::\n", ":::care blood ", "stands here a second time"),
        ["a second block about what is not known"] = new(Stress, ":::unknown\n", ":::unknown\nOne.\n:::\n\n:::unknown \n", ":::unknown ", "second block"),
    };

    public static TheoryData<string> ErrorNames => [.. Errors.Keys];

    public static TheoryData<string> WarningNames => [.. Warnings.Keys];

    [Fact]
    public void The_sample_content_has_no_fault()
    {
        using var content = new SampleContent();

        Assert.Empty(content.Load().Problems.All);
    }

    [Theory]
    [MemberData(nameof(ErrorNames))]
    public void A_slip_that_stops_a_publish_is_reported_where_it_stands(string name) =>
        Errors[name].AssertReported(ProblemSeverity.Error);

    [Theory]
    [MemberData(nameof(WarningNames))]
    public void A_slip_that_stops_nothing_is_reported_where_it_stands(string name)
    {
        var problems = Warnings[name].AssertReported(ProblemSeverity.Warning);

        Assert.Equal(0, problems.ErrorCount);
    }

    [Theory]
    [InlineData("consultation/states.yaml")]
    [InlineData("sources.yaml")]
    public void A_file_that_is_missing_is_reported(string file)
    {
        using var content = new SampleContent();

        var problems = content.Delete(file).Load().Problems;

        Assert.Contains(new ContentProblem($"content/{file}", 0, ProblemSeverity.Error, "the file is missing; add it"), problems.All);
    }

    [Fact]
    public void A_folder_that_is_missing_is_reported()
    {
        using var content = new SampleContent();
        Directory.Delete(Path.Combine(content.Root, "care-cards"), recursive: true);

        Assert.Contains(new ContentProblem("content/care-cards", 0, ProblemSeverity.Error, "the folder is missing; add it"), content.Load().Problems.All);
    }

    [Fact]
    public void A_file_that_is_too_large_to_be_read_is_reported()
    {
        using var content = new SampleContent();

        var problems = content.Write("images/large.svg", new byte[(2 * 1024 * 1024) + 1]).Load().Problems;

        Assert.Contains(new ContentProblem("content/images/large.svg", 0, ProblemSeverity.Error, "the file has 2097153 bytes; the most is 2097152"), problems.All);
    }

    [Fact]
    public void A_review_more_than_30_days_away_is_not_called_for_yet()
    {
        using var content = new SampleContent();

        Assert.Empty(content.Replace(Stress, "review-by: 2027-01-01", "review-by: 2026-03-04").Load().Problems.All);
    }

    [Fact]
    public void A_draft_is_checked_and_stops_nothing()
    {
        using var content = new SampleContent();

        var loaded = content.Write("articles/new.md", "---\ntitle: New\ndraft: true\n---\n\nSee [this](/nowhere).\n").Load();

        Assert.Equal(0, loaded.Problems.ErrorCount);
        Assert.Contains(loaded.Problems.All, problem => problem is { Path: "content/articles/new.md", Line: 6 } && problem.Message.Contains("/nowhere", StringComparison.Ordinal));
        Assert.DoesNotContain(loaded.Content.Articles, article => article.Slug == "new");
    }

    [Fact]
    public void A_draft_that_cannot_even_be_read_stops_nothing()
    {
        using var content = new SampleContent();

        var problems = content.Write("articles/new.md", "---\ntitle: \"New\ndraft: true\n").Load().Problems;

        Assert.Equal(0, problems.ErrorCount);
        Assert.Contains(problems.All, problem => problem.Path == "content/articles/new.md");
    }
}
