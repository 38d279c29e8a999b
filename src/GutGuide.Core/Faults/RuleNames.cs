using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Faults;

/// <summary>Every name that a ruleset defines.</summary>
internal sealed class RuleNames
{
    private static readonly string[] Certainties = ["yes", "no", "unsure"];

    public RuleNames(Ruleset ruleset)
    {
        Ruleset = ruleset;
        Facts = ruleset.Facts.DistinctBy(fact => fact.Id).ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        Items = ruleset.Questionnaire.Items.DistinctBy(item => item.LinkId).ToDictionary(item => item.LinkId, StringComparer.Ordinal);
        States = [.. ruleset.States.Select(state => state.Id)];
        Flags = [.. ruleset.Flags.Select(flag => flag.Id)];
        Triggers = [.. States, .. Flags];
        FactNames = [.. Facts.Keys, .. Triggers];
        Sections = [.. ruleset.Scoring.Sections.Select(section => section.Id)];
        Suggestions = [.. ruleset.Suggestions.Select(suggestion => suggestion.Id)];
        Classes = [.. ruleset.Classes.Select(suggestionClass => suggestionClass.Id)];
    }

    public Ruleset Ruleset { get; }

    public Dictionary<string, FactDefinition> Facts { get; }

    public Dictionary<string, QuestionnaireItem> Items { get; }

    public HashSet<string> States { get; }

    public HashSet<string> Flags { get; }

    /// <summary>States and flags: each has a fact of its own name.</summary>
    public HashSet<string> Triggers { get; }

    public HashSet<string> FactNames { get; }

    public HashSet<string> Sections { get; }

    public HashSet<string> Suggestions { get; }

    public HashSet<string> Classes { get; }

    /// <summary>Null for facts that are numbers.</summary>
    public IReadOnlyCollection<string>? ValuesOf(string fact) => Facts.TryGetValue(fact, out var definition)
        ? definition.Kind switch
        {
            FactKind.Code => [.. definition.Values.Keys],
            FactKind.Problem or FactKind.Presence or FactKind.Held or FactKind.Reassurance => Certainties,
            _ => null,
        }
        : Certainties;
}
