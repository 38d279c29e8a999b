using System.Text.RegularExpressions;
using GutGuide.Core.Rules;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>
/// A page may tell that a study gave more of something than its published upper limit. It then says so, with a source, in the same
/// paragraph or table row.
/// </summary>
internal sealed partial class UpperLimitsCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        var limited = content.Ruleset.Ceilings.Select(LimitedItem.Of).ToArray();
        foreach (var article in content.Articles)
        {
            var heading = "";
            foreach (var block in article.Outline.Texts.GroupBy(PlaceOf, (_, texts) => texts.ToArray()))
            {
                heading = block[0].Role == TextRole.Heading ? block[0].Text : heading;
                Check(block, heading, limited, problems);
            }
        }
    }

    /// <summary>The cells of one row are read together.</summary>
    private static (TextRole Role, int Line) PlaceOf(TextBlock text) => (text.Role, text.Line);

    private static void Check(TextBlock[] block, string heading, LimitedItem[] limited, ContentProblems problems)
    {
        var whole = string.Join(" ", block.Select(text => text.Text));
        var says = SaysLimit().IsMatch(whole) && block.Any(text => text.IsSourced);
        foreach (var (text, sentence) in block.SelectMany(text => text.Sentences.Select(sentence => (text, sentence))))
        {
            foreach (var amount in Amounts.In(sentence.Text))
            {
                if (!says && LimitedItem.Nearest(limited, sentence.Text, amount.Start, Before(block, text, sentence), whole, heading) is { } item && item.IsExceeded(amount))
                {
                    problems.Error(
                        text.Path,
                        text.LineAt(sentence.Start),
                        $"\"{amount.Words}\" is above the published upper limit of {item.Name} ({item.Ceiling.Published}); say so in the same paragraph or row with the words \"upper limit\", and cite a source for it");
                }
            }
        }
    }

    private static string Before(TextBlock[] block, TextBlock text, Sentence sentence) =>
        string.Join(" ", block.TakeWhile(other => other != text).Select(other => other.Text).Append(text.Text[..sentence.Start]));

    [GeneratedRegex(@"\b(upper|safe|safety|top)\s+limits?\b|\babove\s+the\s+limits?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysLimit();

    /// <summary>Something with a ceiling, and its published upper limit: the lowest that is named, in each kind of unit; none for much.</summary>
    private sealed record LimitedItem(Ceiling Ceiling, string Name, Regex Names, IReadOnlyDictionary<string, double> Limits)
    {
        private static readonly string[] Comparable = [Amounts.Mass, Amounts.Activity];

        public static LimitedItem Of(Ceiling ceiling)
        {
            var limits = Amounts.In(ceiling.Published)
                .Where(amount => Comparable.Contains(amount.Unit))
                .GroupBy(amount => amount.Unit, StringComparer.Ordinal)
                .ToDictionary(unit => unit.Key, unit => unit.Min(amount => amount.Number), StringComparer.Ordinal);
            var names = ceiling.Item.Split([',', '(', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return new LimitedItem(ceiling, names[0], new Regex($@"\b({string.Join('|', names.Select(Regex.Escape))})\b", RegexOptions.IgnoreCase), limits);
        }

        /// <summary>
        /// What an amount is of: the item named nearest to it in its sentence, else last before the sentence, else in the heading,
        /// else later in the paragraph or row.
        /// </summary>
        public static LimitedItem? Nearest(IReadOnlyList<LimitedItem> items, string sentence, int place, string before, string whole, string heading) =>
            items.Where(item => item.Names.IsMatch(sentence)).MinBy(item => item.Names.Matches(sentence).Min(match => Math.Abs(match.Index - place)))
            ?? items.Where(item => item.Names.IsMatch(before)).MaxBy(item => item.Names.Matches(before)[^1].Index)
            ?? items.FirstOrDefault(item => item.Names.IsMatch(heading))
            ?? items.FirstOrDefault(item => item.Names.IsMatch(whole));

        public bool IsExceeded(Amount amount) => Limits.TryGetValue(amount.Unit, out var limit) && amount.Number > limit;
    }
}
