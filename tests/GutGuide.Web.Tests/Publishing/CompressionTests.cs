using System.IO.Compression;
using CsCheck;
using GutGuide.Web.Publishing;

namespace GutGuide.Web.Tests.Publishing;

public class CompressionTests
{
    private static readonly Gen<CompressionEffort> Effort = Gen.Enum<CompressionEffort>();

    [Fact]
    public void Brotli_gives_back_what_went_in() => Gen.Select(Gen.Byte.Array[0, 5000], Effort).Sample((content, effort) =>
    {
        using var stream = new BrotliStream(new MemoryStream(Compression.Brotli(content, effort)), CompressionMode.Decompress);

        return ReadAll(stream).AsSpan().SequenceEqual(content);
    });

    [Fact]
    public void Gzip_gives_back_what_went_in() => Gen.Select(Gen.Byte.Array[0, 5000], Effort).Sample((content, effort) =>
    {
        using var stream = new GZipStream(new MemoryStream(Compression.Gzip(content, effort)), CompressionMode.Decompress);

        return ReadAll(stream).AsSpan().SequenceEqual(content);
    });

    private static byte[] ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
