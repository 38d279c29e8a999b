using System.Globalization;
using GutGuide.Web.Content.Readers;

namespace GutGuide.Web.Content.Checks;

/// <summary>
/// Reviews are dated soundly and are not overdue, and whoever has to act is named. What hangs on today is a warning, so that no
/// site stops by itself.
/// </summary>
internal sealed class ReviewDatesCheck : IContentCheck
{
    /// <summary>A wrong number in an emergency is worse than none.</summary>
    private const int PhoneNumbersHoldDays = 90;

    /// <summary>How long before the day a review is called for, so that it can be done in time.</summary>
    private const int SoonDays = 30;

    /// <summary>What was read longer ago than that is nobody's knowledge any more.</summary>
    private const int MostMonths = 24;

    public void Check(ContentModel content, ContentProblems problems)
    {
        foreach (var article in content.Articles.Where(article => article.Changes.Zip(article.Changes.Skip(1)).Any(pair => pair.First.Date < pair.Second.Date)))
        {
            problems.Error(article.Path, article.Keys.LineOfKey("changes"), "\"changes\" is not in order; write the newest change first");
        }

        foreach (var file in content.ReviewedFiles.Where(file => file.Reviewed != default && file.ReviewBy != default))
        {
            CheckDates(file, content, problems);
        }

        foreach (var (source, path, line) in content.Sources)
        {
            var owner = OwnerOf(source.Owner, content);
            if (source.ReviewBy < content.Today)
            {
                problems.Warning(path, line, $"the source {source.Id} was to be read again by {Text(source.ReviewBy.Value)} ({owner}); read it, then change \"review-by\"");
            }
            else if (IsSoon(source.ReviewBy, content.Today))
            {
                problems.Warning(path, line, $"the source {source.Id} is to be read again by {Text(source.ReviewBy!.Value)} ({owner}); read it, then change \"review-by\"");
            }
        }

        foreach (var (source, path, line) in content.Sources.Where(source => source.Value.ReviewBy > content.Today.AddMonths(MostMonths)))
        {
            problems.Warning(
                path,
                line,
                $"the source {source.Id} is to be read again by {Text(source.ReviewBy!.Value)}, in more than {MostMonths} months; "
                    + "set an earlier day");
        }

        foreach (var article in content.Articles.Where(article => article.Changes.Any(change => change.Date > content.Today)))
        {
            problems.Warning(
                article.Path,
                article.Keys.LineOfKey("changes"),
                "\"changes\" names a day that lies in the future; write the day of the change");
        }

        foreach (var (region, path, line) in content.Regions.Listed.Where(region => region.Value.Checked > content.Today))
        {
            problems.Warning(
                path,
                line,
                $"the numbers of {region.Name} are said to be checked on {Text(region.Checked)}, which lies in the future; write "
                    + "the day of the check");
        }

        foreach (var (region, path, line) in content.Regions.Listed.Where(region => region.Value.Checked.AddDays(PhoneNumbersHoldDays) < content.Today))
        {
            problems.Warning(path, line, $"the numbers of {region.Name} were last checked on {Text(region.Checked)} ({OwnerOf(region.Owner, content)}); check them again and change \"checked\"");
        }
    }

    private static void CheckDates(ReviewedFile file, ContentModel content, ContentProblems problems)
    {
        var (keys, reviewed, reviewBy, _) = file;
        var owner = OwnerOf(file.Owner, content);
        if (reviewBy <= reviewed)
        {
            problems.Error(keys.Path, keys.LineOfKey("review-by"), $"\"review-by\" ({Text(reviewBy)}) is not after \"reviewed\" ({Text(reviewed)}); write the date of the next review");
        }
        else if (reviewBy > reviewed.AddMonths(MostMonths))
        {
            problems.Error(
                keys.Path,
                keys.LineOfKey("review-by"),
                $"\"review-by\" ({Text(reviewBy)}) is more than {MostMonths} months after \"reviewed\" ({Text(reviewed)}); set an "
                    + "earlier day");
        }
        else if (reviewBy < content.Today)
        {
            problems.Warning(keys.Path, keys.LineOfKey("review-by"), $"the review was due on {Text(reviewBy)} ({owner}); read it all again, then change both dates");
        }
        else if (IsSoon(reviewBy, content.Today))
        {
            problems.Warning(keys.Path, keys.LineOfKey("review-by"), $"the review is due on {Text(reviewBy)} ({owner}); read it all again, then change both dates");
        }

        if (reviewed > content.Today)
        {
            problems.Warning(keys.Path, keys.LineOfKey("reviewed"), $"\"reviewed\" ({Text(reviewed)}) lies in the future; write the day of the review");
        }
    }

    private static bool IsSoon(DateOnly? day, DateOnly today) => day is { } due && due.DayNumber - today.DayNumber <= SoonDays;

    private static string OwnerOf(string? own, ContentModel content) =>
        (own ?? content.Owner) is { } owner ? $"owner: {owner}" : "no owner; name a role under \"owner\"";

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
