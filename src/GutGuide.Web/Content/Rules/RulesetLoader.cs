using GutGuide.Core.Faults;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Web.Content.Readers;

namespace GutGuide.Web.Content.Rules;

/// <summary>
/// Reads the consultation: the rule files, the questionnaire and the suggestions. Reports every fault; the ruleset it gives is
/// fit for use only when there is no error.
/// </summary>
public sealed class RulesetLoader
{
    private readonly ContentFolder _folder;
    private readonly ContentProblems _problems;
    private readonly ConditionReader _conditions;
    private readonly Func<string, string> _renderProse;
    private readonly Dictionary<string, (string Path, int Line)> _places = new(StringComparer.Ordinal);
    private readonly RulePlaces _things = new();
    private readonly List<ReviewedFile> _files = [];

    /// <param name="renderProse">Turns the markdown below a suggestion's front matter into HTML.</param>
    public RulesetLoader(ContentFolder folder, ContentProblems problems, Func<string, string> renderProse)
    {
        _folder = folder;
        _problems = problems;
        _renderProse = renderProse;
        _conditions = new ConditionReader(_things);
    }

    /// <summary>Where what a proof finds is mended; known after <see cref="Load"/>.</summary>
    public ProofPlaces? ProofPlaces { get; private set; }

    /// <summary>How long evidence that is past its review may still be used; known after <see cref="Load"/>.</summary>
    public int GraceDays { get; private set; }

    /// <summary>The role that keeps up to date whatever names no owner of its own; known after <see cref="Load"/>.</summary>
    public string? Owner { get; private set; }

    /// <summary>The rules as a whole, and each suggestion; known after <see cref="Load"/>.</summary>
    internal IReadOnlyList<ReviewedFile> Files => _files;

    public Ruleset Load()
    {
        var rules = new RuleFileReader(_conditions, _things);
        var questionnaires = new QuestionnaireReader(_conditions, _things);
        var head = Map("ruleset.yaml");
        var id = head?.Text("id") ?? "";
        var version = head?.Text("version") ?? "";
        var title = head?.Text("title") ?? "";
        var reviewed = head?.Date("reviewed");
        Owner = head?.OptionalText("owner");
        if (head is not null)
        {
            _files.Add(new ReviewedFile(head, reviewed ?? default, head.Date("review-by"), Owner));
        }

        GraceDays = head?.Whole("grace-days") ?? 0;
        if (GraceDays < 0)
        {
            head?.Error(head.LineOfKey("grace-days"), $"\"grace-days\" is {GraceDays}; write 0 or more");
        }

        head?.Finish();

        var questionnaireFile = Map("questionnaire.yaml");
        var ruleset = new Ruleset(
            id,
            version,
            questionnaireFile is null ? new(id, version, title, [], []) : questionnaires.Read(questionnaireFile, id, version, title) with { Reviewed = reviewed },
            List("facts.yaml", RuleFileReader.Fact),
            List("states.yaml", rules.State),
            List("red-flags.yaml", rules.Flag),
            List("classes.yaml", RuleFileReader.Class),
            List("hard-rules.yaml", rules.HardRule),
            List("conflicts.yaml", RuleFileReader.Conflict),
            List("ceilings.yaml", RuleFileReader.Ceiling),
            List("never-suggested.yaml", RuleFileReader.NeverSuggested),
            Map("scoring.yaml") is { } scoring ? rules.Scoring(scoring) : new([], 0, 0, 0, [], [], null),
            List("invariants.yaml", rules.Invariant),
            List("edges.yaml", RuleFileReader.Edge, keyed: false),
            Suggestions());
        _things.Note(ruleset.Scoring, $"{Path.GetFileName(_folder.Directory)}/consultation/scoring.yaml", 1);
        CheckRuleset(ruleset);
        ProofPlaces = new ProofPlaces($"{Path.GetFileName(_folder.Directory)}/consultation", ruleset, _places, _things);
        return ruleset;
    }

    /// <summary>What the checks let through must be fit for use: the engine has the last word, though it knows no line.</summary>
    private void CheckRuleset(Ruleset ruleset)
    {
        var faults = RulesetFaults.Of(ruleset).All.ToLookup(fault => fault.Claim == FaultClaim.Completeness);
        var reported = new RuleFaultReport(_things, _problems);
        reported.Add(faults[false]);
        if (_problems.ErrorCount == 0)
        {
            reported.Add(faults[true]);
        }

        if (_problems.ErrorCount > 0)
        {
            return;
        }

        try
        {
            _ = new DecisionEngine(ruleset);
        }
        catch (ArgumentException fault)
        {
            _problems.Error("content/consultation", 0, $"the rules cannot be used together ({fault.Message.TrimEnd('.')})");
        }
    }

    private YamlMap? Map(string name) =>
        _folder.Read($"consultation/{name}", _problems) is { } file ? YamlMap.Parse(file.Text, new YamlPlace(file.Path), _problems) : null;

    private List<T> List<T>(string name, Func<YamlMap, T> read, bool keyed = true)
        where T : class
    {
        if (_folder.Read($"consultation/{name}", _problems) is not { } file)
        {
            return [];
        }

        var items = new List<T>();
        foreach (var map in YamlMap.ParseList(file.Text, new YamlPlace(file.Path), _problems))
        {
            if (keyed)
            {
                Note(map);
            }

            items.Add(read(map));
            _things.Note(items[^1], map);
        }

        return items;
    }

    private List<Suggestion> Suggestions()
    {
        var reader = new SuggestionReader(_conditions);
        var suggestions = new List<Suggestion>();
        foreach (var file in _folder.ReadAll("suggestions", ".md", _problems))
        {
            if (FrontMatter.Split(file.Text) is not { } parts)
            {
                _problems.Unreadable(
                    file.Path,
                    1,
                    "the file does not begin with front matter; start it with a line \"---\" and close it with another");
            }
            else if (YamlMap.Parse(parts.Yaml, new YamlPlace(file.Path, parts.YamlLine), _problems) is { } map)
            {
                Note(map);
                var suggestion = reader.Read(map, _renderProse(parts.Body));
                _things.Note(suggestion, map);
                CheckPlace(map, file.Path, suggestion);
                suggestions.Add(suggestion);
            }
        }

        _files.AddRange(reader.Files);
        return suggestions;
    }

    /// <summary>A page often has the id of its question; the question is what a rule means.</summary>
    private static void CheckPlace(YamlMap map, string path, Suggestion suggestion)
    {
        if (!path.EndsWith($"/{suggestion.Phase}/{suggestion.Id}.md", StringComparison.Ordinal))
        {
            map.Error(map.LineOfKey("id"), $"{suggestion.Id} of the phase {suggestion.Phase} belongs into suggestions/{suggestion.Phase}/{suggestion.Id}.md");
        }
    }

    private void Note(YamlMap map)
    {
        var id = map.OptionalText("id") ?? "";
        if (id.Length == 0)
        {
            _problems.LeaveUnread(map.Path);
        }

        if (!_places.TryAdd(id, (map.Path, map.Line)) && id.Length > 0)
        {
            map.Error(map.LineOfKey("id"), $"the id {id} is already used at {_places[id].Path}:{_places[id].Line}; ids are unique");
        }
    }
}
