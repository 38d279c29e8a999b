using GutGuide.Web.Security;
using Microsoft.Extensions.Primitives;

namespace GutGuide.Web.Publishing;

/// <summary>What stands at an address, before it is compressed.</summary>
/// <param name="Address">Path, in lower case, without a trailing slash.</param>
/// <param name="ContentType">With its charset.</param>
/// <param name="Headers">From <see cref="SecurityHeaders"/>.</param>
/// <param name="Compressible">False for pictures and fonts that are compressed already.</param>
public sealed record PublishedContent(
    string Address,
    string ContentType,
    string CacheControl,
    byte[] Bytes,
    IReadOnlyList<KeyValuePair<string, StringValues>> Headers,
    bool Compressible = true);

/// <summary>Finished bytes in every coding, with every header worked out: sending one is a lookup and a copy.</summary>
public sealed class PublishedResource
{
    private static readonly StringValues VaryByCoding = "Accept-Encoding";
    private static readonly StringValues NotCached = "no-cache, no-store";

    private readonly StringValues _contentType;
    private readonly StringValues _cacheControl;
    private readonly IReadOnlyList<KeyValuePair<string, StringValues>> _headers;
    private readonly Representation[] _representations;

    private PublishedResource(PublishedContent content, CompressionEffort effort, Representation[] representations)
    {
        Content = content;
        Effort = effort;
        _contentType = content.ContentType;
        _cacheControl = content.CacheControl;
        _headers = content.Headers;
        _representations = representations;
    }

    public PublishedContent Content { get; }

    public CompressionEffort Effort { get; }

    public string Address => Content.Address;

    /// <summary>Compresses the content, or takes over the bytes of an earlier resource that holds the same.</summary>
    public static PublishedResource Of(PublishedContent content, CompressionEffort effort, PublishedResource? earlier = null)
    {
        if (!content.Compressible)
        {
            return new PublishedResource(content, CompressionEffort.Best, [new Representation(content.Bytes, null, EntityTag.Of(content.Bytes))]);
        }

        if (earlier is not null && earlier.Effort >= effort && earlier.Content.Bytes.AsSpan().SequenceEqual(content.Bytes))
        {
            return new PublishedResource(content, earlier.Effort, earlier._representations);
        }

        return new PublishedResource(content, effort, [
            new Representation(content.Bytes, null, EntityTag.Of(content.Bytes)),
            new Representation(Compression.Gzip(content.Bytes, effort), "gzip", EntityTag.Of(content.Bytes, "gzip")),
            new Representation(Compression.Brotli(content.Bytes, effort), "br", EntityTag.Of(content.Bytes, "br")),
        ]);
    }

    /// <summary>Answers a GET or HEAD with 200, or with 304 where the client holds this very content in the same coding.</summary>
    public Task SendAsync(HttpContext context)
    {
        var representation = Preferred(context.Request);
        var headers = context.Response.Headers;
        headers.ETag = representation.Tag;
        headers.CacheControl = _cacheControl;
        SetCommonHeaders(headers);

        var ifNoneMatch = context.Request.Headers.IfNoneMatch;
        if (ifNoneMatch.Count > 0 && EntityTag.Matches(ifNoneMatch, representation.Tag!))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return WriteAsync(context, representation);
    }

    /// <summary>Sends the bytes as the answer to a request that failed: for any method, never cached.</summary>
    public Task SendFailureAsync(HttpContext context, int statusCode)
    {
        context.Response.StatusCode = statusCode;
        context.Response.Headers.CacheControl = NotCached;
        SetCommonHeaders(context.Response.Headers);
        return WriteAsync(context, Preferred(context.Request));
    }

    /// <summary>The bytes as sent in one coding.</summary>
    public byte[] BytesIn(ContentCoding coding) => _representations[Math.Min((int)coding, _representations.Length - 1)].Bytes;

    private Representation Preferred(HttpRequest request) => _representations.Length == 1
        ? _representations[0]
        : _representations[(int)AcceptEncoding.Preferred(request.Headers.AcceptEncoding)];

    private void SetCommonHeaders(IHeaderDictionary headers)
    {
        if (_representations.Length > 1)
        {
            headers.Vary = VaryByCoding;
        }

        SecurityHeaders.Apply(headers, _headers);
    }

    private Task WriteAsync(HttpContext context, Representation representation)
    {
        var headers = context.Response.Headers;
        headers.ContentType = _contentType;
        headers.ContentLength = representation.Bytes.Length;
        if (representation.Coding.Count > 0)
        {
            headers.ContentEncoding = representation.Coding;
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return Task.CompletedTask;
        }

        var written = context.Response.BodyWriter.WriteAsync(representation.Bytes, context.RequestAborted);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }

    private sealed class Representation(byte[] bytes, string? coding, string tag)
    {
        public byte[] Bytes { get; } = bytes;

        public StringValues Coding { get; } = coding;

        public StringValues Tag { get; } = tag;
    }
}
