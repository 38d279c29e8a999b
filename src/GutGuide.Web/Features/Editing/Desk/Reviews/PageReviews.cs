using System.Globalization;
using GutGuide.Core.Proofs;
using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Loading;
using GutGuide.Web.Features.Editing.Comparing;

namespace GutGuide.Web.Features.Editing.Desk.Reviews;

/// <summary>The reverse views of pages and sources.</summary>
internal sealed class PageReviews(EditorDesk desk)
{
    private readonly RulesetStudy _study = desk.Study();
    private readonly LoadedContent _folder = desk.Folder();

    private Ruleset Rules => _study.Ruleset;

    private IEnumerable<Article> AllPages => _folder.Content.Articles.Concat(_folder.Content.Pages.Values).Concat(_folder.Inventory.Drafts);

    /// <summary>Null when there is no such page.</summary>
    public Review? Page(string slug)
    {
        if (AllPages.FirstOrDefault(page => page.Slug == slug) is not { } page)
        {
            return null;
        }

        var items = Rules.Questionnaire.Items.Where(item => page.Explains.Contains(item.LinkId)).ToArray();
        var uses = items.Select(item => _study.Uses[item.LinkId]).ToArray();
        var shownFrom = Rules.Suggestions.Where(suggestion => suggestion.Text.Learn?.Split('#')[0] == page.Address).ToArray();
        var entry = _folder.Inventory.Entries.FirstOrDefault(entry => entry.Id == slug && entry.Kind is ContentKind.Article or ContentKind.Page);
        var example = items.Length > 0 ? _study.ExampleOf(ReachedKind.Question, items[0].LinkId) : null;
        return new Review(
            entry?.IsDraft == true ? "Draft" : "Page",
            slug,
            page.Title,
            entry?.Path,
            entry?.Address,
            items.Length == 0 ? [] : [$"Of {Number(_study.Survey.Size)} invented people, {Number(items.Max(item => _study.Survey.Met.GetValueOrDefault(item.LinkId)))} meet a question that it explains."],
            null,
            null,
            example is null ? null : DecisionWords.Person(Rules.Questionnaire, example),
            example is null ? null : DecisionWords.Outcome(_study.Engine.Decide(example.Answers)),
            [
                new("Questions that it explains", [.. items.Select(item => new ReviewLink(item.Text, $"/editor/questionnaire#{PageOf(item.LinkId)}", $"{item.LinkId}, met by {Number(_study.Survey.Met.GetValueOrDefault(item.LinkId))}"))]),
                new("Suggestions that link to it", [.. shownFrom.Select(Link)]),
                new("Suggestions that read its questions", [.. uses.SelectMany(use => use.Suggestions).Distinct().Select(Link)]),
                new("Danger signs that read its questions", [.. uses.SelectMany(use => use.Flags).Distinct().Select(Link)]),
                new("Conditions, medicines and symptoms that read its questions", [.. uses.SelectMany(use => use.States).Distinct().Select(Link)]),
                new("Pages that name it as related, or link to it", [.. AllPages.Where(other => other.Slug != slug && (other.Related.Contains(slug) || other.Html.Contains($"href=\"{page.Address}", StringComparison.Ordinal))).Select(other => new ReviewLink(other.Title, $"/editor/pages/{other.Slug}"))]),
                new("Sources that it cites", [.. page.Citations.Select(SourceLink)]),
            ]);
    }

    /// <summary>Null when there is no such source.</summary>
    public Review? Source(string id)
    {
        if (!_folder.Content.Sources.TryGetValue(id, out var source))
        {
            return null;
        }

        var suggestions = Rules.Suggestions.Where(suggestion => Cites(suggestion, id)).ToArray();
        var flags = Rules.Flags.Where(flag => flag.Sources.Contains(id)).ToArray();
        var states = Rules.States.Where(state => state.Sources.Contains(id)).ToArray();
        var example = flags.Select(flag => _study.ExampleOf(ReachedKind.Flag, flag.Id))
            .Concat(states.Select(state => _study.ExampleOf(ReachedKind.State, state.Id)))
            .Concat(suggestions.Select(suggestion => _study.ExampleOf(ReachedKind.Suggestion, suggestion.Id)))
            .OfType<AnswerExample>()
            .MinBy(example => example.Telling.Count);
        var uses = _folder.Inventory.SourceUses.Where(use => use.Source == id).ToArray();
        return new Review(
            "Source",
            id,
            source.Title,
            "content/sources.yaml",
            $"/sources#{id}",
            [uses.Length == 0 ? "Nothing cites it." : $"{Number(uses.Length)} places cite it, in {Number(uses.Select(use => use.Path).Distinct().Count())} files."],
            null,
            null,
            example is null ? null : DecisionWords.Person(Rules.Questionnaire, example),
            example is null ? null : DecisionWords.Outcome(_study.Engine.Decide(example.Answers)),
            [
                new("Suggestions that rest on it", [.. suggestions.Select(Link)]),
                new("Danger signs that rest on it", [.. flags.Select(Link)]),
                new("Conditions, medicines and symptoms that rest on it", [.. states.Select(Link)]),
                new("Pages that cite it", [.. AllPages.Where(page => page.Citations.Contains(id)).Select(page => new ReviewLink(page.Title, $"/editor/pages/{page.Slug}", page.Address))]),
                new("Where it is named", [.. uses.GroupBy(use => use.Path).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new ReviewLink(file.Key, null, $"line {string.Join(", ", file.Select(use => use.Line).Distinct().Order())}"))]),
            ]);
    }

    private static bool Cites(Suggestion suggestion, string id) =>
        suggestion.Text.For.Concat(suggestion.Text.Against).Any(line => line.Sources.Contains(id)) || suggestion.Never.Sources.Contains(id) || suggestion.Ask.Sources.Contains(id);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private string PageOf(string linkId) => Rules.Questionnaire.PageOf(linkId)!.Id;

    private ReviewLink Link(Suggestion suggestion) => new(suggestion.Text.Title, $"/editor/suggestions/{suggestion.Id}", $"shown to {Number(_study.Survey.Shown.GetValueOrDefault(suggestion.Id))}");

    private ReviewLink Link(RedFlag flag) => new(DecisionWords.Sentence(flag.Plain), $"/editor/flags/{flag.Id}", $"{DecisionWords.Of(flag.Tier)}, found for {Number(_study.Survey.Raised.GetValueOrDefault(flag.Id))}");

    private ReviewLink Link(PatientState state) => new(DecisionWords.Sentence(state.Plain), $"/editor/states/{state.Id}", $"found for {Number(_study.Survey.Raised.GetValueOrDefault(state.Id))}");

    private ReviewLink SourceLink(string id) => new(_folder.Content.Sources.TryGetValue(id, out var source) ? source.Title : id, $"/editor/sources/{id}", id);
}
