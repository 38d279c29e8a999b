using GutGuide.Core.Rules;

namespace GutGuide.Core.Plans;

/// <summary>Gives the places of the five phases to candidates. Source: safety rule base sel-4 to sel-7.</summary>
internal sealed class PhasePlaces
{
    private const int PerPhase = 2;
    private const int Products = 2;

    private readonly SelectionCase _person;
    private readonly SuggestionKind[] _kinds;
    private readonly Clash[][] _clashesOf;
    private readonly int[][] _candidates;
    private readonly List<int>[] _chosen;
    private readonly int[] _byOrder;

    /// <param name="candidates">Of each phase, in phase order, best first.</param>
    /// <param name="clashesOf">Of each suggestion, those that may not stand beside it.</param>
    public PhasePlaces(SelectionCase person, SuggestionKind[] kinds, Clash[][] clashesOf, int[][] candidates)
    {
        _person = person;
        _kinds = kinds;
        _clashesOf = clashesOf;
        _candidates = candidates;
        _chosen = new List<int>[candidates.Length];
        _byOrder = new int[candidates.Length];
        for (var phase = 0; phase < candidates.Length; phase++)
        {
            _chosen[phase] = new List<int>(PerPhase);
            _byOrder[phase] = -1;
        }
    }

    /// <summary>Of each phase, in phase order, best first.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Chosen => _chosen;

    /// <summary>What a rule asks for stands before what the order of the plan would choose.</summary>
    public void Reserve(Func<int, bool> isAskedFor)
    {
        for (var phase = 0; phase < _candidates.Length; phase++)
        {
            foreach (var number in _candidates[phase])
            {
                if (isAskedFor(number) && !_chosen[phase].Contains(number) && Allows(number, phase))
                {
                    _chosen[phase].Add(number);
                }
            }
        }
    }

    /// <summary>Pass 1: a place for every phase. A change that made room for one may make room for another, so it is gone over again.</summary>
    public void GiveEachOne()
    {
        while (GiveOne())
        {
        }
    }

    private bool GiveOne()
    {
        var hasChanged = false;
        for (var phase = 0; phase < _candidates.Length; phase++)
        {
            if (HasOk(phase))
            {
                continue;
            }

            if (FirstAllowed(phase) is { } number && (_chosen[phase].Count == 0 || _byOrder[phase] < 0))
            {
                Take(number, phase);
                hasChanged = true;
            }
            else if (_chosen[phase].Count == 0 && _candidates[phase].Length > 0)
            {
                hasChanged |= MakeRoom(phase);
            }
        }

        return hasChanged;
    }

    /// <summary>Pass 2: a second one, when it may be tried outright.</summary>
    public void GiveEachASecond()
    {
        for (var phase = 0; phase < _candidates.Length; phase++)
        {
            foreach (var number in _candidates[phase])
            {
                if (_person.States[number] != SuggestionState.Ok)
                {
                    break;
                }

                if (!_chosen[phase].Contains(number) && Allows(number, phase))
                {
                    _chosen[phase].Add(number);
                    break;
                }
            }

            var best = _candidates[phase];
            _chosen[phase].Sort((one, other) => Array.IndexOf(best, one).CompareTo(Array.IndexOf(best, other)));
        }
    }

    /// <summary>The first clash with anything chosen; null when it could stand in the plan.</summary>
    public ConflictGroup? ClashOf(int number)
    {
        foreach (var (other, group) in _clashesOf[number])
        {
            foreach (var chosen in _chosen)
            {
                if (chosen.Contains(other))
                {
                    return group;
                }
            }
        }

        return null;
    }

    /// <summary>A limit must not empty a phase: one item of an earlier phase changes, the last phase first, if that frees a place.</summary>
    private bool MakeRoom(int empty)
    {
        for (var phase = empty - 1; phase >= 0; phase--)
        {
            var before = _byOrder[phase];
            if (before < 0)
            {
                continue;
            }

            _chosen[phase].Remove(before);
            for (var next = Array.IndexOf(_candidates[phase], before) + 1; next < _candidates[phase].Length; next++)
            {
                var other = _candidates[phase][next];
                if (_chosen[phase].Contains(other) || !Allows(other, phase))
                {
                    continue;
                }

                Take(other, phase);
                if (FirstAllowed(empty) is { } number)
                {
                    Take(number, empty);
                    return true;
                }

                _chosen[phase].Remove(other);
            }

            Take(before, phase);
        }

        return false;
    }

    private void Take(int number, int phase)
    {
        _chosen[phase].Add(number);
        _byOrder[phase] = number;
    }

    private bool HasOk(int phase) => _chosen[phase].Exists(number => _person.States[number] == SuggestionState.Ok);

    /// <summary>Where something to ask about is reserved already, only something to try takes the second place.</summary>
    private int? FirstAllowed(int phase)
    {
        foreach (var number in _candidates[phase])
        {
            if (_chosen[phase].Count > 0 && _person.States[number] != SuggestionState.Ok)
            {
                return null;
            }

            if (!_chosen[phase].Contains(number) && Allows(number, phase))
            {
                return number;
            }
        }

        return null;
    }

    private bool Allows(int number, int phase)
    {
        var isProduct = _kinds[number] == SuggestionKind.Product;
        return _chosen[phase].Count < PerPhase
            && Count() < _person.Most
            && !(isProduct && (Count(SuggestionKind.Product) >= Products || _chosen[phase].Exists(other => _kinds[other] == SuggestionKind.Product)))
            && !(_kinds[number] == SuggestionKind.Diet && Count(SuggestionKind.Diet) > 0)
            && ClashOf(number) is null;
    }

    private int Count()
    {
        var count = 0;
        foreach (var chosen in _chosen)
        {
            count += chosen.Count;
        }

        return count;
    }

    private int Count(SuggestionKind kind)
    {
        var count = 0;
        foreach (var chosen in _chosen)
        {
            foreach (var number in chosen)
            {
                count += _kinds[number] == kind ? 1 : 0;
            }
        }

        return count;
    }
}

/// <summary>Another suggestion that may not stand, or not begin, beside one.</summary>
internal readonly record struct Clash(int Other, ConflictGroup Group);
