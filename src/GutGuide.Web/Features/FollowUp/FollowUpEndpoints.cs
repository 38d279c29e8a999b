using System.Text;
using GutGuide.Web.Features.Consultation;

namespace GutGuide.Web.Features.FollowUp;

public static class FollowUpEndpoints
{
    /// <summary>Where a second consultation was begun, compared and renewed before there were check-ins.</summary>
    internal static readonly IReadOnlyList<string> Former = ["/consultation/again", "/consultation/compare", "/consultation/renew"];

    public static void MapFollowUp(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(FollowUpAddresses.DiaryCsv, CsvAsync);
        foreach (var address in Former)
        {
            routes.MapMethods(address, [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post], (HttpContext context) =>
            {
                context.Response.StatusCode = HttpMethods.IsPost(context.Request.Method) ? StatusCodes.Status303SeeOther : StatusCodes.Status301MovedPermanently;
                context.Response.Headers.Location = Addresses.CheckIn;
            });
        }
    }

    /// <summary>The diary as a table for other programs.</summary>
    private static async Task<IResult> CsvAsync(HttpContext context, ConsultationCookie cookie, DiaryService diaries) =>
        await cookie.FindAsync(context) is { } consultation && await diaries.OpenAsync(consultation, context.RequestAborted) is { Instead: null } view
            ? TypedResults.File(Encoding.UTF8.GetBytes(DiaryCsv.Of(view)), DiaryCsv.ContentType, "diary.csv")
            : TypedResults.LocalRedirect(FollowUpAddresses.Diary);
}
