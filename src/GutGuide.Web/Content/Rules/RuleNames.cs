using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Content.Rules;

/// <summary>Every name that a ruleset defines, and where a name that is none is reported.</summary>
internal sealed class RuleNames
{
    private static readonly string[] Certainties = ["yes", "no", "unsure"];

    private readonly IReadOnlyDictionary<string, (string Path, int Line)> _places;
    private readonly ContentProblems _problems;

    public RuleNames(Ruleset ruleset, IReadOnlyDictionary<string, (string Path, int Line)> places, RulePlaces things, ContentProblems problems)
    {
        Ruleset = ruleset;
        Things = things;
        _places = places;
        _problems = problems;
        Facts = ruleset.Facts.DistinctBy(fact => fact.Id).ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        Items = ruleset.Questionnaire.Items.DistinctBy(item => item.LinkId).ToDictionary(item => item.LinkId, StringComparer.Ordinal);
        States = [.. ruleset.States.Select(state => state.Id)];
        Flags = [.. ruleset.Flags.Select(flag => flag.Id)];
        OwnFacts = [.. States, .. Flags];
        Sections = [.. ruleset.Scoring.Sections.Select(section => section.Id)];
        Suggestions = [.. ruleset.Suggestions.Select(suggestion => suggestion.Id)];
        Classes = [.. ruleset.Classes.Select(suggestionClass => suggestionClass.Id)];
    }

    public Ruleset Ruleset { get; }

    public RulePlaces Things { get; }

    public Dictionary<string, FactDefinition> Facts { get; }

    public Dictionary<string, QuestionnaireItem> Items { get; }

    public HashSet<string> States { get; }

    public HashSet<string> Flags { get; }

    /// <summary>States and flags: each has a fact of its own name.</summary>
    public HashSet<string> OwnFacts { get; }

    public HashSet<string> Sections { get; }

    public HashSet<string> Suggestions { get; }

    public HashSet<string> Classes { get; }

    public IEnumerable<string> FactNames => Facts.Keys.Concat(OwnFacts);

    public IEnumerable<string> Triggers => States.Concat(Flags);

    public bool HasFact(string id) => Facts.ContainsKey(id) || OwnFacts.Contains(id);

    /// <summary>Null for facts that are numbers.</summary>
    public string[]? ValuesOf(string fact) => Facts.TryGetValue(fact, out var definition)
        ? definition.Kind switch
        {
            FactKind.Code => [.. definition.Values.Keys],
            FactKind.Problem or FactKind.Presence or FactKind.Held or FactKind.Reassurance => Certainties,
            _ => null,
        }
        : Certainties;

    public void Unknown(string id, string what, string name, IEnumerable<string> names) => Unknown(PlaceOf(id), what, name, names);

    public void Unknown((string Path, int Line) place, string what, string name, IEnumerable<string> names)
    {
        if (!MayStandUnread(what, name))
        {
            Error(place, $"there is no {what} named \"{name}\"{NearestName.Hint(name, names)}");
        }
    }

    public void Error(string id, string message) => Error(PlaceOf(id), message);

    public void Error((string Path, int Line) place, string message) => _problems.Error(place.Path, place.Line, message);

    /// <summary>What a file that could not be read may hold is missing because of that file, which has been reported.</summary>
    private bool MayStandUnread(string what, string name)
    {
        string[] files = what.Split(' ') switch
        {
            ["fact", ..] or ["value", ..] => ["facts", "states", "red-flags"],
            ["question", ..] or ["answer", ..] => ["questionnaire"],
            ["section", ..] => ["scoring"],
            ["class", ..] => ["classes"],
            ["state"] => ["states"],
            ["red", ..] => ["red-flags"],
            ["state", ..] => ["states", "red-flags"],
            _ => [],
        };
        return files.Any(file => _problems.IsUnread($"consultation/{file}.yaml"))
            || (what.StartsWith("suggestion", StringComparison.Ordinal) && _problems.IsUnread("suggestions", name));
    }

    public (string Path, int Line) PlaceOf(string id) => _places.GetValueOrDefault(id, ("content/consultation", 0));
}
