using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace GutGuide.Web.Publishing;

/// <summary>Strong entity tags (RFC 9110, 8.8.3) and the comparison that If-None-Match asks for.</summary>
public static class EntityTag
{
    /// <summary>A tag of this content, quotes included. It stays when the same content is compressed better: a reader keeps the copy they have.</summary>
    /// <param name="coding">What it is sent in; null for as it is.</param>
    public static string Of(ReadOnlySpan<byte> content, string? coding = null) => $"\"{Fingerprint.Of(content)}{(coding is null ? "" : "-" + coding)}\"";

    /// <summary>Whether an If-None-Match header names the tag: in a list, weakly, or by <c>*</c>.</summary>
    public static bool Matches(StringValues ifNoneMatch, string tag)
    {
        foreach (var line in ifNoneMatch)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var candidate = line.AsSpan()[range].Trim();
                if (candidate is "*" || Opaque(candidate).SequenceEqual(tag))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Opaque(ReadOnlySpan<char> tag) => tag.StartsWith("W/") ? tag[2..] : tag;
}

/// <summary>Names content by its bytes.</summary>
public static class Fingerprint
{
    private const int Bytes = 9;

    /// <summary>Twelve characters that may stand in an address.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Base64Url.EncodeToString(SHA256.HashData(content).AsSpan(0, Bytes));
}
