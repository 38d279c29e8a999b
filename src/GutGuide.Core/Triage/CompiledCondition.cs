using GutGuide.Core.Conditions;

namespace GutGuide.Core.Triage;

/// <summary>A condition with its names resolved to numbers, so that reading it costs a few array accesses.</summary>
internal abstract class CompiledCondition
{
    public abstract bool Holds(Circumstances now);

    /// <summary>Tells <paramref name="seen"/> of every comparison that holds and helps this condition to hold.</summary>
    public abstract void VisitSupport(Circumstances now, Action<Leaf> seen);

    /// <summary>Tells <paramref name="seen"/> of every comparison that does not hold and keeps this condition from holding.</summary>
    public abstract void VisitObstacles(Circumstances now, Action<Leaf> seen);

    public abstract class Leaf : CompiledCondition
    {
        public override void VisitSupport(Circumstances now, Action<Leaf> seen)
        {
            if (Holds(now))
            {
                seen(this);
            }
        }

        public override void VisitObstacles(Circumstances now, Action<Leaf> seen)
        {
            if (!Holds(now))
            {
                seen(this);
            }
        }
    }

    public sealed class AllOf(CompiledCondition[] parts) : CompiledCondition
    {
        public override bool Holds(Circumstances now)
        {
            foreach (var part in parts)
            {
                if (!part.Holds(now))
                {
                    return false;
                }
            }

            return true;
        }

        public override void VisitSupport(Circumstances now, Action<Leaf> seen)
        {
            if (Holds(now))
            {
                foreach (var part in parts)
                {
                    part.VisitSupport(now, seen);
                }
            }
        }

        public override void VisitObstacles(Circumstances now, Action<Leaf> seen)
        {
            foreach (var part in parts)
            {
                part.VisitObstacles(now, seen);
            }
        }
    }

    public sealed class AnyOf(CompiledCondition[] parts) : CompiledCondition
    {
        public override bool Holds(Circumstances now)
        {
            foreach (var part in parts)
            {
                if (part.Holds(now))
                {
                    return true;
                }
            }

            return false;
        }

        public override void VisitSupport(Circumstances now, Action<Leaf> seen)
        {
            foreach (var part in parts)
            {
                part.VisitSupport(now, seen);
            }
        }

        public override void VisitObstacles(Circumstances now, Action<Leaf> seen)
        {
            if (!Holds(now))
            {
                foreach (var part in parts)
                {
                    part.VisitObstacles(now, seen);
                }
            }
        }
    }

    public sealed class Chosen(int item, ulong mask, bool negated) : Leaf
    {
        public int Item => item;

        /// <summary>Whether it holds when the answer is another one.</summary>
        public bool IsNegated => negated;

        public override bool Holds(Circumstances now) => (now.Chosen[item] & mask) != 0 != negated;
    }

    public sealed class Answered(int item) : Leaf
    {
        public int Item => item;

        public override bool Holds(Circumstances now) => now.IsAnswered(item);
    }

    public sealed class AnswerNumber(int item, ComparisonOperator comparison, double number) : Leaf
    {
        public int Item => item;

        public override bool Holds(Circumstances now) =>
            double.IsNaN(now.Numbers[item]) ? comparison == ComparisonOperator.NotEqual : comparison.Holds(now.Numbers[item], number);
    }

    public sealed class FactIsYes(int fact, bool unsureAlwaysCounts) : Leaf
    {
        public int Fact => fact;

        public override bool Holds(Circumstances now) =>
            now.Certainties[fact] == Certainty.Yes
            || (now.Certainties[fact] == Certainty.Unsure && (unsureAlwaysCounts || now.UnsureCounts));
    }

    public sealed class FactIsNotYes(int fact) : Leaf
    {
        public int Fact => fact;

        public override bool Holds(Circumstances now) => now.Certainties[fact] != Certainty.Yes;
    }

    public sealed class FactNumber(int fact, ComparisonOperator comparison, double number) : Leaf
    {
        public int Fact => fact;

        public override bool Holds(Circumstances now) =>
            HoldsFor(now.FactNumbers[fact]) || (now.UnsureCounts && HoldsFor(now.NumbersInDoubt[fact]));

        private bool HoldsFor(double known) => !double.IsNaN(known) && comparison.Holds(known, number);
    }

    public sealed class FactCode(int fact, int code, bool negated) : Leaf
    {
        public int Fact => fact;

        public override bool Holds(Circumstances now) =>
            now.FactCodes[fact] == code != negated || (now.UnsureCounts && IsInDoubt(now.CodesInDoubt[fact]));

        private bool IsInDoubt(ulong codes) => (negated ? codes & ~(1UL << code) : codes & (1UL << code)) != 0;
    }

    public sealed class StateSet(int state) : Leaf
    {
        public int State => state;

        public override bool Holds(Circumstances now) => now.States[state];
    }

    public sealed class FlagRaised(int flag) : Leaf
    {
        public int Flag => flag;

        public override bool Holds(Circumstances now) => now.Flags[flag];
    }

    public sealed class SectionSum(int section, ComparisonOperator comparison, double number) : Leaf
    {
        public int Section => section;

        public override bool Holds(Circumstances now) => comparison.Holds(now.Sums[section], number);
    }
}
