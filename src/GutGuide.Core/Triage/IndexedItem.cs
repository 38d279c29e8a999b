using System.Collections.Frozen;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Triage;

/// <summary>One item with its options as bits.</summary>
internal sealed class IndexedItem
{
    private readonly FrozenDictionary<string, int> _options;

    public IndexedItem(int number, QuestionnaireItem definition, RuleIndex index)
    {
        if (definition.Options.Count > 64)
        {
            throw new ArgumentException($"The question {definition.LinkId} has more than 64 options.", nameof(definition));
        }

        Number = number;
        Definition = definition;
        SectionNumber = definition.Section is { } section ? index.SectionNumber(section) : -1;
        _options = definition.Options.Select((option, bit) => KeyValuePair.Create(option.Code, bit)).ToFrozenDictionary(StringComparer.Ordinal);
        Weights = [.. definition.Options.Select(option => option.Weight ?? 0)];
        Settings = definition.Options
            .Select(option => option.Sets.Select(setting => (index.Fact(setting.Fact), setting)).ToArray())
            .ToArray();
        Doubts = definition.Options
            .Where(option => option.Unsure || option.Sets.Any(setting => setting.Code == "unsure"))
            .Aggregate(0UL, (mask, option) => mask | MaskOf(option.Code));
    }

    public int Number { get; }

    public QuestionnaireItem Definition { get; }

    public int SectionNumber { get; }

    public int[] Weights { get; }

    /// <summary>Of each option, the facts it sets.</summary>
    public (FactSlot Fact, FactSetting Setting)[][] Settings { get; }

    /// <summary>The options that leave something in doubt.</summary>
    public ulong Doubts { get; }

    public ulong MaskOf(string code) =>
        _options.TryGetValue(code, out var bit) ? 1UL << bit : throw new ArgumentException($"{code} is not an answer to {Definition.LinkId}.", nameof(code));

    public ulong MaskOf(Answer answer)
    {
        var mask = 0UL;
        foreach (var code in answer.Codes)
        {
            mask |= MaskOf(code);
        }

        return mask;
    }

    /// <summary>The weights of these options together.</summary>
    public int SumOf(ulong chosen)
    {
        var sum = 0;
        for (var option = 0; option < Weights.Length; option++)
        {
            sum += (chosen & (1UL << option)) != 0 ? Weights[option] : 0;
        }

        return sum;
    }
}
