using GutGuide.Core.Faults;

namespace GutGuide.Web.Content.Rules;

/// <summary>Tells the faults of a ruleset where they stand in its files.</summary>
internal sealed class RuleFaultReport(RulePlaces places, ContentProblems problems)
{
    private readonly HashSet<(string Path, int Line, string Message)> _told = [];

    public void Add(IEnumerable<RuleFault> faults)
    {
        foreach (var fault in faults.Where(fault => fault.Unknown is not { } unknown || !MayStandUnread(unknown)))
        {
            var (path, line) = places.Of(fault.Thing, fault.Within);
            var message = fault.Unknown is { } name ? fault.Message + NearestName.Hint(name.Name, name.Candidates) : fault.Message;
            if (_told.Add((path, line, message)))
            {
                problems.Error(path, line, message);
            }
        }
    }

    /// <summary>What a file that could not be read may hold is missing because of that file, which has been reported.</summary>
    private bool MayStandUnread(UnknownName unknown)
    {
        string[] files = unknown.Kind switch
        {
            NameKind.Fact => ["facts", "states", "red-flags"],
            NameKind.Question => ["questionnaire"],
            NameKind.Section => ["scoring"],
            NameKind.Class => ["classes"],
            NameKind.State => ["states"],
            NameKind.Flag => ["red-flags"],
            NameKind.Trigger => ["states", "red-flags"],
            _ => [],
        };
        return files.Any(file => problems.IsUnread($"consultation/{file}.yaml"))
            || (unknown.Kind == NameKind.Suggestion && problems.IsUnread("suggestions", unknown.Name));
    }
}
