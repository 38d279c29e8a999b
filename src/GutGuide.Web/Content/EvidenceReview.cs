using GutGuide.Core.Rules;

namespace GutGuide.Web.Content;

/// <summary>How far something may still be relied on.</summary>
public enum EvidenceStanding
{
    Current,

    /// <summary>Past its review date, within the days of grace.</summary>
    UnderReview,

    /// <summary>Past the days of grace too.</summary>
    Expired,
}

/// <summary>
/// What becomes of evidence with time. A suggestion rests on its own review, on the page that explains it, and on the best of
/// the lines that speak for it; a line is as good as its best source. While one of these is under review the suggestion is
/// for asking first; once one has expired it is held back. Nothing is ever loosened.
/// </summary>
public static class EvidenceReview
{
    private const string AskFirst = "The evidence behind this is due for a new review. Ask a pharmacist or doctor first.";
    private const string HoldBack = "The evidence behind this is past its review date. We hold it back until it has been checked again.";

    public static EvidenceStanding StandingOf(DateOnly? reviewBy, DateOnly today, int graceDays) =>
        reviewBy is not { } due || today <= due ? EvidenceStanding.Current
        : today.DayNumber <= due.DayNumber + graceDays ? EvidenceStanding.UnderReview
        : EvidenceStanding.Expired;

    /// <summary>The content as it stands on a day. The content as written stays as it is.</summary>
    public static SiteContent AsOf(this SiteContent content, DateOnly today)
    {
        var dated = content with
        {
            Sources = content.Sources.ToDictionary(
                source => source.Key,
                source => source.Value with { Standing = StandingOf(source.Value.ReviewBy, today, content.GraceDays) },
                StringComparer.Ordinal),
        };
        return dated with
        {
            Ruleset = content.Ruleset with { Suggestions = [.. content.Ruleset.Suggestions.Select(suggestion => AsOf(suggestion, dated, today))] },
        };
    }

    private static Suggestion AsOf(Suggestion suggestion, SiteContent content, DateOnly today) => StandingOf(suggestion, content, today) switch
    {
        EvidenceStanding.UnderReview when suggestion.Floor < SuggestionState.Never => suggestion with { Floor = SuggestionState.Ask, UnderReview = AskFirst },
        EvidenceStanding.Expired => suggestion with { Floor = SuggestionState.Never, UnderReview = HoldBack },
        _ => suggestion,
    };

    private static EvidenceStanding StandingOf(Suggestion suggestion, SiteContent content, DateOnly today) => Worst(
        StandingOf(suggestion.Text.ReviewBy, today, content.GraceDays),
        StandingOf(PageBehind(suggestion, content)?.ReviewBy, today, content.GraceDays),
        suggestion.Text.For.Select(line => StandingOf(line, content)).DefaultIfEmpty().Min());

    private static EvidenceStanding StandingOf(EvidenceLine line, SiteContent content) =>
        line.Sources.Where(content.Sources.ContainsKey).Select(id => content.Sources[id].Standing).DefaultIfEmpty().Min();

    private static Article? PageBehind(Suggestion suggestion, SiteContent content)
    {
        var address = suggestion.Text.Learn?.Split('#')[0];
        return content.AllPages.FirstOrDefault(page => page.Address == address);
    }

    private static EvidenceStanding Worst(params EvidenceStanding[] standings) => standings.Max();
}
