using GutGuide.Web.Data;
using GutGuide.Web.Security;

namespace GutGuide.Web.Features.Consultation;

/// <summary>
/// The one cookie: a random token, set only once a person starts the consultation. Strict, unreadable by script, and bound to
/// this host over https.
/// </summary>
public sealed class ConsultationCookie(ConsultationHolders holders, Retention retention, CookieSecurity security)
{
    private const string Name = "gutguide";

    public void Set(HttpContext context, string token) => context.Response.Cookies.Append(NameFor(context), token, security.Options(context, retention.Period));

    /// <summary>Keeps the browser's token as long as the diary it opens.</summary>
    public void Renew(HttpContext context)
    {
        if (context.Request.Cookies[NameFor(context)] is { } token)
        {
            context.Response.Cookies.Append(NameFor(context), token, security.Options(context, retention.DiaryPeriod > retention.Period ? retention.DiaryPeriod : retention.Period));
        }
    }

    public void Clear(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), security.Options(context, null));

    /// <summary>The consultation the cookie stands for; null when there is none.</summary>
    public Task<Data.Consultation?> FindAsync(HttpContext context) =>
        holders.FindByTokenAsync(context.Request.Cookies[NameFor(context)], context.RequestAborted);

    private string NameFor(HttpContext context) => security.NameFor(context, Name);
}
