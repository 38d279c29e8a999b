namespace GutGuide.Web.Content.Checks;

/// <summary>Every check; the problems are sorted by place afterwards.</summary>
internal static class ContentChecks
{
    public static IReadOnlyList<IContentCheck> All { get; } =
    [
        new NamesCheck(),
        new AddressesCheck(),
        new RelationsCheck(),
        new SourcesCheck(),
        new SourceDatesCheck(),
        new LinksCheck(),
        new SearchCheck(),
        new MealsCheck(),
        new BoxesCheck(),
        new BodiesCheck(),
        new MarksCheck(),
        new MisreadMarksCheck(),
        new HeadingsCheck(),
        new FiguresCheck(),
        new ArticlePartsCheck(),
        new ReviewDatesCheck(),
        new CeilingsCheck(),
        new UpperLimitsCheck(),
        new StatementsCheck(),
        new BannedWordsCheck(),
        new ClaimsCheck(),
        new SentencesCheck(),
        new ReadingGradeCheck(),
    ];
}
