using System.Buffers;
using System.IO.Compression;

namespace GutGuide.Web.Publishing;

/// <summary>How hard to press: quick before a start, best once the site is up.</summary>
public enum CompressionEffort
{
    Quick,
    Best,
}

/// <summary>Whole contents compressed at once.</summary>
public static class Compression
{
    private const int SmallestWindow = 10;
    private const int LargestWindow = 22;

    public static byte[] Brotli(ReadOnlySpan<byte> content, CompressionEffort effort)
    {
        var quality = effort == CompressionEffort.Best ? 11 : 4;
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(content.Length));
        try
        {
            return BrotliEncoder.TryCompress(content, buffer, out var written, quality, WindowFor(content.Length))
                ? buffer[..written]
                : throw new InvalidOperationException($"Brotli could not compress {content.Length} bytes.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static byte[] Gzip(ReadOnlySpan<byte> content, CompressionEffort effort)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, effort == CompressionEffort.Best ? CompressionLevel.SmallestSize : CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }

    // The encoder's memory grows with the window, and a window beyond the content gains nothing.
    private static int WindowFor(int length) =>
        Math.Clamp(int.Log2(Math.Max(length, 1)) + 1, SmallestWindow, LargestWindow);
}
