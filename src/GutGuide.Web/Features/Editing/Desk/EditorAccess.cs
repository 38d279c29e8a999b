using System.Security.Cryptography;
using System.Text;
using GutGuide.Web.Security;

namespace GutGuide.Web.Features.Editing.Desk;

/// <summary>
/// Who may see the editors' pages: anybody in development, elsewhere whoever has typed the secret. Where neither is the case
/// the pages do not exist.
/// </summary>
internal sealed class EditorAccess
{
    public const string Setting = "GutGuide:EditorSecret";

    private const int ShortestSecret = 16;
    private const string Cookie = "gutguide-editor";

    private static readonly byte[] CookieKey = "GutGuide editor cookie"u8.ToArray();

    private readonly CookieSecurity _cookies;
    private readonly byte[]? _secret;

    /// <exception cref="SettingException">The secret is so short that it could be guessed.</exception>
    public EditorAccess(IConfiguration settings, IHostEnvironment environment, CookieSecurity cookies)
    {
        _cookies = cookies;
        var secret = settings[Setting] ?? "";
        if (secret.Length is > 0 and < ShortestSecret)
        {
            throw new SettingException($"{Setting} has {secret.Length} characters; write {ShortestSecret} or more, or leave it out.");
        }

        _secret = secret.Length > 0 ? Encoding.UTF8.GetBytes(secret) : null;
        IsOpen = environment.IsDevelopment() && _secret is null;
        Exists = IsOpen || _secret is not null;
    }

    public bool Exists { get; }

    /// <summary>Nothing has to be typed: a machine where somebody develops.</summary>
    public bool IsOpen { get; }

    public bool IsAllowed(HttpContext context) =>
        IsOpen || (_secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(context.Request.Cookies[NameFor(context)] ?? ""), Encoding.ASCII.GetBytes(Convert.ToHexString(CookieValue()))));

    /// <summary>Compares in fixed time, and lets in whoever knows the secret until the browser is closed.</summary>
    public bool TryEnter(HttpContext context, string typed)
    {
        // Over hashes, so that not even the length shows in the time.
        if (_secret is null || !CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(typed)), SHA256.HashData(_secret)))
        {
            return false;
        }

        context.Response.Cookies.Append(NameFor(context), Convert.ToHexString(CookieValue()), _cookies.Options(context, null));
        return true;
    }

    public void Leave(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), _cookies.Options(context, null));

    // The browser keeps something made from the secret, never the secret itself; another secret makes it worthless.
    private byte[] CookieValue() => HMACSHA256.HashData(_secret!, CookieKey);

    private string NameFor(HttpContext context) => _cookies.NameFor(context, Cookie);
}
