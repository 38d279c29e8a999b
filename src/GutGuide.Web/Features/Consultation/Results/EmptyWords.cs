using GutGuide.Core.Plans;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Features.Consultation.Results;

/// <summary>Why a step of the plan shows nothing, in words. Each says only what is true of this person.</summary>
internal static class EmptyWords
{
    public static string Of(EmptyReason reason, string phase, ResultView view) => reason switch
    {
        EmptyReason.NothingNeeded => "Your answers don't call for anything here, and there's no need to look for something.",
        EmptyReason.Done => $"You're already doing what we'd suggest{Named(view.Decision.KeepGoing.Where(suggestion => suggestion.Phase == phase))}. Keep going.",
        EmptyReason.HeldBack => "We have ideas for this step, but your answers rule them out. “Held back for you” below says why.",
        EmptyReason.TestsFirst => "This step waits for your visit, because what we'd suggest could hide a sign or spoil a test.",
        EmptyReason.Tried => "You've tried what we'd suggest here, and it didn't help. A dietitian or doctor is a better next stop than another product.",
        EmptyReason.Limit => "You have enough to start with. More ideas for this step can come once those are settled.",
        _ => "We know of nothing here with fair evidence for what you told us, and we'd rather say so than fill the space.",
    };

    private static string Named(IEnumerable<Suggestion> suggestions) =>
        suggestions.Select(suggestion => suggestion.Text.Title).ToArray() is { Length: > 0 } titles ? $": {string.Join("; ", titles)}" : "";
}
