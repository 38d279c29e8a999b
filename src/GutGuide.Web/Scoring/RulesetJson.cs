using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Scoring;

/// <summary>How rules are written in the database. Their hash is taken over it, so that it must not change for rules that did not.</summary>
[JsonSerializable(typeof(Questionnaire))]
[JsonSerializable(typeof(FactDefinition))]
[JsonSerializable(typeof(PatientState))]
[JsonSerializable(typeof(RedFlag))]
[JsonSerializable(typeof(SuggestionClass))]
[JsonSerializable(typeof(HardRule))]
[JsonSerializable(typeof(ConflictGroup))]
[JsonSerializable(typeof(Ceiling))]
[JsonSerializable(typeof(NeverSuggested))]
[JsonSerializable(typeof(ScoringRules))]
[JsonSerializable(typeof(Invariant))]
[JsonSerializable(typeof(PinnedExample))]
[JsonSerializable(typeof(Suggestion))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class RulesetJson : JsonSerializerContext
{
    private static readonly RulesetJson Instance = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    });

    public static string Write<T>(T rule) => JsonSerializer.Serialize(rule, TypeOf<T>());

    /// <exception cref="InvalidOperationException">It is <c>null</c>.</exception>
    public static T Read<T>(string definition) =>
        JsonSerializer.Deserialize(definition, TypeOf<T>()) ?? throw new InvalidOperationException($"A stored {typeof(T).Name} is empty.");

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Instance.Options.GetTypeInfo(typeof(T));
}
