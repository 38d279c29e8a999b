using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.FollowUp;

/// <summary>What somebody does after their result, without script.</summary>
internal static class FollowUpWalk
{
    public const string CheckIn = "/consultation/check-in";
    private const string Questions = "/consultation/q/";

    /// <summary>Starts a check-in from its page.</summary>
    public static async Task<FormVisitor> StartCheckInAsync(this FormVisitor visitor)
    {
        await visitor.OpenAsync(CheckIn);
        return await visitor.SendAsync(CheckIn, ("_handler", "start"));
    }

    /// <summary>Answers page after page.</summary>
    /// <returns>Which pages were asked.</returns>
    public static async Task<IReadOnlyList<string>> AnswerPagesAsync(this FormVisitor visitor, Persona persona)
    {
        var pages = ShippedContent.Ruleset.Questionnaire.Pages.ToDictionary(page => page.Id, StringComparer.Ordinal);
        var asked = new List<string>();
        while (visitor.Address.StartsWith(Questions, StringComparison.Ordinal) && asked.Count < pages.Count)
        {
            var page = pages[visitor.Address[Questions.Length..]];
            asked.Add(page.Id);
            await visitor.AnswerAsync([.. page.Items.SelectMany(persona.Fields)]);
        }

        return asked;
    }

    /// <summary>The steps that the last page of a check-in asks about.</summary>
    public static IReadOnlyList<string> StepsAsked(this FormVisitor visitor) =>
        [.. visitor.Page.Split("name=\"step.").Skip(1).Select(part => part.Split('"')[0]).Distinct()];

    public static Task<FormVisitor> FinishCheckInAsync(this FormVisitor visitor, string overall, Func<string, int, string> outcome) => visitor.SendAsync(
        CheckIn,
        [("_handler", "steps"), ("overall", overall), .. visitor.StepsAsked().Select((step, place) => ($"step.{step}", outcome(step, place)))]);
}
