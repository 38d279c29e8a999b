using Microsoft.AspNetCore.Antiforgery;

namespace GutGuide.Web.Security;

/// <summary>Tells a request that nobody could read from a fault of ours.</summary>
public static class MalformedRequest
{
    /// <summary>
    /// A Razor page refuses every form that it cannot check alike, also one too long to be read, and with an empty page. This
    /// gives the answer its own status code, and leaves it open for a page that says what happened.
    /// </summary>
    public static void ReopenRefusal(HttpContext context)
    {
        if (!context.Response.HasStarted
            && context.Response.StatusCode == StatusCodes.Status400BadRequest
            && context.Features.Get<IAntiforgeryValidationFeature>()?.Error is { } fault)
        {
            context.Response.ContentType = null;
            context.Response.StatusCode = StatusOf(fault) ?? StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>The status code for a request that is too long, broken off or no form at all; null when the fault is ours.</summary>
    public static int? StatusOf(Exception fault)
    {
        int? status = null;
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is BadHttpRequestException refused)
            {
                return refused.StatusCode;
            }

            if (cause is AntiforgeryValidationException or InvalidDataException)
            {
                status = StatusCodes.Status400BadRequest;
            }
        }

        return status;
    }
}
