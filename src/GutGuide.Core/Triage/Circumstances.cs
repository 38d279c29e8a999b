using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Triage;

/// <summary>How sure a person is of a problem. The larger value wins when several answers speak of one fact.</summary>
internal enum Certainty : byte
{
    Unsaid,
    No,
    Unsure,
    Yes,
}

/// <summary>How far the questions came with an item.</summary>
internal enum Reach : byte
{
    /// <summary>Its page comes later, or never, because the questions have ended.</summary>
    NotYet,
    Asked,

    /// <summary>Its page is passed, and its condition did not hold.</summary>
    Hidden,
}

/// <summary>
/// What the compiled conditions read while one answer set is evaluated: live answers, facts, states, flags and sums, each by
/// the number <see cref="RuleIndex"/> gave it.
/// </summary>
internal sealed class Circumstances
{
    public Circumstances(RuleIndex index)
    {
        Chosen = new ulong[index.Items.Count];
        Numbers = new double[index.Items.Count];
        Reached = new Reach[index.Items.Count];
        Certainties = new Certainty[index.Facts.Count];
        FactNumbers = new double[index.Facts.Count];
        FactCodes = new int[index.Facts.Count];
        NumbersInDoubt = new double[index.Facts.Count];
        CodesInDoubt = new ulong[index.Facts.Count];
        HiddenBehind = new int[index.Facts.Count];
        States = new bool[index.Ruleset.States.Count];
        Flags = new bool[index.Ruleset.Flags.Count];
        Sums = new int[index.Ruleset.Scoring.Sections.Count];
        Array.Fill(Numbers, double.NaN);
        index.ResetFacts(this);
    }

    /// <summary>Of each item, a bit for each chosen option.</summary>
    public ulong[] Chosen { get; }

    /// <summary>Of each item, the number given; NaN when none.</summary>
    public double[] Numbers { get; }

    public Reach[] Reached { get; }

    public Certainty[] Certainties { get; }

    /// <summary>NaN when unknown.</summary>
    public double[] FactNumbers { get; }

    public int[] FactCodes { get; }

    /// <summary>The worst number that a hidden question could give; counts while unsure reads as yes. NaN when there is none.</summary>
    public double[] NumbersInDoubt { get; }

    /// <summary>A bit for each code that a hidden question could give; counts while unsure reads as yes.</summary>
    public ulong[] CodesInDoubt { get; }

    /// <summary>Of each fact, the hidden item that leaves it in doubt; -1 when none does.</summary>
    public int[] HiddenBehind { get; }

    public bool[] States { get; set; }

    /// <summary>The states without what hidden questions leave in doubt; null when they leave nothing.</summary>
    public bool[]? StatesAsked { get; set; }

    public bool[] Flags { get; }

    public int[] Sums { get; }

    /// <summary>Whether "unsure" reads as yes in this pass.</summary>
    public bool UnsureCounts { get; set; }

    public bool IsAnswered(int item) => Chosen[item] != 0 || !double.IsNaN(Numbers[item]);

    public void Take(IndexedItem item, Answer answer)
    {
        Chosen[item.Number] = item.MaskOf(answer);
        Numbers[item.Number] = answer.Number ?? double.NaN;
    }
}
