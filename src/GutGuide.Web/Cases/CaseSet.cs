using GutGuide.Core.Rules;
using GutGuide.Web.Content;

namespace GutGuide.Web.Cases;

/// <summary>The open set of invented people that the rules are measured by.</summary>
/// <param name="Cases">In file order.</param>
/// <param name="LeftOut">How many cases do not fit the ruleset, such as after a change of a question.</param>
public sealed record CaseSet(IReadOnlyList<TriageCase> Cases, int LeftOut)
{
    /// <summary>Where the file stands in the repository.</summary>
    public const string File = "tests/cases/cases.yaml";

    /// <summary>The cases this program was built with.</summary>
    /// <param name="problems">Takes what does not fit <paramref name="ruleset"/>.</param>
    public static CaseSet Shipped(Ruleset ruleset, ContentProblems problems)
    {
        using var stream = typeof(CaseSet).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"The program was built without {File}.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd(), ruleset, problems);
    }

    /// <summary>Reads a case file. A case with a fault is reported and left out.</summary>
    public static CaseSet Read(string text, Ruleset ruleset, ContentProblems problems)
    {
        var reader = new CaseReader(ruleset);
        var cases = new Dictionary<string, TriageCase>(StringComparer.Ordinal);
        var maps = YamlMap.ParseList(text, new YamlPlace(File), problems);
        foreach (var map in maps)
        {
            var before = problems.ErrorCount;
            var read = reader.Read(map);
            if (problems.ErrorCount == before && !cases.TryAdd(read.Id, read))
            {
                map.Error(map.LineOfKey("id"), $"the id {read.Id} is already used; ids are unique");
            }
        }

        return new CaseSet([.. cases.Values], maps.Count - cases.Count);
    }
}
