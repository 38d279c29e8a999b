namespace GutGuide.Web.Content.Wording;

/// <summary>Whether a sentence takes back what it says: "no study shows that it causes ...", "the claim fails", a question.</summary>
internal static class Hedges
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "no", "not", "never", "nobody", "none", "nothing", "neither", "nor", "without", "cannot", "cant", "dont", "doesnt", "isnt",
        "arent", "wasnt", "werent", "hasnt", "havent", "didnt", "wont", "wouldnt", "unproven", "untested", "unknown", "unclear",
        "whether", "fail", "fails", "failed", "false", "wrong", "untrue", "myth", "myths", "against", "few", "doubt", "hardly",
    };

    /// <param name="said">The words of the claim itself: a "not" among them is part of what is claimed.</param>
    public static bool Qualify(Sentence sentence, IReadOnlyList<Token> tokens, IReadOnlyList<Token> said) =>
        sentence.Text.TrimEnd('"', '\u201D', ')', ' ').EndsWith('?') || tokens.Except(said).Any(token => Words.Contains(token.Text));
}
