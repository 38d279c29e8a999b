namespace GutGuide.Core.Comparisons;

/// <summary>
/// Chance that hangs on names alone: the same person and question give the same number in every version of the rules, so that
/// a question added in between leaves all other answers as they were.
/// </summary>
/// <param name="person">Number of the invented person.</param>
internal readonly struct StableRandom(int person)
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>From 0 up to, but not including, 1.</summary>
    public double Of(string about, string detail = "")
    {
        var hash = FnvOffset ^ (ulong)(uint)person;
        hash = Add(Add(Add(hash, about), "/"), detail);

        // Similar names differ in few low bits only; this spreads them over all.
        hash ^= hash >> 30;
        hash *= 0xBF58476D1CE4E5B9;
        hash ^= hash >> 27;
        hash *= 0x94D049BB133111EB;
        hash ^= hash >> 31;
        return (hash >> 11) * (1.0 / (1UL << 53));
    }

    private static ulong Add(ulong hash, string text)
    {
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * FnvPrime;
        }

        return hash;
    }
}
