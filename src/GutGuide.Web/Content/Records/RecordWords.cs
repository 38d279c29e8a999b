namespace GutGuide.Web.Content.Records;

/// <summary>Differences of the record in words that fit on a line.</summary>
public static class RecordWords
{
    private const int LongestValue = 200;
    private const int Context = 40;
    private const string Cut = "...";

    public static string Of(RecordDifference difference) => difference switch
    {
        { Was: null, Is: { } now } => $"new is {difference.Key}: \"{Start(now)}\"",
        { Is: null, Was: { } was } => $"gone is {difference.Key}: \"{Start(was)}\"",
        { Was: { } was, Is: { } now } => Changed(difference.Key, was, now),
        _ => difference.Key,
    };

    private static string Changed(string key, string was, string now)
    {
        var (from, to) = was.Length <= LongestValue && now.Length <= LongestValue ? (was, now) : Apart(was, now);
        return $"{key} was \"{Start(from)}\", is \"{Start(to)}\"";
    }

    private static string Start(string value) => value.Length <= LongestValue ? value : value[..LongestValue] + Cut;

    /// <summary>Of two long texts only where they part, with the words around it.</summary>
    private static (string Was, string Is) Apart(string was, string now)
    {
        var shortest = Math.Min(was.Length, now.Length);
        var start = was.AsSpan().CommonPrefixLength(now);
        var end = 0;
        while (end < shortest - start && was[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        (start, end) = (Math.Max(0, start - Context), Math.Max(0, end - Context));
        return (Part(was, start, end), Part(now, start, end));
    }

    private static string Part(string text, int start, int end) =>
        (start > 0 ? Cut : "") + text[start..^end] + (end > 0 ? Cut : "");
}
