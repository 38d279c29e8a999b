using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Triage;

/// <summary>
/// Answers to tier: which questions count, what they mean, which states are set and which flags are raised. Takes only
/// maxima, so nothing lowers a tier. Safe to share between threads.
/// </summary>
public sealed class TriageScorer
{
    /// <summary>From this age on, in whole years, a person is an adult here (safety rule base sp-under18).</summary>
    public const int AdultAge = 18;

    public TriageScorer(Ruleset ruleset)
        : this(new RuleIndex(ruleset))
    {
    }

    internal TriageScorer(RuleIndex index) => Index = index;

    internal RuleIndex Index { get; }

    /// <summary>Assesses what a person has said so far.</summary>
    /// <exception cref="ArgumentException">An answer names a question or code that the questionnaire does not have.</exception>
    public Findings Assess(Answers answers)
    {
        foreach (var linkId in answers.All)
        {
            Index.ItemOf(linkId.Key);
        }

        var findings = Walk(answers, stopAtEmergency: false);

        // An emergency ends the questions on its own page, so later blanks are not missing. Only then is the page looked for,
        // since it is rare.
        return findings.HasEmergency ? Walk(answers, stopAtEmergency: true) : findings;
    }

    /// <summary>Works out states and flags from the facts that stand in <paramref name="now"/>.</summary>
    /// <param name="given">Numbers of states that are taken as set, whatever the facts say.</param>
    internal List<(int Flag, TriageTier Tier)> Judge(Circumstances now, IReadOnlySet<int>? given = null)
    {
        SetStates(now, late: false, given);
        var raised = RaiseFlags(now);
        SetStates(now, late: true, given);
        return raised;
    }

    internal TriageTier TierOf(Circumstances now, List<(int Flag, TriageTier Tier)> raised)
    {
        var tier = TriageTier.SelfCare;
        foreach (var (_, flagTier) in raised)
        {
            tier = Max(tier, flagTier);
        }

        for (var state = 0; state < now.States.Length; state++)
        {
            tier = now.States[state] ? Max(tier, Index.Ruleset.States[state].Floor) : tier;
        }

        return tier;
    }

    private static TriageTier Max(TriageTier one, TriageTier other) => one > other ? one : other;

    private Findings Walk(Answers answers, bool stopAtEmergency)
    {
        var now = new Circumstances(Index);
        var live = new List<int>(Index.Items.Count);
        var missing = new List<int>();
        string? card = null;
        List<(int Flag, TriageTier Tier)>? raised = null;

        foreach (var page in Index.Pages)
        {
            if (page.EnabledWhen is { } when && !when.Holds(now))
            {
                Hide(page, now);
                continue;
            }

            var answered = Ask(page, answers, now, live, missing);
            card = CardOfStop(now);
            if (stopAtEmergency && answered)
            {
                SetFacts(now, live);
                raised = Judge(now);
            }

            if (card is not null || (raised is not null && Findings.IsEmergency(raised)))
            {
                break;
            }
        }

        SetFacts(now, live);
        raised = Judge(now);
        AddSums(now, live);
        return new Findings(this, now, raised, live, missing, missing.Count == 0 ? TierOf(now, raised) : null, card);
    }

    /// <summary>Takes the answers to the enabled items of a page. An answer left on a hidden item counts as none.</summary>
    private static bool Ask(IndexedPage page, Answers answers, Circumstances now, List<int> live, List<int> missing)
    {
        var any = false;
        foreach (var (item, enabledWhen) in page.Items)
        {
            if (enabledWhen is not null && !enabledWhen.Holds(now))
            {
                now.Reached[item.Number] = Reach.Hidden;
                continue;
            }

            now.Reached[item.Number] = Reach.Asked;
            if (answers[item.Definition.LinkId] is { } answer)
            {
                now.Take(item, answer);
                live.Add(item.Number);
                any = true;
            }
            else if (item.Definition.Required)
            {
                missing.Add(item.Number);
            }
        }

        return any;
    }

    private static void Hide(IndexedPage page, Circumstances now)
    {
        foreach (var (item, _) in page.Items)
        {
            now.Reached[item.Number] = Reach.Hidden;
        }
    }

    private string? CardOfStop(Circumstances now)
    {
        for (var stop = 0; stop < Index.Stops.Count; stop++)
        {
            if (Index.Stops[stop].Holds(now))
            {
                return Index.Ruleset.Questionnaire.Stops[stop].Card;
            }
        }

        return null;
    }

    private void SetFacts(Circumstances now, List<int> live)
    {
        Index.ResetFacts(now);
        foreach (var number in live)
        {
            var item = Index.Items[number];
            for (var option = 0; option < item.Settings.Length; option++)
            {
                if ((now.Chosen[number] & (1UL << option)) != 0)
                {
                    foreach (var (fact, setting) in item.Settings[option])
                    {
                        fact.Apply(now, setting);
                    }
                }
            }
        }

        foreach (var fact in Index.Facts)
        {
            if (fact.Definition.From is { } from && Index.NumberFrom(from, now) is { } derived)
            {
                fact.ApplyNumber(now, derived);
            }
        }

        Index.FillDefaults(now);
        DoubtHidden(now);
    }

    /// <summary>The states that facts alone set.</summary>
    internal bool[] StatesOf(Circumstances now)
    {
        SetStates(now, late: false, given: null);
        return [.. now.States];
    }

    /// <summary>Puts in doubt what hidden questions could have told. What is sure of the states is kept: a flag that needs the doubt is doubtful.</summary>
    private void DoubtHidden(Circumstances now)
    {
        now.StatesAsked = null;
        foreach (var hidden in Index.Hidden)
        {
            if (hidden.IsOpen(now))
            {
                now.StatesAsked ??= StatesOf(now);
                hidden.Doubt(now);
            }
        }
    }

    private void AddSums(Circumstances now, List<int> live)
    {
        foreach (var number in live)
        {
            var item = Index.Items[number];
            if (item.SectionNumber >= 0)
            {
                now.Sums[item.SectionNumber] += item.SumOf(now.Chosen[number]);
            }
        }
    }

    private void SetStates(Circumstances now, bool late, IReadOnlySet<int>? given)
    {
        // For what is held back, doubt counts as yes.
        now.UnsureCounts = true;
        for (var state = 0; state < Index.States.Count; state++)
        {
            if (Index.LateStates[state] == late)
            {
                now.States[state] = Index.States[state].Holds(now) || given?.Contains(state) == true;
            }
        }
    }

    private List<(int Flag, TriageTier Tier)> RaiseFlags(Circumstances now)
    {
        Array.Clear(now.Flags);
        var raised = new List<(int, TriageTier)>();
        var flags = Index.Ruleset.Flags;
        var states = now.States;
        now.States = now.StatesAsked ?? states;
        Read(unsureCounts: false);
        now.States = states;
        Read(unsureCounts: true);
        raised.Sort(static (one, other) => one.Item1.CompareTo(other.Item1));
        return raised;

        void Read(bool unsureCounts)
        {
            now.UnsureCounts = unsureCounts;
            for (var flag = 0; flag < flags.Count; flag++)
            {
                if (!now.Flags[flag] && Index.Flags[flag].Holds(now))
                {
                    now.Flags[flag] = true;
                    raised.Add((flag, unsureCounts ? OneLower(flags[flag].Tier) : flags[flag].Tier));
                }
            }
        }
    }

    /// <summary>What a doubtful flag counts as: one tier lower, never below routine.</summary>
    internal static TriageTier OneLower(TriageTier tier) => tier > TriageTier.Routine ? tier - 1 : tier;
}
