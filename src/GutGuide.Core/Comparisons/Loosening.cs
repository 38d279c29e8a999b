using System.Globalization;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Comparisons;

/// <summary>One way in which a version of the rules is milder than another, seen in the rules themselves.</summary>
/// <param name="Id">Of the rule.</param>
/// <param name="Words">What is milder, fitting after the id.</param>
public sealed record Loosening(string Id, string Words)
{
    /// <summary>
    /// Every tier, floor, cap, reason, second lock or ceiling that is lower, looser, higher or gone. Criteria are not judged here:
    /// what a changed one does shows in answers.
    /// </summary>
    public static IReadOnlyList<Loosening> Between(Ruleset before, Ruleset after) =>
    [
        .. Pairs(before.Flags, after.Flags, flag => flag.Id, (was, now) => now.Tier < was.Tier ? [$"is {now.Tier}, and was {was.Tier}"] : []),
        .. Pairs(before.States, after.States, state => state.Id, (was, now) => now.Floor < was.Floor ? [$"has the floor {now.Floor}, and had {was.Floor}"] : []),
        .. Pairs(before.Classes, after.Classes, kind => kind.Id, Class),
        .. before.Suggestions.Join(after.Suggestions, was => was.Id, now => now.Id, (was, now) => (was, now)).SelectMany(pair =>
            Suggestion(before, pair.was, after, pair.now).Select(words => new Loosening(pair.was.Id, words))),
        .. Pairs(before.HardRules, after.HardRules, rule => rule.Id, (was, now) => Gone("rules out", was.Never.Concat(was.NeverClasses), now.Never.Concat(now.NeverClasses))),
        .. Pairs(before.Conflicts, after.Conflicts, group => group.Id, Conflict),
        .. Pairs(before.Ceilings, after.Ceilings, ceiling => ceiling.Id, Ceiling),
        .. Pairs(before.NeverSuggested, after.NeverSuggested, never => never.Id, (was, now) => Gone("names", was.Names, now.Names)),
        .. Pairs(before.Invariants, after.Invariants, promise => promise.Id, (_, _) => []),
    ];

    private static IEnumerable<Loosening> Pairs<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> idOf, Func<T, T, IEnumerable<string>> loosenings) =>
        before.SelectMany(was =>
        {
            var now = after.Where(other => idOf(other) == idOf(was)).ToArray();
            return (now.Length == 0 ? ["is gone"] : loosenings(was, now[0])).Select(words => new Loosening(idOf(was), words));
        });

    private static IEnumerable<string> Class(SuggestionClass was, SuggestionClass now) =>
    [
        .. was.Caps.Where(cap => now.Caps[cap.Key] < cap.Value).Select(cap => $"is {now.Caps[cap.Key]} at {cap.Key}, and was {cap.Value}"),
        .. Cells(trigger => LevelOf(was.Never, was.Ask, trigger), trigger => LevelOf(now.Never, now.Ask, trigger), TriggersOf(was.Never, was.Ask)),
    ];

    /// <summary>With what their classes say; what a class itself no longer says is told of the class.</summary>
    private static IEnumerable<string> Suggestion(Ruleset before, Suggestion was, Ruleset after, Suggestion now)
    {
        var (kindBefore, kindAfter) = (KindOf(before, was), KindOf(after, now));
        var floor = now.Floor < was.Floor ? new[] { $"has the floor {now.Floor}, and had {was.Floor}" } : [];
        return
        [
            .. floor,
            .. now.UnderReview is null && was.UnderReview is not null ? ["is no longer under review"] : Array.Empty<string>(),
            .. Cells(
                trigger => Max(LevelOf(was.Never, was.Ask, trigger), was.Class == now.Class ? SuggestionState.Ok : kindBefore(trigger)),
                trigger => Max(LevelOf(now.Never, now.Ask, trigger), kindAfter(trigger)),
                TriggersOf(was.Never, was.Ask).Concat(was.Class == now.Class ? [] : TriggersOf(before, was.Class))),
        ];
    }

    private static IEnumerable<string> Conflict(ConflictGroup was, ConflictGroup now)
    {
        var ids = was.Of.Concat(was.Pairs.SelectMany(pair => pair)).Distinct().ToArray();
        return
            from one in ids
            from other in ids
            where string.CompareOrdinal(one, other) < 0 && was.Forbids(one, other) && !now.Forbids(one, other)
            select $"lets {one} stand beside {other}";
    }

    private static IEnumerable<string> Ceiling(Ceiling was, Ceiling now)
    {
        foreach (var most in was.Most)
        {
            var same = now.Most.FirstOrDefault(other => other.Unit == most.Unit && other.Per == most.Per);
            if (same is null || same.Amount > most.Amount)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"allows {(same is null ? "any amount" : $"{same.Amount} {same.Unit}")}, and allowed {most.Amount} {most.Unit}");
            }
        }

        if (was.Weeks is { } weeks && (now.Weeks is null || now.Weeks > weeks))
        {
            yield return $"allows {(now.Weeks is { } longer ? $"{longer} weeks" : "any time")}, and allowed {weeks} weeks";
        }

        foreach (var words in Gone("binds", was.Suggestions, now.Suggestions))
        {
            yield return words;
        }
    }

    private static IEnumerable<string> Cells(Func<string, SuggestionState> was, Func<string, SuggestionState> now, IEnumerable<string> triggers) =>
        triggers.Distinct().Where(trigger => now(trigger) < was(trigger)).Select(trigger => $"is {now(trigger)} with {trigger}, and was {was(trigger)}");

    private static IEnumerable<string> TriggersOf(TriggerSet never, TriggerSet ask) => never.Reasons.Keys.Concat(ask.Reasons.Keys);

    private static IEnumerable<string> TriggersOf(Ruleset ruleset, string kind) =>
        ruleset.Classes.Where(other => other.Id == kind).SelectMany(found => TriggersOf(found.Never, found.Ask));

    private static SuggestionState LevelOf(TriggerSet never, TriggerSet ask, string trigger) =>
        never.Reasons.ContainsKey(trigger) ? SuggestionState.Never : ask.Reasons.ContainsKey(trigger) ? SuggestionState.Ask : SuggestionState.Ok;

    private static Func<string, SuggestionState> KindOf(Ruleset ruleset, Suggestion suggestion) => trigger => ruleset.Classes
        .Where(kind => kind.Id == suggestion.Class)
        .Select(kind => LevelOf(kind.Never, kind.Ask, trigger))
        .FirstOrDefault();

    private static SuggestionState Max(SuggestionState one, SuggestionState other) => one > other ? one : other;

    private static IEnumerable<string> Gone(string verb, IEnumerable<string> was, IEnumerable<string> now) =>
        was.Except(now, StringComparer.Ordinal).Select(id => $"no longer {verb} {id}");
}
