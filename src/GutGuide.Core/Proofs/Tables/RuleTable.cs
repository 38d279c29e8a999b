using GutGuide.Core.Conditions;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Tables;

/// <summary>
/// The condition of one flag or state, read by the real engine for every combination of what it reads: each problem as no,
/// unsure and yes, each number below, at and above each of its edges, each code, each state and flag. Between two edges all
/// numbers read the same, so the table stands for every answer set.
/// </summary>
internal sealed class RuleTable
{
    /// <summary>A longer rule is read in parts.</summary>
    private const int MostRows = 100_000;

    private readonly RuleOutcome[] _outcomes;
    private readonly int[] _strides;

    private RuleTable(string rule, bool isFlag, RuleInput[] inputs, CompiledCondition condition, RuleIndex index)
    {
        Rule = rule;
        IsFlag = isFlag;
        Inputs = inputs;
        _strides = new int[inputs.Length];
        var rows = 1L;
        for (var i = 0; i < inputs.Length; i++)
        {
            _strides[i] = (int)rows;
            rows = Math.Min(rows * inputs[i].Values, MostRows + 1L);
        }

        IsTooLarge = rows > MostRows;
        _outcomes = IsTooLarge ? [] : Read(condition, new Circumstances(index), (int)rows);
    }

    /// <summary>What a rule makes of one combination, least first.</summary>
    public enum RuleOutcome : byte
    {
        Quiet,

        /// <summary>Up only when doubt counts as yes.</summary>
        Doubtful,
        Sure,
    }

    public string Rule { get; }

    public bool IsFlag { get; }

    public IReadOnlyList<RuleInput> Inputs { get; }

    public bool IsTooLarge { get; }

    public int Rows => _outcomes.Length;

    public RuleOutcome this[int row] => _outcomes[row];

    public static IReadOnlyList<RuleTable> OfAll(RuleIndex index) =>
    [
        .. index.Ruleset.States.SelectMany(state => Of(index, state.Id, isFlag: false, state.When)),
        .. index.Ruleset.Flags.SelectMany(flag => Of(index, flag.Id, isFlag: true, flag.When)),
    ];

    public int ValueOf(int row, int input) => row / _strides[input] % Inputs[input].Values;

    /// <summary>The row in which one input has its next value; for inputs with an order that is the next worse one.</summary>
    public int Next(int row, int input) => row + _strides[input];

    /// <summary>The row in which every yes is an unsure, and every flag that is read is a doubtful one.</summary>
    public int InDoubt(int row)
    {
        for (var input = 0; input < Inputs.Count; input++)
        {
            if (Inputs[input].CanBeDoubted && ValueOf(row, input) == (int)RuleOutcome.Sure)
            {
                row -= _strides[input];
            }
        }

        return row;
    }

    public string Words(int row) => Inputs.Count == 0
        ? "always"
        : string.Join(", ", Inputs.Select((input, number) => $"{input.Id}: {input.Words(ValueOf(row, number))}"));

    /// <summary>
    /// One table, or one for each part of a rule that is too long for one. "all" and "any" grow with each of their parts, so
    /// what holds of every part holds of the whole.
    /// </summary>
    private static IEnumerable<RuleTable> Of(RuleIndex index, string rule, bool isFlag, Condition when)
    {
        var table = new RuleTable(rule, isFlag, InputsOf(index, when), index.Compile(when), index);
        return !table.IsTooLarge ? [table] : when switch
        {
            All all => all.Of.SelectMany(part => Of(index, rule, isFlag, part)),
            Any any => any.Of.SelectMany(part => Of(index, rule, isFlag, part)),
            _ => [table],
        };
    }

    private static RuleInput[] InputsOf(RuleIndex index, Condition when) =>
    [
        .. when.Comparisons()
            .GroupBy(part => (part.Subject, part.Id))
            .Select(parts => RuleInput.Of(
                index, parts.Key.Subject, parts.Key.Id, [.. parts.Select(part => part.Number).OfType<double>().Distinct().Order()]))
            .OfType<RuleInput>(),
    ];

    private RuleOutcome[] Read(CompiledCondition condition, Circumstances now, int rows)
    {
        var outcomes = new RuleOutcome[rows];
        for (var row = 0; row < rows; row++)
        {
            outcomes[row] = IsFlag && Holds(condition, now, row, unsureCounts: false) ? RuleOutcome.Sure
                : Holds(condition, now, row, unsureCounts: true) ? (IsFlag ? RuleOutcome.Doubtful : RuleOutcome.Sure)
                : RuleOutcome.Quiet;
        }

        return outcomes;
    }

    private bool Holds(CompiledCondition condition, Circumstances now, int row, bool unsureCounts)
    {
        now.UnsureCounts = unsureCounts;
        for (var input = 0; input < Inputs.Count; input++)
        {
            Inputs[input].Put(now, ValueOf(row, input));
        }

        return condition.Holds(now);
    }
}
