using GutGuide.BrowserTests.Hosting;
using Microsoft.Playwright;

namespace GutGuide.BrowserTests.Pages;

/// <summary>What the consultation is, and consent.</summary>
public sealed class StartPage(Visitor visitor)
{
    public ILocator Consent => visitor.Page.GetByRole(AriaRole.Checkbox, new() { Name = "I agree" });

    public ILocator Start => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true });

    public Task AgreeAsync() => Consent.CheckAsync();

    public async Task<QuestionPage> StartAsync()
    {
        await visitor.LeaveByAsync(() => Start.ClickAsync());
        return new QuestionPage(visitor);
    }

    /// <summary>Takes up a consultation that was begun earlier.</summary>
    public async Task<QuestionPage> GoOnAsync()
    {
        await visitor.LeaveByAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Go on", Exact = true }).ClickAsync());
        return new QuestionPage(visitor);
    }
}
