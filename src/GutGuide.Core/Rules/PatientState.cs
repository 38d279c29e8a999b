using GutGuide.Core.Conditions;

namespace GutGuide.Core.Rules;

/// <summary>A population, medicine or symptom state (sp-, med-, sx-) that changes what may be suggested. Unsure counts as yes.</summary>
/// <param name="Asks">The question in short; absent when it is only derived.</param>
/// <param name="Floor">The lowest tier a person in this state can get.</param>
/// <param name="Plain">A noun phrase for "You told us: ...".</param>
/// <param name="Changes">What it changes, in a sentence or two.</param>
public sealed record PatientState(
    string Id,
    string? Asks,
    Condition When,
    TriageTier Floor,
    string Plain,
    string Changes,
    IReadOnlyList<string> Sources);
