namespace GutGuide.Web.Data;

/// <summary>A published ruleset. Rows of a ruleset never change, and old rulesets stay.</summary>
internal sealed class RulesetRow
{
    /// <summary>SHA-256 of the canonical JSON of everything in it, in hex.</summary>
    public required string Hash { get; set; }

    public required string Name { get; set; }

    public required string Version { get; set; }

    public required long PublishedAtTicks { get; set; }
}

/// <summary>A suggestion as the scoring service reads it.</summary>
internal sealed class SuggestionRow
{
    public required string RulesetHash { get; set; }

    public required string Id { get; set; }

    /// <summary>Its place in the ruleset.</summary>
    public required int Number { get; set; }

    public required string Phase { get; set; }

    public required string Class { get; set; }

    public required string Title { get; set; }

    /// <summary>The whole of it as JSON.</summary>
    public required string Definition { get; set; }
}

/// <summary>Everything else of a ruleset, one row a rule.</summary>
internal sealed class RuleRow
{
    public required string RulesetHash { get; set; }

    /// <summary>questionnaire, fact, state, flag and so on.</summary>
    public required string Kind { get; set; }

    /// <summary>Its place among its kind.</summary>
    public required int Number { get; set; }

    public required string RuleId { get; set; }

    public required string Definition { get; set; }
}

/// <summary>One person's answers, encrypted. Nothing in the row says who they are.</summary>
internal sealed class ConsultationRow
{
    public required Guid Id { get; set; }

    /// <summary>SHA-256 of the code the person may write down; null until they ask for one. The code itself is nowhere.</summary>
    public byte[]? ResumeHash { get; set; }

    public required string RulesetHash { get; set; }

    public required bool IsCompleted { get; set; }

    /// <summary>Answers and what else they said, under Data Protection.</summary>
    public required byte[] Protected { get; set; }

    /// <summary>Counts saves: two writers notice each other.</summary>
    public required int Revision { get; set; }

    public required long StartedAtTicks { get; set; }

    public required long ChangedAtTicks { get; set; }

    public required long ExpiresAtTicks { get; set; }
}

/// <summary>A browser that may open a consultation: the one it began in, and each where its code was typed.</summary>
internal sealed class BrowserRow
{
    /// <summary>SHA-256 of the token in the browser's cookie; the token itself is nowhere.</summary>
    public required byte[] TokenHash { get; set; }

    public required Guid ConsultationId { get; set; }
}

/// <summary>How many did something on one day; no identity.</summary>
internal sealed class DailyCountRow
{
    /// <summary>UTC, 2026-11-22.</summary>
    public required string Day { get; set; }

    /// <summary>started, finished, or left:page.</summary>
    public required string What { get; set; }

    public required int Count { get; set; }
}
