using System.IO.Compression;
using System.Net;
using GutGuide.Web.Components.Layout;
using GutGuide.Web.Content;
using GutGuide.Web.Features.Reading;
using GutGuide.Web.Publishing;
using GutGuide.Web.Tests.Reading;
using Microsoft.AspNetCore.Http;

namespace GutGuide.Web.Tests.Publishing;

public sealed class PublishedPagesTests : IAsyncLifetime
{
    private const string Address = "/learn/stress";

    private static readonly SiteContent Content = TestContent.Site(
        TestContent.Page("home", "Home"),
        TestContent.Article() with { Aliases = ["strain", "/old/Stress"] });

    private PublishedSite _site = null!;

    public async Task InitializeAsync() => _site = await PublishedSite.StartAsync(Content);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_page_is_sent_whole_with_its_exact_length()
    {
        using var answer = await _site.GetAsync(Address);

        var body = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_page_may_be_kept_and_sets_no_cookie()
    {
        using var answer = await _site.GetAsync(Address);

        Assert.Equal("public, max-age=300, stale-while-revalidate=86400", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_compressed_page_unpacks_to_the_plain_one(string coding)
    {
        var plain = await _site.ReadAsync(Address);

        using var answer = await _site.GetAsync(Address, acceptEncoding: coding);

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.Single());
        Assert.Equal(plain, await UnpackAsync(answer));
    }

    [Fact]
    public async Task Each_coding_has_a_strong_tag_of_its_own()
    {
        string?[] codings = [null, "gzip", "br"];

        var tags = await Task.WhenAll(codings.Select(async coding =>
        {
            using var answer = await _site.GetAsync(Address, acceptEncoding: coding);
            return answer.Headers.ETag!;
        }));

        Assert.Equal(3, tags.Distinct().Count());
        Assert.All(tags, tag => Assert.False(tag.IsWeak));
    }

    [Fact]
    public async Task A_page_that_the_client_holds_is_not_sent_again()
    {
        using var first = await _site.GetAsync(Address, acceptEncoding: "br");

        using var second = await _site.GetAsync(Address, acceptEncoding: "br", ifNoneMatch: $"\"other\", W/{first.Headers.ETag}");

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_page_keeps_its_tag_when_it_is_compressed_better(string coding)
    {
        var content = new PublishedContent("/a", "text/html", "public", System.Text.Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 5000))), []);

        var tags = await Task.WhenAll(new[] { CompressionEffort.Quick, CompressionEffort.Best }.Select(async effort =>
        {
            var context = new DefaultHttpContext();
            context.Request.Headers.AcceptEncoding = coding;
            await PublishedResource.Of(content, effort).SendAsync(context);
            return context.Response.Headers.ETag.ToString();
        }));

        Assert.Single(tags.Distinct());
    }

    [Fact]
    public async Task A_page_held_in_another_coding_is_sent()
    {
        using var first = await _site.GetAsync(Address, acceptEncoding: "gzip");

        using var second = await _site.GetAsync(Address, acceptEncoding: "br", ifNoneMatch: first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task Head_gives_the_headers_of_get_and_no_body()
    {
        await _site.Pages.BestCompression;
        using var get = await _site.GetAsync(Address, acceptEncoding: "br");

        using var head = await _site.SendAsync(HttpMethod.Head, Address, acceptEncoding: "br");

        Assert.Equal(get.Headers.ToString(), head.Headers.ToString());
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Any_other_method_is_refused()
    {
        using var answer = await _site.SendAsync(HttpMethod.Post, Address);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/learn/stress/", "/learn/stress")]
    [InlineData("/Learn/Stress", "/learn/stress")]
    [InlineData("/learn/stress/?from=a", "/learn/stress?from=a")]
    [InlineData("/learn/strain", "/learn/stress")]
    [InlineData("/learn/Strain/", "/learn/stress")]
    [InlineData("/old/stress", "/learn/stress")]
    public async Task Another_spelling_leads_to_the_canonical_address(string address, string canonical)
    {
        using var answer = await _site.GetAsync(address);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(canonical, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/learn/nothing")]
    [InlineData("/learn/nothing/")]
    [InlineData("/consultation")]
    [InlineData("//learn/stress")]
    [InlineData("//evil.test/")]
    public async Task What_is_not_published_goes_on_to_the_rest_of_the_site(string address)
    {
        using var answer = await _site.Client.GetAsync(new Uri("http://localhost" + address));

        Assert.Equal(StatusCodes.Status418ImATeapot, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Pages_carry_a_policy_without_script()
    {
        using var answer = await _site.GetAsync(Address);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Better_compression_replaces_the_quick_kind_and_unpacks_to_the_same()
    {
        var plain = await _site.ReadAsync(Address);

        await _site.Pages.BestCompression;

        using var answer = await _site.GetAsync(Address, acceptEncoding: "br");
        Assert.All(_site.Pages.Current!.Resources, resource => Assert.Equal(CompressionEffort.Best, resource.Effort));
        Assert.Equal(plain, await UnpackAsync(answer));
    }

    [Fact]
    public async Task New_content_takes_the_place_of_the_old()
    {
        await _site.Pages.PublishAsync(TestContent.Site(TestContent.Article("sleep", "Sleep")));

        using var old = await _site.GetAsync(Address);
        Assert.Equal(StatusCodes.Status418ImATeapot, (int)old.StatusCode);
        Assert.Contains("<h1>Sleep</h1>", await _site.ReadAsync("/learn/sleep"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_did_not_change_are_not_compressed_again()
    {
        await _site.Pages.BestCompression;
        var before = _site.Pages.Current![Address]!.BytesIn(ContentCoding.Brotli);

        await _site.Pages.PublishAsync(Content);

        Assert.Same(before, _site.Pages.Current![Address]!.BytesIn(ContentCoding.Brotli));
    }

    [Fact]
    public async Task A_page_of_another_part_of_the_site_stays_through_new_content()
    {
        await _site.Pages.AddAsync(ReadingPage.Of<NotFoundPage>(new PageHead("/rules", "The rules", "How each rule was proven.")));

        await _site.Pages.PublishAsync(TestContent.Site());

        Assert.Contains("The rules", await _site.ReadAsync("/rules"), StringComparison.Ordinal);
        Assert.Contains("https://gut.test/rules", await _site.ReadAsync(Sitemap.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_says_that_its_review_is_overdue_once_the_day_has_passed()
    {
        var before = await _site.ReadAsync(Address);
        _site.Clock.SetUtcNow(new DateTimeOffset(TestContent.ReviewBy.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));

        await _site.Pages.PublishAsync(Content);

        Assert.DoesNotContain("due for a new review", before, StringComparison.Ordinal);
        Assert.Contains("due for a new review", await _site.ReadAsync(Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stylesheet_may_be_kept_for_ever_at_an_address_of_its_own()
    {
        var address = _site.Pages.Assets.Stylesheet;

        using var answer = await _site.GetAsync(address);

        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("text/css; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Matches("^/assets/site\\.[a-z0-9_-]+\\.css$", address);
    }

    [Fact]
    public async Task A_stylesheet_finds_its_font()
    {
        var stylesheet = await _site.ReadAsync(_site.Pages.Assets.Stylesheet);

        var font = _site.Pages.Assets.Font;
        Assert.Contains($"url(\"{Path.GetFileName(font)}\")", stylesheet, StringComparison.Ordinal);
        Assert.Equal("font", await _site.ReadAsync(font));
    }

    [Fact]
    public async Task A_stylesheet_of_an_earlier_version_leads_to_the_present_one()
    {
        using var answer = await _site.GetAsync("/assets/site.0123456789ab.css");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(_site.Pages.Assets.Stylesheet, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_changed_stylesheet_gets_another_address()
    {
        var before = _site.Pages.Assets.Stylesheet;
        _site.WebRoot.Files["css/site.css"] += " p { margin: 0 }";

        await _site.Pages.PublishAsync(Content);

        Assert.NotEqual(before, _site.Pages.Assets.Stylesheet);
    }

    [Fact]
    public async Task The_page_for_unknown_addresses_is_a_404_that_nobody_keeps()
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;

        await _site.Pages.NotFoundAsync(context);

        Assert.Equal(StatusCodes.Status404NotFound, context.Response.StatusCode);
        Assert.Equal("no-cache, no-store", context.Response.Headers.CacheControl);
        Assert.Equal(0, context.Response.Headers.ETag.Count);
        Assert.Equal(context.Response.ContentLength, body.Length);
    }

    [Fact]
    public async Task A_search_engine_is_told_which_pages_there_are()
    {
        var robots = await _site.ReadAsync("/robots.txt");
        var sitemap = await _site.ReadAsync("/sitemap.xml");

        Assert.Contains("Sitemap: https://gut.test/sitemap.xml", robots, StringComparison.Ordinal);
        Assert.Contains("<loc>https://gut.test/</loc>", sitemap, StringComparison.Ordinal);
        Assert.Contains("<loc>https://gut.test/learn/stress</loc>\n    <lastmod>2026-03-01</lastmod>", sitemap, StringComparison.Ordinal);
    }

    private static async Task<string> UnpackAsync(HttpResponseMessage answer)
    {
        await using var packed = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = answer.Content.Headers.ContentEncoding.Single() == "br"
            ? new BrotliStream(packed, CompressionMode.Decompress)
            : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }
}
