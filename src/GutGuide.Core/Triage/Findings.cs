using GutGuide.Core.Rules;

namespace GutGuide.Core.Triage;

/// <summary>A flag that is up, at the tier it counts for, with the answers that raised it.</summary>
/// <param name="Because">LinkIds in questionnaire order.</param>
public sealed record RaisedFlag(RedFlag Flag, TriageTier Tier, IReadOnlyList<string> Because);

/// <summary>What the answers mean before any suggestion is looked at.</summary>
public sealed class Findings
{
    private readonly TriageScorer _scorer;
    private readonly List<(int Flag, TriageTier Tier)> _raised;
    private readonly List<int> _live;
    private readonly List<int> _missing;

    internal Findings(
        TriageScorer scorer,
        Circumstances now,
        List<(int Flag, TriageTier Tier)> raised,
        List<int> live,
        List<int> missing,
        TriageTier? tier,
        string? stopCard)
    {
        _scorer = scorer;
        Now = now;
        _raised = raised;
        _live = live;
        _missing = missing;
        Tier = tier;
        StopCard = stopCard;
    }

    internal Circumstances Now { get; }

    /// <summary>Null while a required answer is missing: there is no result from missing data.</summary>
    public TriageTier? Tier { get; }

    /// <summary>The care card that stands instead of a plan, when an answer ended the questions early.</summary>
    public string? StopCard { get; }

    /// <summary>Required, enabled, unanswered: linkIds in questionnaire order.</summary>
    public IReadOnlyList<string> Missing => LinkIds(_missing);

    /// <summary>Answered and enabled: linkIds in questionnaire order. Nothing else counts.</summary>
    public IReadOnlyList<string> Live => LinkIds(_live);

    /// <summary>Flags that are up, in the ruleset's order.</summary>
    public IReadOnlyList<RaisedFlag> Flags() => _raised.ConvertAll(raised => new RaisedFlag(
        _scorer.Index.Ruleset.Flags[raised.Flag],
        raised.Tier,
        LinkIds(ItemsBehindFlag(raised.Flag))));

    /// <summary>States that are set, in the ruleset's order.</summary>
    public IEnumerable<PatientState> States() => _scorer.Index.Ruleset.States.Where((_, number) => Now.States[number]);

    /// <summary>
    /// Whether a state is set by doubt alone: by "not sure", or by a question that was not asked. Nobody is told that they said it.
    /// </summary>
    public bool IsInDoubt(string state)
    {
        var number = _scorer.Index.Ruleset.States.Index().First(known => known.Item.Id == state).Index;
        var said = Array.ConvertAll(Now.Certainties, certainty => certainty == Certainty.Unsure ? Certainty.No : certainty);
        var kept = (Certainty[])Now.Certainties.Clone();
        said.CopyTo(Now.Certainties, 0);
        Now.UnsureCounts = false;
        var isSaid = _scorer.Index.States[number].Holds(Now);
        kept.CopyTo(Now.Certainties, 0);
        return Now.States[number] && !isSaid;
    }

    /// <summary>Sums by section id.</summary>
    public IReadOnlyDictionary<string, int> Sums() =>
        _scorer.Index.Ruleset.Scoring.Sections.Select((section, number) => (section.Id, Now.Sums[number])).ToDictionary(StringComparer.Ordinal);

    /// <summary>Whether a flag counts as an emergency, whatever else is still missing.</summary>
    internal bool HasEmergency => IsEmergency(_raised);

    internal static bool IsEmergency(List<(int Flag, TriageTier Tier)> raised) => raised.Exists(flag => flag.Tier == TriageTier.Emergency);

    internal IReadOnlyList<string> LinkIds(IEnumerable<int> items) =>
        [.. items.Select(item => _scorer.Index.Items[item].Definition.LinkId)];

    private SortedSet<int> ItemsBehindFlag(int flag)
    {
        Now.UnsureCounts = true;
        return ItemsBehind.Of(_scorer.Index, _scorer.Index.Flags[flag], Now);
    }
}
