namespace GutGuide.Web.Content.Wording;

/// <summary>Signs that a sentence does not stand behind what it says.</summary>
internal static class Hedges
{
    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal)
    {
        "no", "not", "never", "nobody", "none", "nothing", "neither", "nor", "without", "cannot", "cant", "dont", "doesnt", "isnt",
        "arent", "wasnt", "werent", "hasnt", "havent", "didnt", "wont", "wouldnt", "unproven", "untested", "unknown", "unclear",
        "whether", "fail", "fails", "failed", "false", "wrong", "untrue", "myth", "myths", "against", "few", "doubt", "hardly",
    };

    private static readonly HashSet<string> Reports = new(StringComparer.Ordinal)
    {
        "claim", "claims", "claimed", "line", "story", "stories", "popular", "promise", "promises", "tempting", "idea", "theory",
        "thinking", "belief", "beliefs", "believe", "believes", "supporters", "view", "teaches", "teach", "says", "said", "say",
        "holds", "read", "heard", "hear", "told", "argue", "argues", "sold",
    };

    private static readonly HashSet<string> NamesOfClaims = new(StringComparer.Ordinal)
    {
        "claim", "claims", "line", "story", "myth", "myths", "popular", "promise", "promises",
    };

    /// <summary>It takes back what it says, as in "no study shows that it causes ...", "the claim fails", or a question.</summary>
    /// <param name="said">The words of the claim itself: a "not" among them is part of what is claimed.</param>
    public static bool Denies(Sentence sentence, IReadOnlyList<Token> tokens, IReadOnlyList<Token> said) => Asks(sentence) || TakesBack(tokens, said);

    public static bool Asks(Sentence sentence) => sentence.Text.TrimEnd('"', '\u201D', ')', ' ').EndsWith('?');

    /// <summary>It says "no", "not", "never" and the like.</summary>
    /// <param name="said">As for <see cref="Denies"/>.</param>
    public static bool TakesBack(IReadOnlyList<Token> tokens, IReadOnlyList<Token> said) => tokens.Except(said).Any(token => Denials.Contains(token.Text));

    /// <summary>It tells what others say, as in "the idea is that ...". That alone excuses nothing.</summary>
    public static bool Reported(IReadOnlyList<Token> tokens) => tokens.Any(token => Reports.Contains(token.Text));

    /// <summary>It calls something a claim, a story, a myth.</summary>
    public static bool CallsItAClaim(string text) => Tokens.Of(text).Any(token => NamesOfClaims.Contains(token.Text));
}
