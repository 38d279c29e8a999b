using System.Globalization;
using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Tables;

/// <summary>One thing a condition reads, with every value that it could tell apart.</summary>
/// <param name="HasWorse">Whether the values stand in order, each worse than the one before.</param>
/// <param name="CanBeDoubted">Whether the values are no (or quiet), unsure (or doubtful) and yes (or sure).</param>
internal sealed record RuleInput(string Id, bool HasWorse, bool CanBeDoubted, IReadOnlyList<string> ValueNames, Action<Circumstances, int> Put)
{
    private static readonly string[] Certainties = ["no", "unsure", "yes"];

    public int Values => ValueNames.Count;

    public string Words(int value) => ValueNames[value];

    /// <summary>Null for what states and flags may not read; that is reported elsewhere.</summary>
    public static RuleInput? Of(RuleIndex index, Subject subject, string id, double[] edges) => subject switch
    {
        Subject.Fact => OfFact(index.Fact(id), edges),
        Subject.State => OfState(id, index.StateNumber(id)),
        Subject.Flag => OfFlag(id, index.FlagNumber(id)),
        _ => null,
    };

    private static RuleInput OfState(string id, int state) =>
        new(id, HasWorse: true, CanBeDoubted: false, ["not set", "set"], (now, value) => now.States[state] = value == 1);

    /// <summary>A doubtful flag is not there yet while unsure reads as no.</summary>
    private static RuleInput OfFlag(string id, int flag) => new(
        id, HasWorse: true, CanBeDoubted: true, ["down", "up in doubt", "up"],
        (now, value) => now.Flags[flag] = value == 2 || (value == 1 && now.UnsureCounts));

    private static RuleInput OfFact(FactSlot fact, double[] edges) => fact.Kind switch
    {
        FactKind.Problem or FactKind.Presence or FactKind.Held => new(
            fact.Id, HasWorse: true, CanBeDoubted: true, Certainties, (now, value) => now.Certainties[fact.Number] = Certainty.No + (byte)value),
        FactKind.Reassurance => new(
            fact.Id, HasWorse: true, CanBeDoubted: false, [.. Certainties.Reverse()], (now, value) => now.Certainties[fact.Number] = Certainty.Yes - (byte)value),
        FactKind.Code => OfCode(fact),
        _ => OfNumber(fact, edges),
    };

    private static RuleInput OfCode(FactSlot fact) => new(
        fact.Id, HasWorse: false, CanBeDoubted: false, [.. fact.Definition.Values.Keys], (now, value) => now.FactCodes[fact.Number] = value);

    private static RuleInput OfNumber(FactSlot fact, double[] edges)
    {
        var numbers = Around(edges).ToList();
        if (fact.Kind == FactKind.Low)
        {
            numbers.Reverse();
        }

        numbers.Insert(0, double.NaN);
        return new(
            fact.Id,
            HasWorse: fact.Kind != FactKind.Age,
            CanBeDoubted: false,
            [.. numbers.Select(number => double.IsNaN(number) ? "unknown" : number.ToString(CultureInfo.InvariantCulture))],
            (now, value) => now.FactNumbers[fact.Number] = numbers[value]);
    }

    /// <summary>Each edge, and a number in each gap beside and between them.</summary>
    private static IEnumerable<double> Around(double[] edges)
    {
        for (var i = 0; i < edges.Length; i++)
        {
            yield return i == 0 ? edges[i] - 1 : (edges[i - 1] + edges[i]) / 2;
            yield return edges[i];
        }

        if (edges.Length > 0)
        {
            yield return edges[^1] + 1;
        }
    }
}
