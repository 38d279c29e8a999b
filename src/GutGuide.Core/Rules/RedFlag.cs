using GutGuide.Core.Conditions;

namespace GutGuide.Core.Rules;

/// <summary>Which screen an emergency or urgent flag needs first.</summary>
public enum FlagKind
{
    Medical,

    /// <summary>The crisis line stands above the emergency number.</summary>
    Crisis,

    /// <summary>The poison line stands beside the emergency number.</summary>
    Poison,
}

/// <summary>An answer, or a few together, that alone raise the tier.</summary>
/// <param name="Asks">The question in short; absent when it is only derived.</param>
/// <param name="When">Read twice: unsure as no, then unsure as yes. A flag that only the second reading raises counts one tier lower, never below routine.</param>
/// <param name="Plain">Names the feature, never a cause; fits after "because of".</param>
/// <param name="Group">Body area of an emergency flag.</param>
public sealed record RedFlag(
    string Id,
    TriageTier Tier,
    string? Asks,
    Condition When,
    string Plain,
    string? Group,
    FlagKind Kind,
    IReadOnlyList<string> Sources);
