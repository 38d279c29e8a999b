using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GutGuide.Web.Components.Shared;
using GutGuide.Web.Content;
using GutGuide.Web.Settings;

namespace GutGuide.Web.Features.Reading;

/// <summary>What an article tells search engines about itself, as schema.org JSON-LD.</summary>
public static partial class StructuredData
{
    private const string Context = "https://schema.org";

    /// <summary>Null for the site's own pages. A reviewer is named only when there is one.</summary>
    public static string? Of(Article article, SiteAddress site)
    {
        if (article.IsSitePage)
        {
            return null;
        }

        var page = new JsonObject
        {
            ["@context"] = Context,
            ["@type"] = "MedicalWebPage",
            ["name"] = article.Title,
            ["description"] = article.Description,
            ["url"] = site.Of(article.Address),
            ["inLanguage"] = "en-US",
            ["isAccessibleForFree"] = true,
            ["lastReviewed"] = SpokenDate.Machine(article.Reviewed),
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = SiteAddress.SiteName, ["url"] = site.Of("/") },
            ["audience"] = new JsonObject { ["@type"] = "PeopleAudience", ["suggestedMinAge"] = 18 },
        };

        if (article.Changes.Count > 0)
        {
            page["dateModified"] = SpokenDate.Machine(article.Changes.Max(change => change.Date));
        }

        if (article.Reviewer is { } reviewer)
        {
            page["reviewedBy"] = new JsonObject { ["@type"] = "Person", ["name"] = reviewer };
        }

        if (Questions(article) is { Length: > 0 } questions)
        {
            page["@type"] = new JsonArray("MedicalWebPage", "FAQPage");
            page["mainEntity"] = new JsonArray(questions);
        }

        // The default encoder escapes the signs that could end a script element.
        return page.ToJsonString(JsonSerializerOptions.Default);
    }

    /// <summary>Of a page that is made of questions: more of them than headings. On others they are asides.</summary>
    private static JsonNode[] Questions(Article article)
    {
        var questions = QuestionBox().Matches(article.Html);
        return questions.Count <= article.Headings.Count ? [] :
        [
            .. questions.Select(question => (JsonNode)new JsonObject
            {
                ["@type"] = "Question",
                ["name"] = PlainText(question.Groups["question"].Value),
                ["acceptedAnswer"] = new JsonObject { ["@type"] = "Answer", ["text"] = PlainText(question.Groups["answer"].Value) },
            }),
        ];
    }

    /// <summary>What a body says, without its marks.</summary>
    private static string PlainText(string html) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Marks().Replace(html, ""), "")), " ").Trim().Replace(" .", ".", StringComparison.Ordinal);

    [GeneratedRegex("<section class=\"box box--question\"><h(?<level>[2-6])>(?<question>.*?)</h\\k<level>>(?<answer>.*?)</section>", RegexOptions.Singleline)]
    private static partial Regex QuestionBox();

    [GeneratedRegex("<sup class=\"cite\">.*?</sup>|&nbsp;<a class=\"grade.*?</a>|<a class=\"grade.*?</a>", RegexOptions.Singleline)]
    private static partial Regex Marks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
