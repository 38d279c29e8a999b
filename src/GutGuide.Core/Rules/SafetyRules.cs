using GutGuide.Core.Conditions;

namespace GutGuide.Core.Rules;

/// <summary>A rule checked after everything else; it may only make a suggestion stricter. Source: safety rule base 5C.</summary>
/// <param name="When">Absent on a rule about words, which is kept by tests on rendered pages.</param>
/// <param name="Never">Suggestions ruled out.</param>
/// <param name="NeverClasses">Classes ruled out whole.</param>
/// <param name="Show">Suggestions that must then be offered.</param>
public sealed record HardRule(
    string Id,
    string Plain,
    Condition? When,
    IReadOnlyList<string> Never,
    IReadOnlyList<string> NeverClasses,
    IReadOnlyList<string> Show,
    IReadOnlyList<string> Sources);

/// <summary>Suggestions that must not be shown together. Source: safety rule base 5D.</summary>
/// <param name="Of">At most one of these.</param>
/// <param name="Pairs">Or only these pairs clash.</param>
public sealed record ConflictGroup(
    string Id,
    IReadOnlyList<string> Of,
    IReadOnlyList<IReadOnlyList<string>> Pairs,
    string Why,
    IReadOnlyList<string> Sources)
{
    /// <summary>The group speaks of one start date: two of it may stand in a plan, but never begin in the same week.</summary>
    public bool SameStart { get; init; }

    public bool Forbids(string one, string other) =>
        one != other
        && ((Of.Contains(one) && Of.Contains(other)) || Pairs.Any(pair => pair.Contains(one) && pair.Contains(other)));
}

/// <summary>The most the site may ever print of an item. Source: safety rule base 5E.</summary>
/// <param name="Suggestions">Suggestions whose texts it binds.</param>
/// <param name="Limit">The ceiling in words.</param>
/// <param name="Published">The published upper limit in words.</param>
/// <param name="Most">The ceiling as amounts, one for each unit that a text may use.</param>
/// <param name="Weeks">The longest time that a text may name.</param>
public sealed record Ceiling(
    string Id,
    string Item,
    IReadOnlyList<string> Suggestions,
    string Limit,
    string Published,
    IReadOnlyList<CeilingAmount> Most,
    int? Weeks,
    string Note,
    IReadOnlyList<string> Sources);

/// <param name="Unit">Such as mg, micrograms or IU.</param>
/// <param name="Per">Such as day.</param>
public sealed record CeilingAmount(double Amount, string Unit, string? Per);

/// <summary>Something the site explains at most, and offers to nobody. Source: safety rule base 5F.</summary>
/// <param name="Names">Words that no plan may carry as advice.</param>
public sealed record NeverSuggested(string Id, string Item, string Why, IReadOnlyList<string> Names, IReadOnlyList<string> Sources);
