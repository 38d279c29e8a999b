using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace GutGuide.BrowserTests.Consultation;

/// <summary>How many sheets a page takes, counted on the PDF that the browser makes of it.</summary>
internal static partial class PrintedPages
{
    public static async Task<int> CountAsync(IPage page, string paper)
    {
        var pdf = await page.PdfAsync(new() { Format = paper, PreferCSSPageSize = false });
        return PageObject().Count(Encoding.Latin1.GetString(pdf));
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();
}
