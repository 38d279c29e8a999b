using System.Xml;
using System.Xml.Linq;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Readers;

/// <summary>A picture as read.</summary>
/// <param name="Id">The file's name.</param>
/// <param name="Root">Its first tag; what stands before it never reaches a page.</param>
internal sealed record FigureFile(string Path, string Id, string Svg, XElement Root)
{
    private static readonly string[] Spoken = ["title", "desc", "text"];

    /// <summary>What the picture says, to those who see it and to those who do not.</summary>
    public IEnumerable<TextBlock> Texts => Root.Descendants()
        .Where(element => Spoken.Contains(element.Name.LocalName))
        .Select(element => (Element: element, Words: string.Join(' ', element.DescendantNodes().OfType<XText>().Select(text => text.Value.Trim()))))
        .Where(pair => pair.Words.Length > 0)
        .Select(pair => new TextBlock(Path, TextRole.Value, pair.Words, [new LineStart(0, ((IXmlLineInfo)pair.Element).LineNumber)]) { IsSourced = true });
}

/// <summary>Reads SVG files. They stand inside pages, so they must be sound XML and hold nothing that acts.</summary>
internal static class FigureReader
{
    public static FigureFile? Read(ContentFile file, ContentProblems problems)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(file.Text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
            if (root?.Name.LocalName == "svg")
            {
                return new FigureFile(file.Path, file.Name, file.Text, root);
            }

            problems.Unreadable(file.Path, 1, "the file is not an SVG picture; its first tag must be <svg>");
        }
        catch (XmlException fault)
        {
            problems.Unreadable(file.Path, fault.LineNumber, $"this is not sound SVG ({fault.Message.TrimEnd('.')})");
        }

        return null;
    }
}
