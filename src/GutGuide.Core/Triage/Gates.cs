using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Triage;

/// <summary>
/// Which lines stand between a person and a question: the options that open it and whose words cover what it could raise. Only
/// for building; what it builds is kept.
/// </summary>
/// <remarks>
/// A gate is closed for a fact when every line that covers it was clearly not chosen. Of "all" parts one closed part is enough,
/// since the question cannot be asked without it, unless a "!=" beside it hides the question as well: that is a worse answer, and no
/// gate clears it. Of "any" parts every one that covers the fact must be closed.
/// </remarks>
internal sealed class Gates
{
    private readonly RuleIndex _index;
    private readonly Dictionary<int, List<Condition>> _conditions = [];
    private readonly Dictionary<int, List<CompiledCondition>> _compiled = [];
    private readonly Dictionary<(int Item, int Fact), Gate?> _gates = [];
    private readonly Dictionary<int, (int Item, ulong Options)[]> _replacedBy;
    private readonly ILookup<string, int> _doubts;

    public Gates(RuleIndex index)
    {
        _index = index;
        foreach (var page in index.Pages)
        {
            foreach (var (item, enabledWhen) in page.Items)
            {
                _conditions[item.Number] = [.. new[] { page.Definition.EnabledWhen, item.Definition.EnabledWhen }.OfType<Condition>()];
                _compiled[item.Number] = [.. new[] { page.EnabledWhen, enabledWhen }.OfType<CompiledCondition>()];
            }
        }

        _doubts = index.Items.Where(item => item.Definition.DoubtsOf is not null).ToLookup(item => item.Definition.DoubtsOf!, item => item.Number);
        _replacedBy = index.Items
            .SelectMany(item => item.Definition.Replaces.Where(replacement => replacement.Flags.Count == 0), (item, replacement) => (item, replacement))
            .GroupBy(pair => index.ItemOf(pair.replacement.Question).Number)
            .ToDictionary(group => group.Key, group => group.Select(pair => (pair.item.Number, MaskOf(pair.item, pair.replacement))).ToArray());
    }

    /// <param name="Key">Equal for gates of the same lines.</param>
    public sealed record Gate(string Key, CompiledCondition Closed);

    /// <summary>When an item is asked, its page's condition first; empty: always.</summary>
    public IReadOnlyList<Condition> WhenOf(int item) => _conditions[item];

    public IReadOnlyList<CompiledCondition> ConditionsOf(int item) => _compiled[item];

    /// <summary>The answers that replace an item, each as an item with its options.</summary>
    public (int Item, ulong Options)[] ReplacedBy(int item) => _replacedBy.GetValueOrDefault(item, []);

    /// <summary>Whether one of the answers was given.</summary>
    public static bool IsAnswered((int Item, ulong Options)[] answers, Circumstances now)
    {
        foreach (var (item, options) in answers)
        {
            if ((now.Chosen[item] & options) != 0 || (options == ulong.MaxValue && now.IsAnswered(item)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The facts that an item could raise. A reassurance and what is held are the worse for not being asked, and need no gate.</summary>
    public IEnumerable<FactSlot> FactsOf(int item) => _index.Items[item].Settings
        .SelectMany(sets => sets.Select(set => set.Fact))
        .Concat(_index.Facts.Where(fact => _index.NumberQuestions(fact.Number).Contains(item)))
        .Where(fact => fact.Kind is not (FactKind.Reassurance or FactKind.Held or FactKind.Age))
        .Distinct();

    /// <summary>What closes the gate of an item for one fact; null when no line that opens it covers the fact.</summary>
    public Gate? Of(int item, int fact)
    {
        if (!_gates.TryGetValue((item, fact), out var gate))
        {
            gate = _conditions[item].Count == 0 ? null : Closed(new All(_conditions[item]), fact);
            _gates[(item, fact)] = gate;
        }

        return gate;
    }

    private Gate? Closed(Condition condition, int fact)
    {
        switch (condition)
        {
            case All all when all.Of.Select(part => Closed(part, fact)).OfType<Gate>().ToArray() is { Length: > 0 } parts:
                return WithoutWorse(all, parts.Length == 1 ? parts[0] : new($"some({Keys(parts)})", new CompiledCondition.AnyOf([.. parts.Select(part => part.Closed)])));
            case Any any when any.Of.Select(part => Closed(part, fact)).OfType<Gate>().ToArray() is { Length: > 0 } parts:
                return parts.Length == 1 ? parts[0] : new($"every({Keys(parts)})", new CompiledCondition.AllOf([.. parts.Select(part => part.Closed)]));
            case Comparison { Subject: Subject.Question, Operator: ComparisonOperator.Equal, Code: { } code } line
                when _index.ItemOf(line.Id) is var item && IsCovered(item, code, fact):
                return LineOf(item, code, fact);
            default:
                return null;
        }
    }

    private Gate WithoutWorse(All all, Gate gate)
    {
        var denials = all.Of.OfType<Comparison>().Where(part => part is { Subject: Subject.Question, Operator: ComparisonOperator.NotEqual }).ToArray();
        return denials.Length == 0 ? gate : new(
            $"{gate.Key}unless({string.Join(",", denials.Select(denial => $"{denial.Id}={denial.Code}"))})",
            new CompiledCondition.AllOf([gate.Closed, .. denials.Select(_index.Compile)]));
    }

    private static string Keys(IEnumerable<Gate> parts) => string.Join(",", parts.Select(part => part.Key));

    /// <summary>"I'm not sure" covers what the other options of its question tell of or cover: whoever is sure has answered them.</summary>
    private bool IsCovered(IndexedItem item, string code, int fact)
    {
        var option = item.Definition.Option(code)!;
        var id = _index.Facts[fact].Id;
        return option.Unsure
            ? item.Definition.Options.Any(other => other.Covers.Contains(id) || other.Sets.Any(setting => setting.Fact == id))
            : option.Covers.Contains(id);
    }

    private Gate LineOf(IndexedItem item, string code, int fact)
    {
        var line = item.MaskOf(code);
        var isDoubt = item.Definition.Option(code)!.Unsure;
        var unsure = isDoubt ? 0UL : item.Definition.Options.Where(option => option.Unsure).Aggregate(0UL, (mask, option) => mask | item.MaskOf(option.Code));
        var gate = Of(item.Number, fact);
        return new(
            $"{item.Number}:{line}{(gate is null ? "" : $"<{gate.Key}>")}",
            new NotChosen(item.Number, line, unsure, [.. _doubts[item.Definition.LinkId]], gate?.Closed, ReplacedBy(item.Number)));
    }

    private static ulong MaskOf(IndexedItem item, Replacement replacement) => replacement.Answers.Count == 0
        ? ulong.MaxValue
        : replacement.Answers.Aggregate(0UL, (mask, code) => mask | item.MaskOf(code));

    /// <summary>
    /// A line that was clearly not chosen: its question was answered without it and without an open doubt, or was itself not asked
    /// for a reason that answers for it.
    /// </summary>
    private sealed class NotChosen(
        int item, ulong line, ulong unsure, int[] doubts, CompiledCondition? closed, (int Item, ulong Options)[] replacedBy) : CompiledCondition.Leaf
    {
        public override bool Holds(Circumstances now) => now.Reached[item] switch
        {
            Reach.Asked => now.IsAnswered(item) && (now.Chosen[item] & line) == 0
                && ((now.Chosen[item] & unsure) == 0 || Array.Exists(doubts, now.IsAnswered)),
            Reach.Hidden => closed?.Holds(now) == true || IsAnswered(replacedBy, now),
            _ => false,
        };
    }
}
