namespace GutGuide.Web.Content.Readers;

/// <summary>Reads <c>addresses.txt</c>: every address that a page was ever published at, one a line.</summary>
internal static class AddressesReader
{
    public static IReadOnlyList<Listed<string>> Read(ContentFile file, ContentProblems problems)
    {
        var addresses = new List<Listed<string>>();
        foreach (var (number, line) in file.Text.Split('\n').Index())
        {
            var text = line.Trim();
            if (text.Length == 0 || text.StartsWith('#'))
            {
                continue;
            }

            if (!text.StartsWith('/') || text.Contains(' ', StringComparison.Ordinal))
            {
                problems.Error(file.Path, number + 1, $"\"{text}\" is not an address; write one a line, like /learn/remove");
                continue;
            }

            addresses.Add(new Listed<string>(text, file.Path, number + 1));
        }

        return addresses;
    }
}
