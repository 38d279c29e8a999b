using GutGuide.Web.Content.Readers;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Records;

/// <summary>
/// Every fact of a content folder that safety rests on, one line each: all that the consultation's files, the phone numbers and
/// the rules of the suggestions say, what each meal contains, every sentence of the care cards, and every sentence of other texts
/// that names an amount to take or a number to call. Read from the files themselves, not from what the code makes of them.
/// </summary>
internal sealed class SafetyFacts
{
    private const string Suggestions = "suggestions";
    private const string CareCards = "care-cards";
    private const string Meals = "meals";
    private const string Glossary = "glossary";

    /// <summary>Keys of a suggestion that hold no rule and no advice. Sentences with an amount or a time are recorded all the same.</summary>
    internal static readonly IReadOnlySet<string> UnrecordedKeys = new HashSet<string>(StringComparer.Ordinal) { "title", "evidence", "learn", "owner" };

    /// <summary>Of a meal the record holds what it contains. The amounts of its method are those of food.</summary>
    private static readonly HashSet<string> UnrecordedMealKeys = new(StringComparer.Ordinal) { "title", "description", "meal", "minutes", "serves", "suits", "shopping" };

    private readonly ContentProblems _unreported = new();
    private readonly List<RecordLine> _lines = [];

    /// <summary>Sorted. What cannot be read is left out: whoever loads the folder is told.</summary>
    public static IReadOnlyList<RecordLine> Of(ContentFolder folder)
    {
        var unreported = new ContentProblems();
        return
        [
            .. folder.ReadAll("consultation", ".yaml", unreported)
                .Concat(new[] { folder.Read("regions.yaml", unreported), folder.Read(Glossary + ".yaml", unreported) }.OfType<ContentFile>())
                .Concat(folder.ReadAll("", ".md", unreported).Where(file => file.Path.Split('/').Length > 2 && !FrontMatter.IsDraft(file.Text)))
                .SelectMany(OfFile)
                .OrderBy(line => line.Text, StringComparer.Ordinal),
        ];
    }

    /// <summary>The facts of one file, in its order.</summary>
    internal static IReadOnlyList<RecordLine> OfFile(ContentFile file)
    {
        var facts = new SafetyFacts();
        if (file.Path.EndsWith(".md", StringComparison.Ordinal))
        {
            facts.ReadMarkdown(file);
        }
        else
        {
            facts.ReadYaml(file);
        }

        return facts._lines;
    }

    private void ReadYaml(ContentFile file)
    {
        if (file.Name == Glossary)
        {
            AddTelling(Glossary, OtherFile.OfYaml(file).Texts, Amounts.IsDose);
        }
        else if (YamlSource.Root(file.Text, new YamlPlace(file.Path), _unreported) is { } root)
        {
            _lines.AddRange(YamlFacts.Of(file.Name, root, file.Path));
        }
    }

    private void ReadMarkdown(ContentFile file)
    {
        var folder = file.Path.Split('/')[1];
        var subject = $"{folder} {file.Name}";
        if (folder == Meals)
        {
            AddKeys(subject, file, UnrecordedMealKeys);
            return;
        }

        var texts = OtherFile.OfMarkdown(file).Texts;
        if (folder is Suggestions or CareCards)
        {
            var recorded = AddKeys(subject, file, folder == Suggestions ? UnrecordedKeys : null);
            texts = [.. texts.Where(text => text.Role != TextRole.Value || !recorded.Contains(text.Line))];
        }

        if (folder == CareCards)
        {
            AddCard(subject, texts);
        }
        else
        {
            AddTelling(subject, texts, sentence => Amounts.IsDose(sentence) || Calls.IsCall(sentence) || (folder == Suggestions && Amounts.IsTime(sentence)));
        }
    }

    /// <returns>The lines of the file that are in the record whole.</returns>
    private HashSet<int> AddKeys(string subject, ContentFile file, IReadOnlySet<string>? unrecorded)
    {
        if (FrontMatter.Split(file.Text) is not { } parts || YamlSource.Root(parts.Yaml, new YamlPlace(file.Path, parts.YamlLine), _unreported) is not { } root)
        {
            return [];
        }

        var lines = YamlFacts.Of(subject, root, file.Path, parts.YamlLine, unrecorded);
        _lines.AddRange(lines);
        return [.. lines.Select(line => line.Line)];
    }

    /// <summary>Each sentence with the words that lead to it: what stands under "now" means something else under "within 2 weeks".</summary>
    private void AddCard(string subject, IEnumerable<TextBlock> texts)
    {
        var lead = "";
        foreach (var text in texts)
        {
            var isLead = text.Role == TextRole.Heading || text.Text.EndsWith(':');
            foreach (var sentence in text.Sentences.DefaultIfEmpty(new Sentence(text.Text, 0)))
            {
                Add($"{subject} says", isLead || lead.Length == 0 ? sentence.Text : $"[{lead}] {sentence.Text}", text, sentence);
            }

            lead = isLead ? text.Text.TrimEnd(':') : lead;
        }
    }

    /// <summary>Cells are told with their row: alone they do not say what they are of.</summary>
    private void AddTelling(string subject, IReadOnlyList<TextBlock> texts, Func<string, bool> isTelling)
    {
        foreach (var block in texts.GroupBy(text => (text.Role, text.Line)))
        {
            if (block.Key.Role == TextRole.Cell)
            {
                var row = string.Join(" | ", block.Select(cell => cell.Text));
                if (isTelling(row))
                {
                    Add($"{subject} names", row, block.First(), new Sentence(row, 0));
                }

                continue;
            }

            foreach (var (text, sentence) in block.SelectMany(text => text.Sentences.Select(sentence => (text, sentence))).Where(pair => isTelling(pair.sentence.Text)))
            {
                Add($"{subject} names", sentence.Text, text, sentence);
            }
        }
    }

    private void Add(string key, string value, TextBlock text, Sentence sentence) =>
        _lines.Add(new RecordLine(key, string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), text.Path, text.LineAt(sentence.Start)));
}
