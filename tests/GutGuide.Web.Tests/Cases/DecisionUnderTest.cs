using System.Globalization;
using System.Text;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Tests.Cases;

/// <summary>One answer set and its decision, in the notation of the safety rule base, section 6.</summary>
internal sealed class DecisionUnderTest
{
    public DecisionUnderTest(Answers answers, Decision decision)
    {
        Answers = answers;
        Decision = decision;
        Flags = decision.RedFlags.ToDictionary(raised => raised.Flag.Id, raised => raised.Tier, StringComparer.Ordinal);
        States = decision.States.ToHashSet(StringComparer.Ordinal);
        Shown = decision.Shown.ToDictionary(planned => planned.Suggestion.Id, planned => planned.State, StringComparer.Ordinal);
        Ok = Shown.Where(shown => shown.Value == SuggestionState.Ok).Select(shown => shown.Key).ToHashSet(StringComparer.Ordinal);
    }

    public Answers Answers { get; }

    public Decision Decision { get; }

    public bool IsComplete => Decision.Status == DecisionStatus.Complete;

    /// <summary>tier(a). Only of a complete decision.</summary>
    public TriageTier Tier => Decision.Tier!.Value;

    /// <summary>F(a), with the tier each flag counts for.</summary>
    public IReadOnlyDictionary<string, TriageTier> Flags { get; }

    /// <summary>P(a).</summary>
    public IReadOnlySet<string> States { get; }

    /// <summary>Shown(a).</summary>
    public IReadOnlyDictionary<string, SuggestionState> Shown { get; }

    /// <summary>Ok(a).</summary>
    public IReadOnlySet<string> Ok { get; }

    public double? Age => Answers["who"]!.Has("minor") || Answers["who"]!.Has("child") ? 17 : Answers["age"]?.Number;

    /// <summary>Whether the celiac test was never done, or cannot be relied on.</summary>
    public bool IsCeliacUntested => CeliacIs("never", "never-less", "neg-unsure", "unsure");

    public bool CeliacIs(params string[] codes) => codes.Any(code => Answers["celiac"]?.Has(code) ?? false);

    /// <summary>Whether any of the ids is in P(a) or F(a).</summary>
    public bool HasAny(IReadOnlySet<string> ids) => States.Overlaps(ids) || Flags.Keys.Any(ids.Contains);

    public bool ShowsClass(IReadOnlySet<string> classes) => Shown.Keys.Any(id => classes.Contains(SafetyTables.Classes[id]));

    public bool OffersClass(IReadOnlySet<string> classes) => Ok.Any(id => classes.Contains(SafetyTables.Classes[id]));

    /// <summary>The decision written out: equal texts, equal decisions.</summary>
    public string WrittenOut()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Decision.Status} {Decision.Tier} {Decision.StopCard} {Decision.FirstStep} {Decision.Ruleset}");
        text.AppendJoin(' ', Decision.Missing).AppendLine();
        text.AppendJoin(' ', Decision.RedFlags.Select(raised => $"{raised.Flag.Id}:{raised.Tier}:{string.Join(',', raised.Because)}")).AppendLine();
        text.AppendJoin(' ', Decision.States).AppendLine();
        text.AppendJoin(' ', Decision.Scores).AppendLine();
        text.AppendJoin(' ', Decision.SuggestionStates).AppendLine();
        foreach (var phase in Decision.Phases)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{phase.Phase} {phase.Priority} {string.Join(';', phase.Because)}");
            text.AppendJoin(' ', phase.Suggestions.Select(planned =>
                $"{planned.Suggestion.Id}:{planned.State}:{string.Join(',', planned.Because)}:{string.Join(';', planned.AskBecause)}")).AppendLine();
        }

        text.AppendJoin(' ', Decision.HeldBack.Select(held => $"{held.Suggestion.Id}:{held.Relevant}:{held.Substitute?.Id}:{string.Join(';', held.Because)}")).AppendLine();
        text.AppendJoin(' ', Decision.Unsettled);
        return text.ToString();
    }

    public override string ToString() => string.Join("; ", Answers.All.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} = {pair.Value}"));
}
