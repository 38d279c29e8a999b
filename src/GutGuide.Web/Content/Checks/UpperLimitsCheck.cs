using System.Text.RegularExpressions;
using GutGuide.Core.Rules;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>
/// A page may tell that a study gave more of something than its published upper limit. It then names the limit, with a source, in
/// the same paragraph or table row; a column that is headed as the limit names it too.
/// </summary>
internal sealed partial class UpperLimitsCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        var limited = content.Ruleset.Ceilings.Select(LimitedItem.Of).ToArray();
        foreach (var article in content.Articles)
        {
            var (heading, header) = ("", "");
            var wasCell = false;
            foreach (var block in article.Outline.Texts.GroupBy(PlaceOf, (_, texts) => texts.ToArray()))
            {
                heading = block[0].Role == TextRole.Heading ? block[0].Text : heading;
                var isCell = block[0].Role == TextRole.Cell;
                header = isCell && wasCell ? header : WholeOf(block);
                Check(block, heading, isCell && wasCell ? header : "", limited, problems);
                wasCell = isCell;
            }
        }
    }

    /// <summary>The cells of one row are read together.</summary>
    private static (TextRole Role, int Line) PlaceOf(TextBlock text) => (text.Role, text.Line);

    private static string WholeOf(TextBlock[] block) => string.Join(" ", block.Select(text => text.Text));

    private static void Check(TextBlock[] block, string heading, string header, LimitedItem[] limited, ContentProblems problems)
    {
        var whole = WholeOf(block);
        var says = (SaysLimit().IsMatch(whole) || SaysLimit().IsMatch(header)) && block.Any(text => text.IsSourced);
        foreach (var (text, sentence) in block.SelectMany(text => text.Sentences.Select(sentence => (text, sentence))))
        {
            foreach (var amount in Amounts.In(sentence.Text))
            {
                if (!says && LimitedItem.Of(amount, limited, sentence.Text, Before(block, text, sentence), whole, heading) is { } item && item.IsExceeded(amount))
                {
                    problems.Error(
                        text.Path,
                        text.LineAt(sentence.Start),
                        $"\"{amount.Words}\" is above the published upper limit of {item.Name} ({item.Ceiling.Published}); name the upper limit in the same paragraph or row, and cite a source for it");
                }
            }
        }
    }

    private static string Before(TextBlock[] block, TextBlock text, Sentence sentence) =>
        string.Join(" ", block.TakeWhile(other => other != text).Select(other => other.Text).Append(text.Text[..sentence.Start]));

    [GeneratedRegex(@"(?<!\bno )\blimits?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysLimit();

    /// <summary>The words after an amount that say what it is of: "of fiber".</summary>
    [GeneratedRegex(@"\G\s+of\s+(?!(it|this|that|the)\b)\w+(\s+\w+){0,2}", RegexOptions.IgnoreCase)]
    private static partial Regex OfWhat();

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
        /// What an amount is of: what follows on "of", else the item named nearest to it in its sentence, else last before the sentence,
        /// else in the heading, else later in the paragraph or row.
        /// </summary>
        public static LimitedItem? Of(Amount amount, IReadOnlyList<LimitedItem> items, string sentence, string before, string whole, string heading)
        {
            var place = Math.Max(sentence.IndexOf(amount.Words, StringComparison.Ordinal), 0);
            var after = OfWhat().Match(sentence, Math.Min(place + amount.Words.Length, sentence.Length));
            return after.Success && !items.Any(item => item.Names.IsMatch(after.Value))
                ? null
                : items.Where(item => item.Names.IsMatch(sentence)).MinBy(item => item.Names.Matches(sentence).Min(match => Math.Abs(match.Index - place)))
                    ?? Around(items, before, whole, heading);
        }

        private static LimitedItem? Around(IReadOnlyList<LimitedItem> items, string before, string whole, string heading) =>
            items.Where(item => item.Names.IsMatch(before)).MaxBy(item => item.Names.Matches(before)[^1].Index)
                ?? items.FirstOrDefault(item => item.Names.IsMatch(heading))
                ?? items.FirstOrDefault(item => item.Names.IsMatch(whole));

        public bool IsExceeded(Amount amount) => Limits.TryGetValue(amount.Unit, out var limit) && amount.Number > limit;
    }
}
