using GutGuide.Core.Meals;
using GutGuide.Web.Content.Dialect;
using Markdig.Syntax;

namespace GutGuide.Web.Content.Readers;

/// <summary>A meal as read.</summary>
/// <param name="Keys">The front matter, for the lines of its keys.</param>
/// <param name="Shopping">The mapping of what to buy, for the lines of its groups; null when there is none.</param>
internal sealed record MealFile(string Path, YamlMap Keys, YamlMap? Shopping, Meal Meal, PageOutline Outline);

/// <summary>Reads meals. Whether their words are known is checked when all is read.</summary>
internal sealed class MealReader(ContentProblems problems)
{
    private const string Swaps = "Swaps:";

    private static readonly Dictionary<string, MealKind> Kinds = new(StringComparer.Ordinal)
    {
        ["breakfast"] = MealKind.Breakfast,
        ["lunch"] = MealKind.Lunch,
        ["dinner"] = MealKind.Dinner,
        ["snack"] = MealKind.Snack,
    };

    public MealFile? Read(ContentFile file)
    {
        if (MarkdownFile.Read(file, problems) is not { Keys: var keys, Body: var body })
        {
            return null;
        }

        var outline = new OutlineReader(file.Path, isSourced: true).Read(body);
        var shopping = Shopping(keys);
        var swaps = body.LastOrDefault() is ParagraphBlock last && outline.Texts is [.., var words] && words.Text.StartsWith(Swaps, StringComparison.Ordinal) ? last : null;
        if (swaps is not null)
        {
            body.Remove(swaps);
        }

        var meal = new Meal(
            file.Name,
            keys.Text("title"),
            keys.Text("description"),
            keys.OneOf("meal", Kinds),
            keys.Whole("minutes"),
            keys.Whole("serves"),
            Listed(keys, "contains"),
            Listed(keys, "suits"),
            shopping is null ? [] : [.. shopping.Keys.Distinct(StringComparer.Ordinal).Select(group => new ShoppingGroup(group, shopping.Texts(group)))],
            MarkdownRenderer.Html(body),
            swaps is null ? null : HtmlOf(swaps));
        keys.Finish();
        return new MealFile(file.Path, keys, shopping, meal, outline);
    }

    /// <summary>A list that must be there, though it may be empty: what is left out by accident would be taken for free of everything.</summary>
    private static IReadOnlyList<string> Listed(YamlMap keys, string key)
    {
        if (!keys.Has(key))
        {
            keys.Missing(key, $"\"{key}\" is missing; write a list, or [] for nothing");
        }

        return keys.Texts(key);
    }

    private static YamlMap? Shopping(YamlMap keys)
    {
        if (!keys.Has("shopping"))
        {
            keys.Missing("shopping", "\"shopping\" is missing; write what to buy by part of the store, like { produce: [carrots] }");
        }

        return keys.Map("shopping");
    }

    private static string HtmlOf(ParagraphBlock paragraph) => MarkdownRenderer.Html(new MarkdownDocument { paragraph });
}
