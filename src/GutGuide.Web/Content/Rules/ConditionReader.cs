using System.Globalization;
using GutGuide.Core.Conditions;

namespace GutGuide.Web.Content.Rules;

/// <summary>
/// Reads conditions: <c>all</c>, <c>any</c>, and comparisons with a question, fact, state, flag or section.
/// </summary>
/// <param name="places">Takes the place of each comparison; its names are looked up once every file is read.</param>
internal sealed class ConditionReader(RulePlaces places)
{
    /// <summary>Suffix of the question that clears up the doubts about a list.</summary>
    public const string WhichSuffix = "-which";

    /// <summary>"It could be any of them", on such a question.</summary>
    public const string CannotTell = "cannot-tell";

    internal static readonly Dictionary<string, Subject> Subjects = new(StringComparer.Ordinal)
    {
        ["question"] = Subject.Question,
        ["fact"] = Subject.Fact,
        ["state"] = Subject.State,
        ["flag"] = Subject.Flag,
        ["section"] = Subject.Section,
    };

    internal static readonly string[] Joints = ["all", "any"];

    /// <summary>The condition under a key; null when the key is absent.</summary>
    public Condition? Optional(YamlMap map, string key) => map.Map(key) is { } condition ? Read(condition) : null;

    public Condition Required(YamlMap map, string key)
    {
        if (Optional(map, key) is { } condition)
        {
            return condition;
        }

        map.Missing(key, $"\"{key}\" is missing; a rule without a condition would always hold");
        return Never;
    }

    public Condition Read(YamlMap map)
    {
        var condition = ReadOne(map);
        map.Finish();
        return condition;
    }

    /// <summary>Stands in for a condition that could not be read; the problem is already reported.</summary>
    private static Condition Never { get; } = new Any([]);

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private Condition ReadOne(YamlMap map)
    {
        foreach (var joint in Joints.Where(map.Has))
        {
            var parts = map.Maps(joint).Select(Read).ToArray();
            if (parts.Length == 0)
            {
                map.Error(map.Line, $"\"{joint}\" is empty; list at least one condition");
            }

            return parts.Length == 1 ? parts[0] : joint == "all" ? new All(parts) : new Any(parts);
        }

        var key = Subjects.Keys.FirstOrDefault(map.Has);
        if (key is null)
        {
            map.Error(map.Line, $"this is not a condition; write all, any, {string.Join(", ", Subjects.Keys)}");
            return Never;
        }

        return ReadComparison(map, Subjects[key], map.Text(key));
    }

    private Condition ReadComparison(YamlMap map, Subject subject, string id)
    {
        var symbol = map.OptionalText("operator");
        var value = map.OptionalText(subject == Subject.Question ? "answer" : "value");
        var orUnsure = subject == Subject.Question && map.Flag("or-unsure");
        var comparison = ComparisonOperator.Equal;
        if (symbol is not null && !ComparisonOperators.TryParse(symbol, out comparison))
        {
            map.Error(map.LineOfKey("operator"), $"\"{symbol}\" is not an operator; write one of {string.Join(" ", ComparisonOperators.All)}");
        }

        switch (subject)
        {
            case Subject.State or Subject.Flag:
                return Noted(map, new Comparison(subject, id, ComparisonOperator.Exists, null, null));
            case Subject.Fact when value is null && symbol is null:
                return Noted(map, new Comparison(subject, id, ComparisonOperator.Equal, "yes", null));
        }

        if (value is null && comparison != ComparisonOperator.Exists)
        {
            map.Error(map.Line, $"the comparison with {id} says nothing to compare with");
            return Never;
        }

        if (value is not null && IsNumber(value, out var number))
        {
            return Noted(map, new Comparison(subject, id, comparison, null, number));
        }

        var direct = Noted(map, new Comparison(subject, id, comparison, value, null));
        return orUnsure ? OrUnsure(map, direct) : direct;
    }

    private Any OrUnsure(YamlMap map, Comparison direct)
    {
        var which = direct.Id + WhichSuffix;
        return new Any([direct, Noted(map, direct with { Id = which }), Noted(map, direct with { Id = which, Code = CannotTell })]);
    }

    private Comparison Noted(YamlMap map, Comparison comparison)
    {
        places.Note(comparison, map);
        return comparison;
    }
}
