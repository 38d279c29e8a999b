using System.Text;
using GutGuide.Web.Components.Layout;
using GutGuide.Web.Security;
using Microsoft.Extensions.FileProviders;

namespace GutGuide.Web.Publishing;

/// <summary>
/// Stylesheet, font and pictures, each under an address made from its bytes: a browser may keep them for ever, and a page
/// always finds the ones it was made with.
/// </summary>
public sealed class SiteAssets
{
    private const string Folder = "/assets/";
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string Stylesheet = "css/site.css";
    private const string ResultStylesheet = "css/result.css";
    private const string FollowUpStylesheet = "css/follow-up.css";
    private const string Font = "fonts/source-serif-4-600.woff2";
    private const string Icon = "favicon.svg";
    private const string TouchIcon = "apple-touch-icon.png";
    private const string SocialImage = "social.png";
    private const string LiveScript = "js/live.js";

    private SiteAssets(PageAssets addresses, IReadOnlyList<PublishedContent> contents)
    {
        Addresses = addresses;
        Contents = contents;
    }

    public PageAssets Addresses { get; }

    public IReadOnlyList<PublishedContent> Contents { get; }

    /// <exception cref="FileNotFoundException">One of the files is not in the web root.</exception>
    /// <param name="isLive">With the script that shows an editor each change.</param>
    public static SiteAssets Read(IFileProvider webRoot, bool isLive = false)
    {
        var font = Asset(Font, "font/woff2", ReadAll(webRoot, Font), compressible: false);
        var stylesheet = Asset(Stylesheet, "text/css; charset=utf-8", WithHashedFont(ReadAll(webRoot, Stylesheet), font.Address));
        var result = Asset(ResultStylesheet, "text/css; charset=utf-8", ReadAll(webRoot, ResultStylesheet));
        var followUp = Asset(FollowUpStylesheet, "text/css; charset=utf-8", ReadAll(webRoot, FollowUpStylesheet));
        var icon = Asset(Icon, "image/svg+xml; charset=utf-8", ReadAll(webRoot, Icon));
        var touchIcon = Asset(TouchIcon, "image/png", ReadAll(webRoot, TouchIcon), compressible: false);
        var socialImage = Asset(SocialImage, "image/png", ReadAll(webRoot, SocialImage), compressible: false);

        var addresses = new PageAssets(stylesheet.Address, font.Address, icon.Address, touchIcon.Address, socialImage.Address, result.Address, followUp.Address);
        if (!isLive)
        {
            return new SiteAssets(addresses, [stylesheet, font, icon, touchIcon, socialImage, result, followUp]);
        }

        var script = Asset(LiveScript, "text/javascript; charset=utf-8", ReadAll(webRoot, LiveScript));
        return new SiteAssets(addresses with { LiveScript = script.Address }, [stylesheet, font, icon, touchIcon, socialImage, result, followUp, script]);
    }

    /// <summary>Whether an address is one whose bytes never change.</summary>
    public static bool IsImmutable(string address) => address.StartsWith(Folder, StringComparison.Ordinal);

    /// <summary>An asset's address without the part that changes with its bytes.</summary>
    public static string LastingName(string address) =>
        Path.GetFileNameWithoutExtension(Path.GetFileNameWithoutExtension(address)) + Path.GetExtension(address);

    private static PublishedContent Asset(string file, string contentType, byte[] bytes, bool compressible = true)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var address = $"{Folder}{name}.{Fingerprint.Of(bytes).ToLowerInvariant()}{Path.GetExtension(file)}";
        return new PublishedContent(address, contentType, ForEver, bytes, SecurityHeaders.Asset, compressible);
    }

    // The stylesheet names the font as it lies in the web root; published, both stand in one folder.
    private static byte[] WithHashedFont(byte[] stylesheet, string fontAddress) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(stylesheet).Replace($"../{Font}", Path.GetFileName(fontAddress), StringComparison.Ordinal));

    private static byte[] ReadAll(IFileProvider webRoot, string path)
    {
        var file = webRoot.GetFileInfo(path);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"The web root holds no {path}.", path);
        }

        using var stream = file.CreateReadStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
