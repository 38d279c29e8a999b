using System.Globalization;
using GutGuide.Core.Conditions;
using GutGuide.Core.Proofs;
using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Features.Editing.Comparing;

namespace GutGuide.Web.Features.Editing.Desk.Reviews;

/// <summary>The reverse views of flags, states and suggestions.</summary>
internal sealed class RuleReviews(EditorDesk desk)
{
    private readonly RulesetStudy _study = desk.Study();
    private readonly SiteContent _content = desk.Folder().Content;

    private Ruleset Rules => _study.Ruleset;

    /// <summary>Null when there is no such flag.</summary>
    public Review? Flag(string id) => Rules.Flags.FirstOrDefault(flag => flag.Id == id) is not { } flag ? null : Of(
        $"Danger sign: {DecisionWords.Of(flag.Tier)}",
        id,
        flag.Plain,
        "consultation/red-flags.yaml",
        "danger sign is found",
        "When this holds, the sign is up. A sign that only “not sure” raises counts one level lower.",
        flag.When,
        ReachedKind.Flag,
        [.. RuledBy(id), ReadBy(Subject.Flag, id), .. Around(flag.When, flag.Sources)]);

    /// <summary>Null when there is no such state.</summary>
    public Review? State(string id) => Rules.States.FirstOrDefault(state => state.Id == id) is not { } state ? null : Of(
        state.Floor > TriageTier.SelfCare ? $"Condition, medicine or symptom: at least {DecisionWords.Of(state.Floor)}" : "Condition, medicine or symptom",
        id,
        state.Plain,
        "consultation/states.yaml",
        "condition, medicine or symptom is found",
        $"{state.Changes} “Not sure” counts as yes.",
        state.When,
        ReachedKind.State,
        [.. RuledBy(id), ReadBy(Subject.State, id), .. Around(state.When, state.Sources)]);

    /// <summary>Null when there is no such suggestion.</summary>
    public Review? Suggestion(string id)
    {
        if (Rules.Suggestions.FirstOrDefault(suggestion => suggestion.Id == id) is not { } suggestion)
        {
            return null;
        }

        var kind = Rules.Classes.First(kind => kind.Id == suggestion.Class);
        var sources = suggestion.Text.For.Concat(suggestion.Text.Against).SelectMany(line => line.Sources).Concat(suggestion.Never.Sources).Concat(suggestion.Ask.Sources).Distinct();
        var review = Of(
            $"Suggestion: {suggestion.Phase}, {kind.Plain}, loosest state “{DecisionWords.Of(suggestion.Floor)}”",
            id,
            suggestion.Text.Title,
            $"suggestions/{suggestion.Phase}/{id}.md",
            "suggestion is shown",
            $"It is relevant when {suggestion.RelevantWords}. It is shown when it is also allowed and there is room for it.",
            suggestion.Relevant,
            ReachedKind.Suggestion,
            [
                Triggers("Never with", suggestion.Never, kind.Never),
                Triggers("Ask first with", suggestion.Ask, kind.Ask),
                new("Hard rules that rule it out", [.. Rules.HardRules.Where(rule => rule.Never.Contains(id) || rule.NeverClasses.Contains(kind.Id)).Select(rule => new ReviewLink(rule.Plain, null, rule.Id))]),
                new("What each tier allows", [.. kind.Caps.OrderByDescending(cap => cap.Key).Select(cap => new ReviewLink($"{DecisionWords.Sentence(DecisionWords.Of(cap.Key))}: {CapWords(cap.Value)}", null))]),
                new("Not shown beside", [.. Rules.Suggestions.SelectMany(other => Rules.Conflicts.Where(group => group.Forbids(id, other.Id)).Take(1).Select(group => new ReviewLink(other.Text.Title, $"/editor/suggestions/{other.Id}", group.Why)))]),
                new("Offered instead of it", [.. Rules.Suggestions.Where(other => other.Id == suggestion.Substitute).Select(Link)]),
                new("It is offered instead of", [.. Rules.Suggestions.Where(other => other.Substitute == id).Select(Link)]),
                .. Around(suggestion.Relevant, sources, suggestion.Text.Learn),
            ]);
        return review with { Counts = [.. review.Counts, $"It is relevant and held back for {Number(_study.Survey.HeldBack.GetValueOrDefault(id))}."] };
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string CapWords(TierCap cap) => cap switch
    {
        TierCap.Ok => "shown",
        TierCap.Ask => "only as “ask first”",
        _ => "hidden",
    };

    private static ReviewLink Link(Suggestion suggestion) => new(suggestion.Text.Title, $"/editor/suggestions/{suggestion.Id}", suggestion.Id);

    private Review Of(string kind, string id, string title, string path, string reached, string words, Condition when, ReachedKind reachedKind, IReadOnlyList<ReviewList> lists)
    {
        var example = _study.ExampleOf(reachedKind, id);
        var count = (reachedKind == ReachedKind.Suggestion ? _study.Survey.Shown : _study.Survey.Raised).GetValueOrDefault(id);
        return new Review(
            kind,
            id,
            DecisionWords.Sentence(title),
            $"content/{path}",
            $"/rules#{id}",
            [$"Of {Number(_study.Survey.Size)} invented people, this {reached} for {Number(count)}."],
            words,
            _study.Words.Of(when),
            example is null ? null : DecisionWords.Person(Rules.Questionnaire, example),
            example is null ? null : DecisionWords.Outcome(_study.Engine.Decide(example.Answers)),
            lists);
    }

    /// <summary>Suggestions that a flag or state rules out or makes a matter for a clinician.</summary>
    private IEnumerable<ReviewList> RuledBy(string id)
    {
        var classes = Rules.Classes.ToDictionary(kind => kind.Id, StringComparer.Ordinal);
        yield return new("It rules out", Of(suggestion => suggestion.Never, kind => kind.Never));
        yield return new("It makes these “ask first”", Of(suggestion => suggestion.Ask, kind => kind.Ask));

        ReviewLink[] Of(Func<Suggestion, TriggerSet> own, Func<SuggestionClass, TriggerSet> shared) =>
        [
            .. Rules.Suggestions
                .Where(suggestion => own(suggestion).Reasons.ContainsKey(id) || shared(classes[suggestion.Class]).Reasons.ContainsKey(id))
                .Select(suggestion => new ReviewLink(
                    suggestion.Text.Title,
                    $"/editor/suggestions/{suggestion.Id}",
                    own(suggestion).Reasons.GetValueOrDefault(id) is { Length: > 0 } reason ? reason : shared(classes[suggestion.Class]).Reasons.GetValueOrDefault(id) ?? "")),
        ];
    }

    /// <summary>Rules that read a flag or state.</summary>
    private ReviewList ReadBy(Subject subject, string id)
    {
        return new("Rules that read it",
        [
            .. Rules.States.Where(state => Reads(state.When)).Select(state => new ReviewLink(state.Plain, $"/editor/states/{state.Id}", state.Id)),
            .. Rules.Flags.Where(flag => Reads(flag.When)).Select(flag => new ReviewLink(flag.Plain, $"/editor/flags/{flag.Id}", flag.Id)),
            .. Rules.Suggestions.Where(suggestion => Reads(suggestion.Relevant)).Select(Link),
            .. Rules.HardRules.Where(rule => rule.When is not null && Reads(rule.When)).Select(rule => new ReviewLink(rule.Plain, null, rule.Id)),
        ]);

        bool Reads(Condition when) => when.Comparisons().Any(part => part.Subject == subject && part.Id == id);
    }

    private ReviewList Triggers(string heading, TriggerSet own, TriggerSet shared) => new(heading,
    [
        .. own.Reasons.Concat(shared.Reasons.Where(reason => !own.Reasons.ContainsKey(reason.Key))).Select(reason => new ReviewLink(
            DecisionWords.Sentence(DecisionWords.PlainOf(reason.Key, Rules) ?? reason.Key),
            Rules.Flags.Any(flag => flag.Id == reason.Key) ? $"/editor/flags/{reason.Key}" : $"/editor/states/{reason.Key}",
            reason.Value)),
    ]);

    /// <summary>Questions that a rule reads, pages that explain them, and sources.</summary>
    private IEnumerable<ReviewList> Around(Condition when, IEnumerable<string> sources, string? learn = null)
    {
        var questions = _study.Uses.QuestionsOf(when);
        yield return new("Questions involved",
        [
            .. Rules.Questionnaire.Pages.SelectMany(page => page.Items.Where(item => questions.Contains(item.LinkId)).Select(item => new ReviewLink(
                page.NameOf(item), $"/editor/questionnaire#{page.Id}", $"{item.LinkId}, met by {Number(_study.Survey.Met.GetValueOrDefault(item.LinkId))}"))),
        ]);
        yield return new("Pages involved",
        [
            .. _content.Articles.Concat(_content.Pages.Values)
                .Where(page => page.Address == learn?.Split('#')[0] || page.Explains.Any(questions.Contains))
                .Select(page => new ReviewLink(page.Title, $"/editor/pages/{page.Slug}", page.Address == learn?.Split('#')[0] ? "explains it" : "explains one of its questions")),
        ]);
        yield return new("Sources", [.. sources.Select(id => new ReviewLink(_content.Sources.TryGetValue(id, out var source) ? source.Title : id, $"/editor/sources/{id}", id))]);
    }
}
