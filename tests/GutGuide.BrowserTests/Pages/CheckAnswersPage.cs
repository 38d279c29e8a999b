using GutGuide.BrowserTests.Hosting;
using Microsoft.Playwright;

namespace GutGuide.BrowserTests.Pages;

/// <summary>Every answer, to be looked over.</summary>
public sealed class CheckAnswersPage(Visitor visitor)
{
    public const string Path = "/consultation/check-answers";

    public async Task<ResultPage> SeeResultAsync()
    {
        await visitor.LeaveByAsync(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "See my result" }).ClickAsync());
        return new ResultPage(visitor);
    }
}
