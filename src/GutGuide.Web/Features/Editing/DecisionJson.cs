using System.Text.Json;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Features.Editing;

/// <summary>A decision as one JSON object: the names and their order are fixed.</summary>
internal static class DecisionJson
{
    private static readonly string[] Statuses = Names<DecisionStatus>();
    private static readonly string[] Tiers = Names<TriageTier>();
    private static readonly string[] Priorities = Names<PhasePriority>();
    private static readonly string[] States = Names<SuggestionState>();
    private static readonly string[] EmptyReasons = Names<EmptyReason>();

    /// <param name="id">As it stood in the input, in JSON.</param>
    public static void Write(Utf8JsonWriter json, string id, Decision decision)
    {
        json.WriteStartObject();
        WriteId(json, id);
        json.WriteString("status", Statuses[(int)decision.Status]);
        WriteTexts(json, "missing", decision.Missing);
        json.WriteString("tier", decision.Tier is { } tier ? Tiers[(int)tier] : null);
        WriteFlags(json, decision);
        WriteTexts(json, "states", decision.States);
        WriteScores(json, decision);
        WriteSuggestionStates(json, decision);
        WritePhases(json, decision);
        WriteSuggestions(json, "first", decision.First);
        WriteMore(json, decision);
        WriteEmptyReasons(json, decision);
        WriteWeeks(json, decision);
        WriteHeldBack(json, decision);
        WriteTexts(json, "readingOnly", decision.ReadingOnly.Select(planned => planned.Suggestion.Id));
        if (decision.KeepGoing.Count > 0)
        {
            WriteTexts(json, "keepGoing", decision.KeepGoing.Select(suggestion => suggestion.Id));
        }

        json.WriteString("firstStep", decision.FirstStep);
        json.WriteString("ruleset", decision.Ruleset);
        json.WriteEndObject();
    }

    public static void WriteError(Utf8JsonWriter json, string id, string error)
    {
        json.WriteStartObject();
        WriteId(json, id);
        json.WriteString("error", error);
        json.WriteEndObject();
    }

    private static string[] Names<T>()
        where T : struct, Enum => Array.ConvertAll(Enum.GetNames<T>(), JsonNamingPolicy.KebabCaseLower.ConvertName);

    private static void WriteId(Utf8JsonWriter json, string id)
    {
        json.WritePropertyName("id");
        json.WriteRawValue(id, skipInputValidation: true);
    }

    private static void WriteFlags(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartArray("redFlags");
        foreach (var raised in decision.RedFlags)
        {
            json.WriteStartObject();
            json.WriteString("id", raised.Flag.Id);
            json.WriteString("tier", Tiers[(int)raised.Tier]);
            WriteTexts(json, "because", raised.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteScores(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject("scores");
        foreach (var (section, sum) in decision.Scores)
        {
            json.WriteNumber(section, sum);
        }

        json.WriteEndObject();
    }

    private static void WriteSuggestionStates(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject("suggestionStates");
        foreach (var (suggestion, state) in decision.SuggestionStates)
        {
            json.WriteString(suggestion, States[(int)state]);
        }

        json.WriteEndObject();
    }

    private static void WritePhases(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartArray("phases");
        foreach (var phase in decision.Phases)
        {
            json.WriteStartObject();
            json.WriteString("phase", phase.Phase);
            json.WriteString("priority", Priorities[(int)phase.Priority]);
            WriteSuggestions(json, "suggestions", phase.Suggestions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSuggestions(Utf8JsonWriter json, string name, IReadOnlyList<PlannedSuggestion> suggestions)
    {
        json.WriteStartArray(name);
        foreach (var planned in suggestions)
        {
            json.WriteStartObject();
            json.WriteString("id", planned.Suggestion.Id);
            json.WriteString("state", States[(int)planned.State]);
            WriteTexts(json, "because", planned.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMore(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject("more");
        foreach (var phase in decision.Phases.Where(phase => phase.More.Count > 0))
        {
            WriteTexts(json, phase.Phase, phase.More.Select(planned => planned.Suggestion.Id));
        }

        json.WriteEndObject();
    }

    private static void WriteEmptyReasons(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject("emptyBecause");
        foreach (var phase in decision.Phases)
        {
            if (phase.Empty is { } reason)
            {
                json.WriteString(phase.Phase, EmptyReasons[(int)reason]);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteWeeks(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartArray("weeks");
        foreach (var week in decision.Weeks)
        {
            json.WriteStartArray();
            foreach (var suggestion in week)
            {
                json.WriteStringValue(suggestion.Id);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteHeldBack(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartArray("heldBack");
        foreach (var held in decision.HeldBack)
        {
            json.WriteStartObject();
            json.WriteString("id", held.Suggestion.Id);
            WriteTexts(json, "because", held.Because.Select(trigger => trigger.Id));
            json.WriteString("substitute", held.Substitute?.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
