using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>Words that claim an effect stand with a source in the same paragraph.</summary>
internal sealed class ClaimsCheck : IContentCheck
{
    private static readonly HashSet<string> ClaimWords = new(StringComparer.Ordinal)
    {
        "heals", "causes", "drives", "prevents", "cures", "treats", "reverses", "boosts",
    };

    private static readonly HashSet<string> BareWords = new(StringComparer.Ordinal)
    {
        "heal", "cause", "drive", "prevent", "cure", "treat", "reverse", "boost",
    };

    private static readonly HashSet<string> Modals = new(StringComparer.Ordinal) { "can", "may", "will", "could", "might" };

    /// <summary>Before "causes" they make it a noun: "other causes".</summary>
    private static readonly HashSet<string> BeforeNouns = new(StringComparer.Ordinal)
    {
        "the", "other", "many", "common", "some", "these", "those", "possible", "hidden", "different", "several", "main", "rare",
        "usual", "known", "likely", "its", "their", "more", "most", "all", "such", "various", "two", "three", "few", "and",
    };

    /// <summary>Before a claim word they make it a question: "what causes it".</summary>
    private static readonly HashSet<string> BeforeQuestions = new(StringComparer.Ordinal) { "what", "whatever", "anything" };

    public void Check(ContentModel content, ContentProblems problems)
    {
        foreach (var text in content.AllTexts.Where(NeedsSource))
        {
            foreach (var sentence in text.Sentences)
            {
                CheckSentence(text, sentence, problems);
            }
        }
    }

    private static bool NeedsSource(TextBlock text) =>
        text is { IsSourced: false, IsGeneral: false } && text.Box != BoxKind.Myth.Name;

    private static void CheckSentence(TextBlock text, Sentence sentence, ContentProblems problems)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (IsClaim(tokens, i) && !text.IsQuoted(sentence.Start + token.Start) && !Hedges.Denies(sentence, tokens, [token]))
            {
                problems.Error(
                    text.Path,
                    text.LineAt(sentence.Start + token.Start),
                    $"\"{sentence.Text.Substring(token.Start, token.Length)}\" claims an effect without a source; cite one in the same paragraph, like [@s001], say it more carefully, or mark plain explanation with {{general}}");
                return;
            }
        }
    }

    private static bool IsClaim(Token[] tokens, int i)
    {
        var word = tokens[i].Text;
        if (BareWords.Contains(word))
        {
            return i > 0 && Modals.Contains(tokens[i - 1].Text);
        }

        return ClaimWords.Contains(word) && !IsNoun(tokens, i) && !(i > 0 && BeforeQuestions.Contains(tokens[i - 1].Text));
    }

    private static bool IsNoun(Token[] tokens, int i) =>
        tokens[i].Text is "causes" or "drives" or "treats"
        && ((i > 0 && BeforeNouns.Contains(tokens[i - 1].Text)) || (i + 1 < tokens.Length && tokens[i + 1].Text is "of" or "for"));
}
