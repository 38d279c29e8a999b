namespace GutGuide.Core.Rules;

/// <summary>How soon to seek care, least first; only maxima of it are ever taken. Source: safety rule base 1.1.</summary>
public enum TriageTier
{
    /// <summary>No flag and no state with a floor: starting ideas may be tried.</summary>
    SelfCare,

    /// <summary>A clinician should weigh something first; book now, within weeks.</summary>
    Routine,

    /// <summary>A doctor and tests come first, within about two weeks.</summary>
    Soon,

    /// <summary>Advice the same day.</summary>
    Urgent,

    /// <summary>The emergency number, now.</summary>
    Emergency,
}
