using System.Text;
using GutGuide.Core.Plans;

namespace GutGuide.Core.Proofs;

/// <summary>A decision written out in full and in order, so that two can be compared.</summary>
internal static class DecisionText
{
    public static string Of(Decision decision)
    {
        var text = new StringBuilder();
        text.AppendLine($"{decision.Status} {decision.Tier} {decision.StopCard} {decision.FirstStep} {decision.Ruleset}");
        text.AppendJoin(' ', decision.Missing).AppendLine();
        text.AppendJoin(' ', decision.States).AppendLine();
        text.AppendJoin(' ', decision.Unsettled).AppendLine();
        text.AppendJoin(' ', decision.Scores).AppendLine();
        text.AppendJoin(' ', decision.SuggestionStates).AppendLine();
        foreach (var raised in decision.RedFlags)
        {
            text.AppendLine($"{raised.Flag.Id} {raised.Tier} {string.Join(',', raised.Because)}");
        }

        foreach (var phase in decision.Phases)
        {
            text.AppendLine($"{phase.Phase} {phase.Priority} {phase.Empty} {string.Join(',', phase.Because)}");
            foreach (var shown in phase.Suggestions.Concat(phase.More))
            {
                text.AppendLine($"{shown.Suggestion.Id} {shown.State} {string.Join(',', shown.Because)} {string.Join(',', shown.AskBecause)}");
            }
        }

        text.AppendJoin('|', decision.Weeks.Select(week => string.Join(',', week.Select(suggestion => suggestion.Id)))).AppendLine();
        text.AppendLine($"{decision.IsFirstStepAlone} {decision.IsForStayingWell} {decision.DietsWait} {string.Join(',', decision.KeepGoing.Select(suggestion => suggestion.Id))}");
        foreach (var reading in decision.ReadingOnly)
        {
            text.AppendLine($"{reading.Suggestion.Id} {reading.State} {string.Join(',', reading.AskBecause)}");
        }

        foreach (var held in decision.HeldBack)
        {
            text.AppendLine($"{held.Suggestion.Id} {held.Substitute?.Id} {held.Relevant} {string.Join(',', held.Because)}");
        }

        return text.ToString();
    }
}
