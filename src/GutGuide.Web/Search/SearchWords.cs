using System.Globalization;
using System.Text;

namespace GutGuide.Web.Search;

/// <summary>
/// The words of what somebody typed. Only letters and digits are left of it, so that nothing in it can act as search syntax.
/// </summary>
internal static class SearchWords
{
    /// <summary>What is typed beyond this is not looked at.</summary>
    public const int MostCharacters = 200;

    private const int MostWords = 10;

    /// <summary>Words that stand on every page, and tell none from another.</summary>
    private static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal)
    {
        "a", "am", "an", "and", "are", "as", "at", "be", "can", "do", "does", "for", "from", "have", "how", "i", "if", "im", "in", "is", "it", "ive", "m", "me", "my",
        "of", "on", "or", "s", "should", "so", "t", "that", "the", "there", "this", "to", "too", "ve", "very", "was", "what", "when", "which", "why", "will", "with", "you", "your",
    };

    /// <summary>The small letters of the languages written in Latin script; the framework's own table needs a library of its own.</summary>
    private const string Accented = "àáâãäåāăąçćĉċčďèéêëēĕėęěĝğġģĥìíîïĩīĭįĵķĺļľñńņňòóôõöōŏőŕŗřśŝşšţťùúûüũūŭůűųŵýÿŷźżžșț";

    private const string Bare = "aaaaaaaaacccccdeeeeeeeeegggghiiiiiiiijklllnnnnoooooooorrrssssttuuuuuuuuuuwyyyzzzst";

    /// <summary>Small letters, without accents, in the order typed and each once. Empty when nothing can be looked for.</summary>
    public static IReadOnlyList<string> Of(string? typed)
    {
        var all = Plain(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MostWords).ToArray();
        var telling = all.Where(word => !Everywhere.Contains(word)).ToArray();
        return telling.Length > 0 ? telling : all;
    }

    private static string Plain(string typed)
    {
        var plain = new StringBuilder();
        foreach (var character in typed.AsSpan(0, Math.Min(typed.Length, MostCharacters)))
        {
            if (!IsAccent(character))
            {
                plain.Append(char.IsLetterOrDigit(character) ? WithoutAccent(char.ToLowerInvariant(character)) : ' ');
            }
        }

        return plain.ToString();
    }

    private static char WithoutAccent(char letter)
    {
        var place = Accented.IndexOf(letter, StringComparison.Ordinal);
        return place < 0 ? letter : Bare[place];
    }

    private static bool IsAccent(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
