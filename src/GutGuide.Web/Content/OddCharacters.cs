using System.Globalization;
using System.Text;

namespace GutGuide.Web.Content;

/// <summary>
/// Characters that nobody sees or that cannot be published. They hide a word from the checks and from search, turn a line
/// around, or stop the writing of the feed, so no content file holds one.
/// </summary>
internal static class OddCharacters
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [0x00AD] = "soft hyphen",
        [0x034F] = "invisible joiner",
        [0x061C] = "mark of writing direction",
        [0x200B] = "zero-width space",
        [0x200C] = "zero-width non-joiner",
        [0x200D] = "zero-width joiner",
        [0x200E] = "mark of writing direction",
        [0x200F] = "mark of writing direction",
        [0x2028] = "line separator",
        [0x2029] = "paragraph separator",
        [0x2060] = "word joiner",
        [0x3164] = "invisible filler",
        [0xFEFF] = "byte order mark",
        [0xFFFD] = "sign for a character that was lost",
    };

    /// <summary>Each odd character with its place, in order.</summary>
    public static IEnumerable<(int Index, Rune Character)> In(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            // What is no character at all reads as U+FFFD.
            if (status != System.Buffers.OperationStatus.Done || IsOdd(rune))
            {
                yield return (i, rune);
            }

            i += Math.Max(length, 1);
        }
    }

    public static string Name(Rune character)
    {
        var code = character.Value;
        var name = Names.TryGetValue(code, out var known) ? known
            : code is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) ? "mark of writing direction"
            : Rune.GetUnicodeCategory(character) switch
            {
                UnicodeCategory.Control => "invisible control character",
                UnicodeCategory.PrivateUse => "character without a meaning of its own",
                UnicodeCategory.OtherNotAssigned => "code that is no character",
                _ => "invisible character",
            };
        return $"{name} U+{code:X4}";
    }

    /// <summary>The text as a reader sees it.</summary>
    public static string Without(string text)
    {
        var seen = new StringBuilder(text.Length);
        var start = 0;
        foreach (var (index, character) in In(text))
        {
            seen.Append(text, start, index - start);
            start = index + Math.Min(character.Utf16SequenceLength, text.Length - index);
        }

        return start == 0 ? text : seen.Append(text, start, text.Length - start).ToString();
    }

    private static bool IsOdd(Rune rune) => rune.Value is not ('\n' or '\t') && (Names.ContainsKey(rune.Value) || rune.Value is 0x115F or 0x1160 or 0xFFA0
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
