using GutGuide.Web.Publishing;
using Microsoft.Extensions.Primitives;

namespace GutGuide.Web.Tests.Publishing;

public class AcceptEncodingTests
{
    [Theory]
    [InlineData("", ContentCoding.Identity)]
    [InlineData("br", ContentCoding.Brotli)]
    [InlineData("gzip", ContentCoding.Gzip)]
    [InlineData("x-gzip", ContentCoding.Gzip)]
    [InlineData("GZIP", ContentCoding.Gzip)]
    [InlineData("gzip, deflate, br, zstd", ContentCoding.Brotli)]
    [InlineData("deflate, zstd", ContentCoding.Identity)]
    [InlineData("*", ContentCoding.Brotli)]
    public void The_smallest_coding_that_a_client_names_is_preferred(string header, ContentCoding expected)
    {
        var preferred = AcceptEncoding.Preferred(header);

        Assert.Equal(expected, preferred);
    }

    [Theory]
    [InlineData("br;q=0.5, gzip", ContentCoding.Gzip)]
    [InlineData("br;q=0.5, gzip;q=0.5", ContentCoding.Brotli)]
    [InlineData("br;q=0.501, gzip;q=0.502", ContentCoding.Gzip)]
    [InlineData("br ; q = 0.9 , gzip ; Q=1.0", ContentCoding.Gzip)]
    [InlineData("identity, br;q=0.5", ContentCoding.Identity)]
    [InlineData("br;q=0.001", ContentCoding.Brotli)]
    [InlineData("*;q=0.5, br;q=0.1", ContentCoding.Gzip)]
    public void A_higher_weight_wins(string header, ContentCoding expected)
    {
        var preferred = AcceptEncoding.Preferred(header);

        Assert.Equal(expected, preferred);
    }

    [Theory]
    [InlineData("br;q=0, gzip", ContentCoding.Gzip)]
    [InlineData("br;q=0.000, gzip;q=0", ContentCoding.Identity)]
    [InlineData("*, br;q=0", ContentCoding.Gzip)]
    [InlineData("*;q=0", ContentCoding.Identity)]
    [InlineData("identity;q=0", ContentCoding.Identity)]
    public void A_weight_of_zero_refuses(string header, ContentCoding expected)
    {
        var preferred = AcceptEncoding.Preferred(header);

        Assert.Equal(expected, preferred);
    }

    [Theory]
    [InlineData("br;q=")]
    [InlineData("br;q=abc")]
    [InlineData("br;q=2")]
    [InlineData("br;q=0.1234")]
    [InlineData("br;level=9")]
    [InlineData("br;")]
    [InlineData(";;,,=")]
    public void What_cannot_be_read_gets_plain_bytes(string header)
    {
        var preferred = AcceptEncoding.Preferred(header);

        Assert.Equal(ContentCoding.Identity, preferred);
    }

    [Fact]
    public void Several_headers_count_as_one_list()
    {
        var preferred = AcceptEncoding.Preferred(new StringValues(["gzip", "br"]));

        Assert.Equal(ContentCoding.Brotli, preferred);
    }

    [Fact]
    public void No_header_means_plain_bytes()
    {
        var preferred = AcceptEncoding.Preferred(StringValues.Empty);

        Assert.Equal(ContentCoding.Identity, preferred);
    }
}
