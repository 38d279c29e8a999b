using GutGuide.BrowserTests.Hosting;
using GutGuide.Core.Plans;
using Microsoft.Playwright;

namespace GutGuide.BrowserTests.Pages;

/// <summary>Where the consultation ends.</summary>
public sealed class ResultPage(Visitor visitor)
{
    public const string Path = "/consultation/result";

    private const string SuggestionPrefix = "s-";

    public ILocator Heading => visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>A section named by its heading.</summary>
    public ILocator Section(string heading) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = heading });

    public ILocator PhoneLink(string name) => visitor.Page.GetByRole(AriaRole.Link, new() { Name = name });

    /// <summary>Ids of the suggestions that a decision has a place for on this page: in the plan, folded below it, and those only told about.</summary>
    public static IEnumerable<string> PlacesOf(Decision decision) => decision.Offered.Concat(decision.ReadingOnly).Select(planned => planned.Suggestion.Id);

    /// <summary>Ids of the suggestions that are shown, in page order.</summary>
    public async Task<IReadOnlyList<string>> SuggestionsAsync()
    {
        var ids = await visitor.Page.Locator($"[id^='{SuggestionPrefix}sg-']").EvaluateAllAsync<string[]>("shown => shown.map(each => each.id)");
        return [.. ids.Select(id => id[SuggestionPrefix.Length..])];
    }
}
