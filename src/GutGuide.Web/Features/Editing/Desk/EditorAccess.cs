using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GutGuide.Web.Security;
using GutGuide.Web.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

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
    private const int IdBytes = 16;
    private const int TicketBytes = IdBytes + sizeof(long);

    /// <summary>A day's work.</summary>
    private static readonly TimeSpan TicketLasts = TimeSpan.FromHours(8);

    /// <summary>Tickets of desks that were left, until they end by themselves.</summary>
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _left = [];

    private readonly CookieSecurity _cookies;
    private readonly TimeProvider _clock;
    private readonly IDataProtector _tickets;
    private readonly byte[]? _secret;

    /// <exception cref="SettingException">The secret is so short that it could be guessed.</exception>
    public EditorAccess(IConfiguration settings, IHostEnvironment environment, CookieSecurity cookies, IDataProtectionProvider protection, TimeProvider clock)
    {
        (_cookies, _clock) = (cookies, clock);
        var secret = settings[Setting] ?? "";
        if (secret.Length is > 0 and < ShortestSecret)
        {
            throw new SettingException($"{Setting} has {secret.Length} characters; write {ShortestSecret} or more, or leave it out.");
        }

        // Another secret makes the tickets of this one worthless.
        _tickets = protection.CreateProtector("GutGuide.Editor.v1", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret))));
        _secret = secret.Length > 0 ? Encoding.UTF8.GetBytes(secret) : null;
        IsOpen = environment.IsDevelopment() && _secret is null;
        Exists = IsOpen || _secret is not null;
    }

    public bool Exists { get; }

    /// <summary>Nothing has to be typed: a machine where somebody develops.</summary>
    public bool IsOpen { get; }

    public bool IsAllowed(HttpContext context) => IsOpen || (_secret is not null && TicketOf(context) is not null);

    /// <summary>Whether somebody holds out a ticket that is none, or not any more.</summary>
    public bool IsRefused(HttpContext context) => context.Request.Cookies.ContainsKey(NameFor(context)) && !IsAllowed(context);

    /// <summary>Compares in fixed time, and lets in whoever knows the secret for a day's work, or until the browser is closed.</summary>
    public bool TryEnter(HttpContext context, string typed)
    {
        // Over hashes, so that not even the length shows in the time.
        if (_secret is null || !CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(typed)), SHA256.HashData(_secret)))
        {
            return false;
        }

        var ticket = new byte[TicketBytes];
        Guid.NewGuid().TryWriteBytes(ticket);
        BinaryPrimitives.WriteInt64LittleEndian(ticket.AsSpan(IdBytes), (_clock.GetUtcNow() + TicketLasts).UtcTicks);
        context.Response.Cookies.Append(NameFor(context), WebEncoders.Base64UrlEncode(_tickets.Protect(ticket)), _cookies.Options(context, null));
        return true;
    }

    /// <summary>Whoever has copied the ticket is outside, too.</summary>
    public void Leave(HttpContext context)
    {
        if (TicketOf(context) is { } ticket)
        {
            _left[ticket.Id] = ticket.Ends;
            foreach (var ended in _left.Where(left => left.Value <= _clock.GetUtcNow()))
            {
                _left.TryRemove(ended);
            }
        }

        context.Response.Cookies.Delete(NameFor(context), _cookies.Options(context, null));
    }

    private (Guid Id, DateTimeOffset Ends)? TicketOf(HttpContext context)
    {
        if (context.Request.Cookies[NameFor(context)] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            var ticket = _tickets.Unprotect(WebEncoders.Base64UrlDecode(cookie));
            var (id, ends) = (new Guid(ticket.AsSpan(0, IdBytes)), new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(ticket.AsSpan(IdBytes)), TimeSpan.Zero));
            return ends > _clock.GetUtcNow() && !_left.ContainsKey(id) ? (id, ends) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private string NameFor(HttpContext context) => _cookies.NameFor(context, Cookie);
}
