namespace GutGuide.Web.Content;

/// <summary>Finds what an editor most likely meant.</summary>
internal static class NearestName
{
    /// <summary>The closest of <paramref name="names"/>, or null when none is close enough to be a slip.</summary>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        var nearest = names
            .Select(name => (Name: name, Distance: Distance(typed, name)))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, typed.Length / 3) ? nearest.Name : null;
    }

    /// <summary>"; did you mean x?" or "; known are a, b, c".</summary>
    public static string Hint(string typed, IEnumerable<string> names)
    {
        var all = names.ToArray();
        return Of(typed, all) is { } nearest ? $"; did you mean \"{nearest}\"?"
            : all.Length is > 0 and <= 20 ? $"; known are {string.Join(", ", all)}"
            : "";
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
