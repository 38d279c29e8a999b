using GutGuide.Core.Explanations;

namespace GutGuide.Web.Features.Editing.Desk.Reviews;

/// <summary>What leads to one thing, and what it leads to.</summary>
/// <param name="Kind">What it is, in words.</param>
/// <param name="Path">The file, or the file that it stands in.</param>
/// <param name="Counts">Of the sample, in words: how many reach it.</param>
/// <param name="Rule">When it holds; null for what has no rule.</param>
/// <param name="Example">A smallest person who reaches it, answer by answer; null when none was found or none is needed.</param>
/// <param name="Outcome">What that person is told and shown.</param>
public sealed record Review(
    string Kind,
    string Id,
    string Title,
    string? Path,
    string? Address,
    IReadOnlyList<string> Counts,
    string? RuleWords,
    RuleText? Rule,
    IReadOnlyList<string>? Example,
    string? Outcome,
    IReadOnlyList<ReviewList> Lists);

/// <param name="Entries">A list without any is left out.</param>
public sealed record ReviewList(string Heading, IReadOnlyList<ReviewLink> Entries);

/// <param name="Address">Null for what has no page.</param>
/// <param name="Note">What is added to the words; empty for nothing.</param>
public sealed record ReviewLink(string Words, string? Address, string Note = "");
