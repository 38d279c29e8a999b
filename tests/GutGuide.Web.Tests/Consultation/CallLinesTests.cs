using Bunit;
using GutGuide.Web.Content;
using GutGuide.Web.Features.Consultation.Results;

namespace GutGuide.Web.Tests.Consultation;

public sealed class CallLinesTests : BunitContext
{
    private static readonly PhoneLine Line = new("Nurse line", "111", "111", "Open 24 hours.");

    [Theory]
    [InlineData("There is no national nurse line. Call your clinic.", "There is no national nurse line. Call your clinic.")]
    [InlineData("a local doctor or advice line", "Call a local doctor or advice line.")]
    public void A_region_without_a_line_says_in_one_sentence_whom_to_call(string text, string shown)
    {
        var lines = Render<CallLines>(parameters => parameters.Add(component => component.Lines, new PhoneLines([], text)));

        Assert.Equal(shown, lines.Find("p").TextContent);
    }

    [Fact]
    public void A_line_can_be_dialed()
    {
        var lines = Render<CallLines>(parameters => parameters.Add(component => component.Lines, new PhoneLines([Line], null)));

        Assert.Equal("tel:111", lines.Find("a").GetAttribute("href"));
        Assert.Empty(lines.FindAll("p"));
    }
}
