using GutGuide.Core.FollowUp;
using GutGuide.Core.Rules;
using GutGuide.Web.Content.Checks;
using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Readers;
using GutGuide.Web.Content.Rules;

namespace GutGuide.Web.Content.Loading;

/// <summary>What one reading of the content folder gave.</summary>
/// <param name="Content">Complete only when there is no error: what could not be read is left out.</param>
public sealed record LoadedContent(SiteContent Content, ContentProblems Problems)
{
    /// <summary>The files themselves, for editors.</summary>
    public ContentInventory Inventory { get; init; } = ContentInventory.Empty;

    /// <exception cref="ContentException">There is an error.</exception>
    public SiteContent OrThrow() => Problems.ErrorCount == 0 ? Content : throw new ContentException(Problems.All);
}

/// <summary>
/// Reads the content folder, checks everything and renders it. Never throws for what a file holds: each fault becomes a placed
/// problem, and all are reported together.
/// </summary>
public sealed class ContentLoader(string directory, TimeProvider clock)
{
    /// <summary>A folder that may be absent. That no page of it is lost, the list of addresses sees to.</summary>
    private const string Symptoms = "symptoms";

    /// <summary>Likewise; the rules of meals belong to it.</summary>
    private const string Meals = "meals";

    private readonly ContentFolder _folder = new(directory);

    /// <summary>The whole path of the folder.</summary>
    public string Directory => _folder.Directory;

    public LoadedContent Load()
    {
        var problems = new ContentProblems();
        var rules = Task.Run(ReadRules);
        var others = Task.Run(ReadOthers);
        var model = Read(rules, others, problems);
        problems.AddRange(rules.Result.Problems);
        var followUp = ReadFile(FollowUpReader.File, FollowUpRules.Empty, new FollowUpReader(model.Ruleset).Read, problems);
        _folder.ReportUnread(problems);
        var builder = new SiteContentBuilder(model);
        var built = Task.Run(builder.Build);
        foreach (var check in ContentChecks.All)
        {
            check.Check(model, problems);
        }

        foreach (var draft in Drafts(model, problems))
        {
            problems.Lower(draft);
        }

        var content = built.GetAwaiter().GetResult() with { ProofPlaces = rules.Result.Loader.ProofPlaces, FollowUp = followUp };
        return new LoadedContent(content, problems) { Inventory = ContentInventory.Of(model, builder.Drafts()) };
    }

    private ContentModel Read(Task<LoadedRules> rules, Task<IReadOnlyList<OtherFile>> others, ContentProblems problems)
    {
        var articles = new ArticleReader(problems);
        var careCards = new CareCardReader(problems);
        return new ContentModel(
            [
                .. ReadPages("articles", file => articles.Read(file, PageKind.Article), problems),
                .. ReadPages("pages", file => articles.Read(file, PageKind.SitePage), problems),
                .. _folder.Has(Symptoms) ? ReadPages(Symptoms, file => articles.Read(file, PageKind.Symptom), problems) : [],
            ],
            [.. _folder.ReadAll("care-cards", ".md", problems).Select(careCards.Read).OfType<CareCardFile>()],
            ReadFile("sources.yaml", [], SourceReader.Read, problems),
            ReadFile("glossary.yaml", [], GlossaryReader.Read, problems),
            ReadFile("regions.yaml", RegionFile.Empty, RegionReader.Read, problems),
            [.. _folder.ReadAll("images", ".svg", problems).Select(file => FigureReader.Read(file, problems)).OfType<FigureFile>()],
            ReadFile("banned-statements.yaml", HouseLanguage.Empty, HouseLanguage.Read, problems),
            others.GetAwaiter().GetResult(),
            rules.GetAwaiter().GetResult().Ruleset,
            _folder.Read(AddressesCheck.File, problems) is { } addresses ? AddressesReader.Read(addresses, problems) : null,
            rules.Result.Loader.Files,
            rules.Result.Loader.Owner,
            rules.Result.Loader.GraceDays,
            DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            Meals = _folder.Has(Meals) ? [.. _folder.ReadAll(Meals, ".md", problems).Select(new MealReader(problems).Read).OfType<MealFile>()] : [],
            MealRules = _folder.Has(Meals) ? ReadFile(MealRulesReader.File, MealRulesFile.Empty, MealRulesReader.Read, problems) : MealRulesFile.Empty,
            Phrases = _folder.Has(SearchReader.File) ? ReadFile(SearchReader.File, [], SearchReader.Read, problems) : [],
        };
    }

    private IEnumerable<ArticleFile> ReadPages(string folder, Func<ContentFile, ArticleFile?> read, ContentProblems problems) =>
        _folder.ReadAll(folder, ".md", problems).Select(read).OfType<ArticleFile>();

    /// <summary>Pages that are not ready, those among them that could not be read too: a draft is often half written.</summary>
    private string[] Drafts(ContentModel model, ContentProblems problems)
    {
        var read = model.Articles.ToDictionary(article => article.Path, article => article.IsDraft, StringComparer.Ordinal);
        return
        [
            .. problems.All.Select(problem => problem.Path).Distinct()
                .Where(path => read.TryGetValue(path, out var isDraft) ? isDraft : IsPage(path) && _folder.IsDraft(path)),
        ];
    }

    private static bool IsPage(string path) =>
        path.EndsWith(".md", StringComparison.Ordinal) && path.Split('/') is [_, "articles" or "pages" or Symptoms, ..];

    private T ReadFile<T>(string path, T otherwise, Func<ContentFile, ContentProblems, T> read, ContentProblems problems) =>
        _folder.Read(path, problems) is { } file ? read(file, problems) : otherwise;

    /// <summary>On the side, while the articles are read: together they are most of a start.</summary>
    private LoadedRules ReadRules()
    {
        var problems = new ContentProblems();
        var loader = new RulesetLoader(_folder, problems, MarkdownRenderer.RenderProse);
        return new LoadedRules(loader.Load(), loader, problems);
    }

    /// <summary>
    /// The words of the files that the ruleset and the phone numbers are read from. Read on the side while the ruleset is read,
    /// and silently, since whatever is wrong with them is reported there.
    /// </summary>
    private IReadOnlyList<OtherFile> ReadOthers()
    {
        var unreported = new ContentProblems();
        var regions = _folder.Read("regions.yaml", unreported);
        return
        [
            .. _folder.ReadAll("suggestions", ".md", unreported).Select(OtherFile.OfMarkdown),
            .. _folder.Has(Meals) ? _folder.ReadAll(Meals, ".md", unreported).Select(OtherFile.OfMarkdown) : [],
            .. _folder.ReadAll("consultation", ".yaml", unreported).Where(IsContent).Select(OtherFile.OfYaml),
            .. regions is null ? Array.Empty<OtherFile>() : [OtherFile.OfYaml(regions)],
        ];
    }

    private static bool IsContent(ContentFile file) => ContentLayout.Fault(file.Path[(file.Path.IndexOf('/', StringComparison.Ordinal) + 1)..]) is null;

    private sealed record LoadedRules(Ruleset Ruleset, RulesetLoader Loader, ContentProblems Problems);
}
