using GutGuide.Core.Rules;
using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Wording;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace GutGuide.Web.Content.Readers;

/// <summary>A care card as read.</summary>
/// <param name="Keys">The front matter, for the lines of its keys.</param>
internal sealed record CareCardFile(string Path, YamlMap Keys, CareCardContent Card, DateOnly Reviewed, DateOnly ReviewBy, string? Owner, PageOutline Outline);

internal sealed class CareCardReader(ContentProblems problems)
{
    private static readonly Dictionary<string, TriageTier> Tiers = new(StringComparer.Ordinal)
    {
        ["self-care"] = TriageTier.SelfCare,
        ["routine"] = TriageTier.Routine,
        ["soon"] = TriageTier.Soon,
        ["urgent"] = TriageTier.Urgent,
        ["emergency"] = TriageTier.Emergency,
    };

    public CareCardFile? Read(ContentFile file)
    {
        if (MarkdownFile.Read(file, problems) is not { Keys: var keys, Body: var body })
        {
            return null;
        }

        var outline = new OutlineReader(file.Path, isSourced: true).Read(body);
        RemoveAnchors(body);
        var card = new CareCardContent(keys.Text("id"), keys.OneOf("tier", Tiers), keys.Text("title"), MarkdownRenderer.Html(body), keys.Texts("sources"));
        var title = new TextBlock(file.Path, TextRole.Matter, card.Title, [new LineStart(0, keys.LineOfKey("title"))]) { IsSourced = true };
        var read = new CareCardFile(file.Path, keys, card, keys.Date("reviewed"), keys.Date("review-by"), keys.OptionalText("owner"), outline with { Texts = [title, .. outline.Texts] });
        if (card.Id.Length > 0 && card.Id != file.Name)
        {
            keys.Error(keys.LineOfKey("id"), $"the id is {card.Id} and the file is named {file.Name}; give both the same name");
        }

        keys.Finish();
        return read;
    }

    /// <summary>A card stands on many pages, more than once on some: its headings are no places to link to.</summary>
    private static void RemoveAnchors(MarkdownDocument body)
    {
        foreach (var heading in body.Descendants<HeadingBlock>())
        {
            heading.GetAttributes().Id = null;
        }
    }
}
