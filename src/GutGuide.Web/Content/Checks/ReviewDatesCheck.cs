namespace GutGuide.Web.Content.Checks;

/// <summary>Reviews are dated soundly and are not overdue. What hangs on today is a warning, so that no site stops by itself.</summary>
internal sealed class ReviewDatesCheck : IContentCheck
{
    /// <summary>A wrong number in an emergency is worse than none.</summary>
    private const int PhoneNumbersHoldDays = 90;

    public void Check(ContentModel content, ContentProblems problems)
    {
        foreach (var article in content.Articles)
        {
            CheckDates(article.Keys, article.Reviewed, article.ReviewBy, content.Today, problems);
            if (article.Changes.Zip(article.Changes.Skip(1)).Any(pair => pair.First.Date < pair.Second.Date))
            {
                problems.Error(article.Path, article.Keys.LineOfKey("changes"), "\"changes\" is not in order; write the newest change first");
            }
        }

        foreach (var card in content.CareCards)
        {
            CheckDates(card.Keys, card.Reviewed, card.ReviewBy, content.Today, problems);
        }

        foreach (var source in content.Sources.Where(source => source.Value.ReviewBy < content.Today))
        {
            problems.Warning(source.Path, source.Line, $"the source {source.Value.Id} was to be read again by {Text(source.Value.ReviewBy!.Value)}; read it, then change \"review-by\"");
        }

        foreach (var suggestion in content.Ruleset.Suggestions.Where(suggestion => suggestion.Text.ReviewBy < content.Today && suggestion.Text.ReviewBy != default))
        {
            problems.Warning($"content/suggestions/{suggestion.Phase}/{suggestion.Id}.md", 0, $"the review was due on {Text(suggestion.Text.ReviewBy)}; review the suggestion, then change both dates");
        }

        foreach (var region in content.Regions.Listed.Where(region => region.Value.Checked.AddDays(PhoneNumbersHoldDays) < content.Today))
        {
            problems.Warning(region.Path, region.Line, $"the numbers of {region.Value.Name} were last checked on {Text(region.Value.Checked)}; check them again and change \"checked\"");
        }
    }

    private static void CheckDates(YamlMap keys, DateOnly reviewed, DateOnly reviewBy, DateOnly today, ContentProblems problems)
    {
        if (reviewed == default || reviewBy == default)
        {
            return;
        }

        if (reviewBy <= reviewed)
        {
            problems.Error(keys.Path, keys.LineOfKey("review-by"), $"\"review-by\" ({Text(reviewBy)}) is not after \"reviewed\" ({Text(reviewed)}); write the date of the next review");
        }
        else if (reviewBy < today)
        {
            problems.Warning(keys.Path, keys.LineOfKey("review-by"), $"the review was due on {Text(reviewBy)}; review the page, then change both dates");
        }

        if (reviewed > today)
        {
            problems.Warning(keys.Path, keys.LineOfKey("reviewed"), $"\"reviewed\" ({Text(reviewed)}) lies in the future; write the day of the review");
        }
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
