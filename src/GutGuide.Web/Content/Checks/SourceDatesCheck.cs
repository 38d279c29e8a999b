using System.Globalization;

namespace GutGuide.Web.Content.Checks;

/// <summary>
/// A citation says how old it is: the year of publication, the day a web page was read, or openly that neither is known.
/// </summary>
internal sealed class SourceDatesCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        var cited = content.SourceUses.Select(use => use.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (source, path, line) in content.Sources)
        {
            if (source is { IsDated: false, IsUndated: false } && cited.Contains(source.Id))
            {
                problems.Warning(path, line, Undated(source));
            }

            if (source.Year > content.Today.Year)
            {
                problems.Warning(path, line, $"the source {source.Id} is of {source.Year}, which has not come yet; write the year of publication");
            }

            if (source.Accessed > content.Today)
            {
                problems.Warning(path, line, $"the source {source.Id} was accessed on {source.Accessed.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, which lies in the future; write the day it was read");
            }
        }
    }

    private static string Undated(Source source) =>
        $"the source {source.Id} is cited without a date; write its \"year\"{(source.Url is null ? "" : ", or \"accessed\" with the day its page was read")}, or \"undated: true\" if nobody knows, and readers are told so";
}
