using Microsoft.Extensions.Primitives;

namespace GutGuide.Web.Publishing;

/// <summary>Reads Accept-Encoding (RFC 9110, 12.5.3) without allocating.</summary>
public static class AcceptEncoding
{
    private const int Unmentioned = -1;

    /// <summary>
    /// The coding a client likes best; of those it likes equally, the smallest. A client that refuses everything,
    /// identity too, gets identity: an answer it may drop serves it better than none.
    /// </summary>
    public static ContentCoding Preferred(StringValues header)
    {
        int brotli = Unmentioned, gzip = Unmentioned, identity = Unmentioned, any = Unmentioned;
        foreach (var line in header)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                Read(line.AsSpan()[range], ref brotli, ref gzip, ref identity, ref any);
            }
        }

        brotli = brotli == Unmentioned ? any : brotli;
        gzip = gzip == Unmentioned ? any : gzip;

        // Identity that nobody mentions is welcome, but less than any coding that is.
        identity = identity != Unmentioned ? identity : any != Unmentioned ? any : 0;
        return brotli > 0 && brotli >= gzip && brotli >= identity ? ContentCoding.Brotli
            : gzip > 0 && gzip >= identity ? ContentCoding.Gzip
            : ContentCoding.Identity;
    }

    private static void Read(ReadOnlySpan<char> entry, ref int brotli, ref int gzip, ref int identity, ref int any)
    {
        var semicolon = entry.IndexOf(';');
        var coding = (semicolon < 0 ? entry : entry[..semicolon]).Trim();
        var weight = semicolon < 0 ? 1000 : Weight(entry[(semicolon + 1)..].Trim());

        if (coding.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            brotli = weight;
        }
        else if (coding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || coding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
        {
            gzip = weight;
        }
        else if (coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            identity = weight;
        }
        else if (coding is "*")
        {
            any = weight;
        }
    }

    /// <summary>A weight in thousandths. One that cannot be read counts as zero: plain bytes suit everyone.</summary>
    private static int Weight(ReadOnlySpan<char> parameter)
    {
        if (!parameter.StartsWith("q", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var value = parameter[1..].TrimStart();
        if (value.IsEmpty || value[0] != '=')
        {
            return 0;
        }

        value = value[1..].Trim();
        if (value.IsEmpty || value[0] is not ('0' or '1') || value.Length > 5 || (value.Length > 1 && value[1] != '.'))
        {
            return 0;
        }

        var thousandths = (value[0] - '0') * 1000;
        var unit = 100;
        foreach (var digit in value.Length > 2 ? value[2..] : [])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return 0;
            }

            thousandths += (digit - '0') * unit;
            unit /= 10;
        }

        return Math.Min(thousandths, 1000);
    }
}
