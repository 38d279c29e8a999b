namespace GutGuide.Core.Faults;

/// <summary>Something in a ruleset that leads nowhere, contradicts itself or is missing.</summary>
/// <param name="Claim">What it breaks.</param>
/// <param name="Thing">What to look at: a rule, page, item, option, setting, comparison or the scoring, as it stands in the ruleset.</param>
/// <param name="Rule">Id of the rule, page or question that it belongs to.</param>
/// <param name="Message">What was found, and what to write instead.</param>
public sealed record RuleFault(FaultClaim Claim, object Thing, string Rule, string Message)
{
    /// <summary>What the thing is a part of, or was made from.</summary>
    public object? Within { get; init; }

    /// <summary>The name that leads nowhere; null where the fault is another.</summary>
    public UnknownName? Unknown { get; init; }
}

/// <param name="Candidates">What it might have meant.</param>
public sealed record UnknownName(NameKind Kind, string Name, IReadOnlyCollection<string> Candidates);

/// <summary>What a fault breaks.</summary>
public enum FaultClaim
{
    /// <summary>Every name leads somewhere, and every order holds.</summary>
    Names,

    /// <summary>Every comparison suits what it reads.</summary>
    Readings,

    /// <summary>Nothing lacks what it must have, or stands twice. A reader of files has mostly said so already, with the line.</summary>
    Completeness,

    /// <summary>What editors must keep to beyond what the engine needs.</summary>
    Editing,
}

/// <summary>What a name is a name of.</summary>
public enum NameKind
{
    Fact,
    Question,
    Section,
    Class,
    State,
    Flag,

    /// <summary>A state or a red flag.</summary>
    Trigger,
    Suggestion,
    Phase,
}
