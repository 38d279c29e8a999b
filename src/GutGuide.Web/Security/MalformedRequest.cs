using Microsoft.AspNetCore.Antiforgery;

namespace GutGuide.Web.Security;

/// <summary>Tells a request that nobody could read from a fault of ours.</summary>
public static class MalformedRequest
{
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
