using System.Text.Json.Serialization;

namespace GutGuide.Core.Rules;

/// <summary>What a tier allows of a class.</summary>
public enum TierCap
{
    Ok,
    Ask,
    Hide,
}

/// <summary>Which selection limit a class falls under.</summary>
public enum LimitGroup
{
    None,

    /// <summary>Anything sold as a supplement: two at most.</summary>
    Supplement,

    /// <summary>Cutting food groups or eating times: one at most.</summary>
    Diet,
}

/// <summary>What selection tells apart, in the order in which it offers. Source: safety rule base 1.4.</summary>
public enum SuggestionKind
{
    Habit,

    /// <summary>Anything sold as a supplement.</summary>
    Product,

    Diet,
    Test,
    Talk,
}

/// <summary>Suggestions of one kind and the rules they share. Source: safety rule base 1.2 and 5A.</summary>
/// <param name="Caps">What each tier may show; every tier is present.</param>
public sealed record SuggestionClass(
    string Id,
    string Plain,
    LimitGroup Limit,
    IReadOnlyDictionary<TriageTier, TierCap> Caps,
    TriggerSet Never,
    TriggerSet Ask)
{
    private const string Test = "test";
    private const string Talk = "talk";

    [JsonIgnore]
    public SuggestionKind Kind => Limit switch
    {
        LimitGroup.Supplement => SuggestionKind.Product,
        LimitGroup.Diet => SuggestionKind.Diet,
        _ when Id == Test => SuggestionKind.Test,
        _ when Id == Talk => SuggestionKind.Talk,
        _ => SuggestionKind.Habit,
    };
}

/// <summary>States and flags that withhold something, each with its reason in plain words.</summary>
/// <param name="Reasons">By id of a state or flag.</param>
public sealed record TriggerSet(IReadOnlyDictionary<string, string> Reasons, IReadOnlyList<string> Sources)
{
    public static TriggerSet Empty { get; } = new(new Dictionary<string, string>(), []);
}
