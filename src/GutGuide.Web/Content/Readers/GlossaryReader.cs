using System.Text;

namespace GutGuide.Web.Content.Readers;

/// <summary>Reads <c>glossary.yaml</c>: a list of terms.</summary>
internal static class GlossaryReader
{
    public static IReadOnlyList<Listed<GlossaryTerm>> Read(ContentFile file, ContentProblems problems) =>
        [.. YamlMap.ParseList(file.Text, new YamlPlace(file.Path), problems).Select(Read)];

    private static Listed<GlossaryTerm> Read(YamlMap map)
    {
        var term = map.Text("term");
        var read = new GlossaryTerm(IdOf(term), term, map.Texts("also"), map.Text("text"), map.Texts("sources"));
        map.Finish();
        return new Listed<GlossaryTerm>(read, map.Path, map.Line);
    }

    /// <summary>"Crohn's disease" is <c>crohns-disease</c>, "H. pylori" is <c>h-pylori</c>.</summary>
    internal static string IdOf(string term)
    {
        var id = new StringBuilder();
        foreach (var letter in term.ToLowerInvariant().Where(letter => letter is not ('\'' or '\u2019')))
        {
            if (char.IsLetterOrDigit(letter))
            {
                id.Append(letter);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().TrimEnd('-');
    }
}
