using System.Text.Json;
using System.Text.Json.Nodes;
using GutGuide.Web.Components.Shared;
using GutGuide.Web.Content;
using GutGuide.Web.Settings;

namespace GutGuide.Web.Features.Reading;

/// <summary>What an article tells search engines about itself, as schema.org JSON-LD.</summary>
public static class StructuredData
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

        // The default encoder escapes the signs that could end a script element.
        return page.ToJsonString(JsonSerializerOptions.Default);
    }
}
