using System.Text.Json;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Content;

namespace GutGuide.Web.Features.Editing;

/// <summary>One line of answers, read. One of <paramref name="Answers"/> and <paramref name="Error"/> says something.</summary>
/// <param name="Id">As it stood in the line, in JSON; <c>null</c> when it could not be found.</param>
/// <param name="Feedback">What the person says of an earlier plan.</param>
/// <param name="Error">What was found and what was expected; empty when the answers could be read.</param>
internal sealed record AnswerLine(string Id, Answers? Answers, Feedback Feedback, string Error);

/// <summary>
/// Reads lines of the form <c>{"id": "any", "answers": {"linkId": "code" | ["code", ...] | number}}</c>, and beside the answers,
/// where there was a plan before, <c>"feedback": {"suggestionId": "doing-already" | "no-help" | "worse"}</c>.
/// </summary>
internal sealed class AnswerLineReader(Questionnaire questionnaire, IReadOnlyList<Suggestion> suggestions)
{
    private static readonly Dictionary<string, TriedOutcome> Outcomes =
        Enum.GetValues<TriedOutcome>().ToDictionary(outcome => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString()), StringComparer.Ordinal);

    private const string NoId = "null";

    private readonly Dictionary<string, QuestionnaireItem> _items =
        questionnaire.Items.ToDictionary(item => item.LinkId, StringComparer.Ordinal);

    public AnswerLine Read(string line)
    {
        var id = NoId;
        try
        {
            using var document = JsonDocument.Parse(line.TrimStart('\uFEFF'));
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException($"the line is {Kind(root)}; an object with \"id\" and \"answers\" was expected");
            }

            id = root.TryGetProperty("id", out var given) ? given.GetRawText() : NoId;
            return new AnswerLine(id, ReadAnswers(root), ReadFeedback(root), "");
        }
        catch (JsonException fault)
        {
            return new AnswerLine(NoId, null, Feedback.None, $"the line is not valid JSON (at byte {fault.BytePositionInLine}); an object with \"id\" and \"answers\" was expected");
        }
        catch (FormatException fault)
        {
            return new AnswerLine(id, null, Feedback.None, fault.Message);
        }
        catch (InvalidOperationException)
        {
            // The reader's words for half of a surrogate pair, which JSON lets pass as "\ud800".
            return new AnswerLine(id, null, Feedback.None, "the line holds text that is not valid Unicode; linkIds and codes were expected");
        }
    }

    private Answers ReadAnswers(JsonElement root)
    {
        if (!root.TryGetProperty("answers", out var given) || given.ValueKind != JsonValueKind.Object)
        {
            var found = given.ValueKind == JsonValueKind.Undefined ? "missing" : Kind(given);
            throw new FormatException($"\"answers\" is {found}; an object of linkIds and their answers was expected");
        }

        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var property in given.EnumerateObject())
        {
            var item = ItemOf(property.Name);
            if (ReadAnswer(item, property.Value) is { } answer && !answers.TryAdd(item.LinkId, answer))
            {
                throw new FormatException($"\"{item.LinkId}\" is answered twice; one answer was expected");
            }
        }

        return new Answers(answers);
    }

    private Feedback ReadFeedback(JsonElement root)
    {
        if (!root.TryGetProperty("feedback", out var given))
        {
            return Feedback.None;
        }

        if (given.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"\"feedback\" is {Kind(given)}; an object of suggestions and what became of them was expected");
        }

        var feedback = new Dictionary<string, TriedOutcome>(StringComparer.Ordinal);
        foreach (var property in given.EnumerateObject())
        {
            if (suggestions.All(suggestion => suggestion.Id != property.Name))
            {
                throw new FormatException($"\"{property.Name}\" is not a suggestion{NearestName.Hint(property.Name, suggestions.Select(suggestion => suggestion.Id))}");
            }

            var outcome = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : "";
            if (!Outcomes.TryGetValue(outcome, out var known))
            {
                throw new FormatException($"the feedback on \"{property.Name}\" is {property.Value.GetRawText()}; one of {string.Join(", ", Outcomes.Keys)} was expected");
            }

            if (!feedback.TryAdd(property.Name, known))
            {
                throw new FormatException($"\"{property.Name}\" has feedback twice; one was expected");
            }
        }

        return new Feedback(feedback);
    }

    private QuestionnaireItem ItemOf(string linkId) => _items.TryGetValue(linkId, out var item)
        ? item
        : throw new FormatException($"\"{linkId}\" is not a linkId of the questionnaire{NearestName.Hint(linkId, _items.Keys)}");

    private static Answer? ReadAnswer(QuestionnaireItem item, JsonElement value) =>
        item.Type == ItemType.Integer ? Answer.Of(ReadNumber(item, value)) : ReadCodes(item, value);

    private static double ReadNumber(QuestionnaireItem item, JsonElement value)
    {
        var isNumber = value.ValueKind == JsonValueKind.Number;
        return isNumber && value.TryGetDouble(out var number) && double.IsInteger(number) && number >= item.Minimum && number <= item.Maximum
            ? number
            : throw new FormatException(
                $"the answer to \"{item.LinkId}\" is {(isNumber ? value.GetRawText() : Kind(value))}; a whole number from {item.Minimum} to {item.Maximum} was expected");
    }

    /// <summary>Null for an empty list, which says as little as a blank.</summary>
    private static Answer? ReadCodes(QuestionnaireItem item, JsonElement value)
    {
        string[] codes = value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(code => ReadCode(item, code))]
            : [ReadCode(item, value)];
        if (item.Type == ItemType.Choice && codes.Distinct(StringComparer.Ordinal).Count() > 1)
        {
            throw new FormatException($"the answer to \"{item.LinkId}\" has {codes.Length} codes ({string.Join(", ", codes)}); one was expected");
        }

        return codes.Length > 0 ? Answer.Of(codes) : null;
    }

    private static string ReadCode(QuestionnaireItem item, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            var expected = item.Type == ItemType.Choice ? "one of its codes" : "a list of its codes";
            throw new FormatException($"the answer to \"{item.LinkId}\" is {Kind(value)}; {expected} was expected");
        }

        var code = value.GetString()!;
        return item.Option(code) is not null
            ? code
            : throw new FormatException($"\"{code}\" is not an answer to \"{item.LinkId}\"{NearestName.Hint(code, item.Options.Select(option => option.Code))}");
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };
}
