using System.Globalization;
using GutGuide.Core.Rules;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>No suggestion names more of its item, or a longer time, than its ceiling allows, in whatever unit and in digits or words.</summary>
internal sealed class CeilingsCheck : IContentCheck
{
    private const int DaysOfAWeek = 7;

    public void Check(ContentModel content, ContentProblems problems)
    {
        var ceilings = content.Ruleset.Ceilings.SelectMany(ceiling => ceiling.Suggestions.Select(id => (Id: id, Ceiling: ceiling))).ToLookup(pair => pair.Id, pair => pair.Ceiling, StringComparer.Ordinal);
        foreach (var file in content.Others.Where(file => file.IsSuggestion))
        {
            foreach (var (text, ceiling) in ceilings[file.Name].SelectMany(ceiling => file.Texts.Select(text => (text, ceiling))))
            {
                foreach (var sentence in text.Sentences)
                {
                    Check(text, sentence, ceiling, problems);
                }
            }
        }
    }

    private static void Check(TextBlock text, Sentence sentence, Ceiling ceiling, ContentProblems problems)
    {
        foreach (var amount in Amounts.In(sentence.Text))
        {
            if (FaultOf(amount, ceiling) is { } fault)
            {
                problems.Error(text.Path, text.LineAt(sentence.Start), $"\"{amount.Words}\" is {fault} ({ceiling.Id}: {ceiling.Limit}); write less, or leave the amount out");
            }
        }
    }

    private static string? FaultOf(Amount amount, Ceiling ceiling)
    {
        if (amount.Unit == Amounts.Time)
        {
            return ceiling.Weeks is { } weeks && amount.Number > weeks * DaysOfAWeek ? $"longer than the {weeks} weeks that the ceiling allows" : null;
        }

        var limits = ceiling.Most.Select(most => (Most: most, Unit: Amounts.Canonical(most.Unit))).ToArray();
        var limit = limits.FirstOrDefault(limit => limit.Unit.Unit == amount.Unit);
        return limit.Most is not null
            ? amount.Number > limit.Most.Amount * limit.Unit.Factor ? string.Create(CultureInfo.InvariantCulture, $"more than the {limit.Most.Amount} {limit.Most.Unit} that the ceiling allows") : null
            : amount.Unit == Amounts.Activity && limits.Length > 0 ? "in a unit that the ceiling does not have, so it cannot be compared" : null;
    }
}
