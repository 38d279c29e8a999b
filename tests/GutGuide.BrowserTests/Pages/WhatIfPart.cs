using GutGuide.BrowserTests.Hosting;
using Microsoft.Playwright;

namespace GutGuide.BrowserTests.Pages;

/// <summary>The live part of the result page, where another answer can be tried.</summary>
public sealed class WhatIfPart(Visitor visitor)
{
    public ILocator Itself => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "What if you had answered differently?" });

    public ILocator Outcome => Itself.GetByRole(AriaRole.Status);

    public Task PickAsync(string linkId) => Itself.GetByLabel("Your answer to try").SelectOptionAsync(linkId);

    public Task ChooseAsync(string text) => Itself.GetByLabel(text, new() { Exact = true }).CheckAsync();
}
