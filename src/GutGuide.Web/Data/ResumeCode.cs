using System.Security.Cryptography;

namespace GutGuide.Web.Data;

/// <summary>
/// The code a person writes down to go on elsewhere: sixteen of Crockford's thirty-two signs, which leave out letters that
/// look alike. Eighty random bits cannot be guessed.
/// </summary>
public static class ResumeCode
{
    public const int Length = 16;

    private const int GroupLength = 4;
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Signs, Length);

    /// <summary>As it is shown: in groups, with hyphens between them.</summary>
    public static string InGroups(string code) => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>Reads a code as people type it: in small letters, with or without gaps, with O for 0 and I or L for 1.</summary>
    /// <returns>Null when it cannot be a code.</returns>
    public static string? Read(string? typed)
    {
        var code = new string([.. (typed ?? "").Where(sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '.' or '–' or '—')).Select(Plain)]);
        return code.Length == Length && code.All(Signs.Contains) ? code : null;
    }

    private static char Plain(char sign) => char.ToUpperInvariant(sign) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var other => other,
    };
}
