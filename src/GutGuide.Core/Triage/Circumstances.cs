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
        Certainties = new Certainty[index.Facts.Count];
        FactNumbers = new double[index.Facts.Count];
        FactCodes = new int[index.Facts.Count];
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

    public Certainty[] Certainties { get; }

    /// <summary>NaN when unknown.</summary>
    public double[] FactNumbers { get; }

    public int[] FactCodes { get; }

    public bool[] States { get; }

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
