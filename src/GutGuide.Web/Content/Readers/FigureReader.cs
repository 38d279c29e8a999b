using System.Xml;
using System.Xml.Linq;

namespace GutGuide.Web.Content.Readers;

/// <summary>A picture as read.</summary>
/// <param name="Id">The file's name.</param>
internal sealed record FigureFile(string Path, string Id, string Svg, XElement Root);

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

            problems.Error(file.Path, 1, "the file is not an SVG picture; its first tag must be <svg>");
        }
        catch (XmlException fault)
        {
            problems.Error(file.Path, fault.LineNumber, $"this is not sound SVG ({fault.Message.TrimEnd('.')})");
        }

        return null;
    }
}
