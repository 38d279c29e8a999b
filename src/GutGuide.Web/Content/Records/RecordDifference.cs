namespace GutGuide.Web.Content.Records;

/// <summary>One fact that is not as it was.</summary>
/// <param name="Was">Null when the fact came.</param>
/// <param name="Is">Null when it went.</param>
/// <param name="Path">Where it stands now; for one that went, where its nearest relative stands.</param>
public sealed record RecordDifference(string Key, string? Was, string? Is, string Path, int Line)
{
    /// <summary>By place. A fact with a key of its own that has another value has changed; all else came or went.</summary>
    /// <param name="otherwise">The file to name for what has no place any more.</param>
    public static IReadOnlyList<RecordDifference> Between(IReadOnlyList<string> before, IReadOnlyList<RecordLine> now, string otherwise)
    {
        var left = before.CountBy(text => text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var came = new List<RecordLine>();
        foreach (var line in now)
        {
            if (left.GetValueOrDefault(line.Text) > 0)
            {
                left[line.Text]--;
            }
            else
            {
                came.Add(line);
            }
        }

        var went = left.SelectMany(pair => Enumerable.Repeat(Split(pair.Key), pair.Value)).ToLookup(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);
        var arrived = came.ToLookup(line => line.Key, StringComparer.Ordinal);
        var places = new Places(now, otherwise);
        return
        [
            .. arrived.Select(group => group.Key).Union(went.Select(group => group.Key), StringComparer.Ordinal)
                .SelectMany(key => Of(key, [.. went[key]], [.. arrived[key]], places))
                .OrderBy(difference => difference.Path, StringComparer.Ordinal)
                .ThenBy(difference => difference.Line),
        ];
    }

    /// <summary>Key and value of a line of the record.</summary>
    public static (string Key, string Value) Split(string text) =>
        text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? (text[..colon], text[(colon + 2)..]) : (text.TrimEnd(':'), "");

    private static IEnumerable<RecordDifference> Of(string key, string[] went, RecordLine[] came, Places places)
    {
        var (path, line) = came.Length > 0 ? (came[0].Path, came[0].Line) : places.NearestTo(key);
        return went is [var was] && came is [var now]
            ? [new RecordDifference(key, was, now.Value, now.Path, now.Line)]
            : went.Select(value => new RecordDifference(key, value, null, path, line)).Concat(came.Select(now => new RecordDifference(key, null, now.Value, now.Path, now.Line)));
    }

    /// <summary>Where what is left of an entry stands.</summary>
    private sealed class Places(IReadOnlyList<RecordLine> lines, string otherwise)
    {
        private readonly Dictionary<string, (string Path, int Line)> _byStart = ByStart(lines);

        public (string Path, int Line) NearestTo(string key)
        {
            for (var start = key; start.Length > 0; start = start[..Math.Max(start.LastIndexOf(' '), 0)])
            {
                if (_byStart.TryGetValue(start, out var place))
                {
                    return place;
                }
            }

            return (otherwise, 0);
        }

        /// <summary>The first line of each beginning of a key, in whole words.</summary>
        private static Dictionary<string, (string Path, int Line)> ByStart(IReadOnlyList<RecordLine> lines)
        {
            var places = new Dictionary<string, (string Path, int Line)>(StringComparer.Ordinal);
            foreach (var line in lines)
            {
                for (var end = line.Key.Length; end > 0; end = line.Key.LastIndexOf(' ', end - 1))
                {
                    var start = line.Key[..end];
                    if (!places.TryGetValue(start, out var known) || (known.Path == line.Path && line.Line < known.Line))
                    {
                        places[start] = (line.Path, line.Line);
                    }
                }
            }

            return places;
        }
    }
}
