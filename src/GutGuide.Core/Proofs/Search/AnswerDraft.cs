using GutGuide.Core.Questionnaires;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Search;

/// <summary>Answers in the making: what some items must say, and what they must not.</summary>
internal sealed class AnswerDraft
{
    private readonly ulong[] _chosen;
    private readonly ulong[] _forbidden;
    private readonly (double Least, double Most)[] _ranges;
    private readonly bool[] _asked;

    public AnswerDraft(int items)
    {
        _chosen = new ulong[items];
        _forbidden = new ulong[items];
        _ranges = new (double, double)[items];
        _asked = new bool[items];
        Array.Fill(_ranges, (double.NegativeInfinity, double.PositiveInfinity));
    }

    private AnswerDraft(AnswerDraft other)
    {
        _chosen = [.. other._chosen];
        _forbidden = [.. other._forbidden];
        _ranges = [.. other._ranges];
        _asked = [.. other._asked];
    }

    public AnswerDraft Copy() => new(this);

    public ulong Chosen(int item) => _chosen[item];

    public ulong Forbidden(int item) => _forbidden[item];

    public (double Least, double Most) Range(int item) => _ranges[item];

    /// <summary>Whether the item must be met; what makes it appear is then a goal of the search.</summary>
    public bool IsAsked(int item) => _asked[item];

    public void Ask(int item) => _asked[item] = true;

    /// <summary>Chooses an option; false when that cannot stand beside what is chosen or forbidden already.</summary>
    public bool Choose(IndexedItem item, ulong option)
    {
        if (!CanChoose(item, option))
        {
            return false;
        }

        _chosen[item.Number] |= option;
        return true;
    }

    public bool CanChoose(IndexedItem item, ulong option)
    {
        var before = _chosen[item.Number];
        return (before & option) != 0
            || ((_forbidden[item.Number] & option) == 0
                && (before == 0 || (item.Definition.Type != ItemType.Choice && !IsExclusive(item, before | option))));
    }

    public bool Forbid(int item, ulong option)
    {
        _forbidden[item] |= option;
        return (_chosen[item] & option) == 0;
    }

    /// <summary>Narrows the number; false when no whole number of the item is left.</summary>
    public bool Narrow(IndexedItem item, double least, double most)
    {
        var range = (Least: Math.Max(_ranges[item.Number].Least, least), Most: Math.Min(_ranges[item.Number].Most, most));
        _ranges[item.Number] = range;
        return Math.Max(range.Least, item.Definition.Minimum ?? 0) <= Math.Min(range.Most, item.Definition.Maximum ?? int.MaxValue);
    }

    private static bool IsExclusive(IndexedItem item, ulong options) =>
        item.Definition.Options.Index().Any(option => option.Item.Exclusive && (options & (1UL << option.Index)) != 0);
}
