namespace GutGuide.Web.Features.Reading;

/// <summary>A way a request can fail, in words for the person who sent it.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Lead">What happened to the answers, and what to do.</param>
/// <param name="Onward">Where the one button leads.</param>
public sealed record Failure(int Status, string Label, string Title, string Lead, string Onward, string OnwardText)
{
    private const string Consultation = "/consultation";
    private const string BackThere = "Back to the consultation";

    /// <summary>All but "not found", which has a page of its own.</summary>
    public static IReadOnlyList<Failure> All { get; } =
    [
        new(
            StatusCodes.Status400BadRequest,
            "Please try again",
            "That did not go through",
            "The page may have been open for a long time, or your browser keeps no cookies. What you saved before is still here. Open the consultation again and go on.",
            Consultation,
            BackThere),
        new(
            StatusCodes.Status413PayloadTooLarge,
            "Too much at once",
            "That was more than a form can hold",
            "None of it was saved. What you saved before is still here.",
            Consultation,
            BackThere),
        new(
            StatusCodes.Status429TooManyRequests,
            "One moment",
            "Too many tries from your network",
            "We limit how often one network can send forms, so that the site stays up for everyone. Wait a minute, go back one page, and send it again. What you saved before is still here.",
            Consultation,
            BackThere),
        new(
            StatusCodes.Status500InternalServerError,
            "Our fault",
            "Something went wrong on our side",
            "Answers you have saved are safe. Please load the page again. If it stays like this, come back in an hour.",
            "/",
            "Go to the first page"),
        new(
            StatusCodes.Status503ServiceUnavailable,
            "One moment",
            "We cannot save right now",
            "What you just sent was not saved. What you saved before is safe. Wait a minute, go back one page, and send it again.",
            Consultation,
            BackThere),
    ];
}
