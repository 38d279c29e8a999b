using System.Collections.Frozen;
using GutGuide.Web.Components.Layout;
using GutGuide.Web.Security;
using Microsoft.Extensions.Primitives;

namespace GutGuide.Web.Publishing;

/// <summary>Everything published at one moment. Never changed: a newer one takes its place as a whole.</summary>
public sealed class Publication
{
    private static readonly StringValues AllowedMethods = "GET, HEAD";
    private static readonly StringValues RedirectCacheControl = "public, max-age=300";

    private readonly FrozenDictionary<string, PublishedResource> _resources;
    private readonly FrozenDictionary<string, string> _aliases;
    private readonly FrozenDictionary<string, string> _assets;
    private readonly FrozenDictionary<int, PublishedResource> _failures;

    /// <param name="aliases">Old address to the one that took its place.</param>
    /// <param name="failures">What is sent instead of an answer, by status code; 400 and 500 among them.</param>
    public Publication(
        IEnumerable<PublishedResource> resources,
        IReadOnlyDictionary<string, string> aliases,
        IEnumerable<KeyValuePair<int, PublishedResource>> failures,
        PageAssets assets)
    {
        _resources = resources.ToFrozenDictionary(resource => resource.Address, StringComparer.Ordinal);
        _aliases = aliases.ToFrozenDictionary(StringComparer.Ordinal);
        _assets = _resources.Keys.Where(SiteAssets.IsImmutable).ToFrozenDictionary(SiteAssets.LastingName, StringComparer.Ordinal);
        _failures = failures.ToFrozenDictionary();
        Assets = assets;
    }

    public IReadOnlyCollection<PublishedResource> Resources => _resources.Values;

    public PageAssets Assets { get; }

    public PublishedResource? this[string address] => _resources.GetValueOrDefault(address);

    /// <summary>The page for a status code; for one without a page of its own, that of its hundred.</summary>
    public PublishedResource Failure(int statusCode) => _failures.GetValueOrDefault(statusCode)
        ?? _failures[statusCode < StatusCodes.Status500InternalServerError ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError];

    /// <summary>Answers the request if it is for something published or formerly published; null when it is not.</summary>
    public Task? TryAnswer(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (_resources.TryGetValue(path, out var resource))
        {
            return HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
                ? resource.SendAsync(context)
                : RefuseMethod(context);
        }

        // A page kept from before an update asks for files of that time: those of today are better than none.
        return SiteAssets.IsImmutable(path) && _assets.TryGetValue(SiteAssets.LastingName(path), out var successor)
            ? Redirect(context, successor, StatusCodes.Status302Found)
            : CanonicalAddress(path) is { } address ? Redirect(context, address, StatusCodes.Status301MovedPermanently) : null;
    }

    /// <summary>The same, compressed again; null when <paramref name="goOn"/> says meanwhile that it is not wanted any more.</summary>
    public Publication? Compressed(CompressionEffort effort, Func<bool> goOn)
    {
        var resources = new List<PublishedResource>();
        foreach (var resource in Resources)
        {
            if (!goOn())
            {
                return null;
            }

            resources.Add(Compressed(resource, effort));
        }

        return new Publication(
            resources,
            _aliases,
            _failures.Select(failure => KeyValuePair.Create(failure.Key, Compressed(failure.Value, effort))),
            Assets);
    }

    private static PublishedResource Compressed(PublishedResource resource, CompressionEffort effort) =>
        PublishedResource.Of(resource.Content, effort, resource);

    /// <summary>The published address meant by one with capitals, slashes at its end or an old name; null when there is none.</summary>
    private string? CanonicalAddress(string path)
    {
        var plain = path.TrimEnd('/').ToLowerInvariant();
        plain = plain.Length == 0 ? "/" : plain;
        if (_aliases.TryGetValue(plain, out var address))
        {
            return address;
        }

        return plain != path && _resources.ContainsKey(plain) ? plain : null;
    }

    private static Task Redirect(HttpContext context, string address, int statusCode)
    {
        context.Response.StatusCode = statusCode;
        context.Response.Headers.Location = context.Request.PathBase + address + context.Request.QueryString;
        context.Response.Headers.CacheControl = RedirectCacheControl;
        context.Response.ContentLength = 0;
        SecurityHeaders.Apply(context.Response.Headers, SecurityHeaders.Reading);
        return Task.CompletedTask;
    }

    private static Task RefuseMethod(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = AllowedMethods;
        context.Response.ContentLength = 0;
        SecurityHeaders.Apply(context.Response.Headers, SecurityHeaders.Reading);
        return Task.CompletedTask;
    }
}
