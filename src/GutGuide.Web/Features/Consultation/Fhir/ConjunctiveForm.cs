using GutGuide.Core.Conditions;

namespace GutGuide.Web.Features.Consultation.Fhir;

/// <summary>
/// A condition as nested FHIR groups can say it: every clause holds, and of a clause at least one term. FHIR's own "!=" also
/// holds without an answer, but not every form filler knows; so where an answer may be lacking, the clause says so itself.
/// </summary>
internal sealed class ConjunctiveForm
{
    private ConjunctiveForm(IReadOnlyList<EnablementTerm[]> clauses) => Clauses = clauses;

    /// <summary>Holds for everyone.</summary>
    public static ConjunctiveForm Always { get; } = new([]);

    public IReadOnlyList<EnablementTerm[]> Clauses { get; }

    public static ConjunctiveForm Of(Condition? condition) => condition is null ? Always : Of(condition, negated: false);

    public static ConjunctiveForm OfNot(Condition condition) => Of(condition, negated: true);

    public ConjunctiveForm And(ConjunctiveForm other) => Short([.. Clauses, .. other.Clauses]);

    /// <summary>The form for a moment at which only these items can have an answer.</summary>
    /// <exception cref="ArgumentException">It cannot hold then.</exception>
    public ConjunctiveForm WithAnswersOnlyTo(IReadOnlySet<string> asked)
    {
        var undecided = Clauses
            .Where(clause => clause.All(term => asked.Contains(term.LinkId) || term.NeedsAnswer))
            .Select(clause => clause.Where(term => asked.Contains(term.LinkId)).ToArray())
            .ToArray();
        return undecided.All(clause => clause.Length > 0) ? new(undecided) : throw new ArgumentException("A stop would end the questions before the first of them.");
    }

    /// <summary>What is left to say where <paramref name="known"/> already holds.</summary>
    /// <param name="alwaysAnswered">Items that nobody can leave blank.</param>
    public ConjunctiveForm Given(ConjunctiveForm known, IReadOnlySet<string> alwaysAnswered)
    {
        var answered = known.And(this).Clauses
            .Where(clause => clause.All(term => term.NeedsAnswer && term.LinkId == clause[0].LinkId))
            .Select(clause => clause[0].LinkId)
            .ToHashSet(StringComparer.Ordinal);
        var left = Clauses
            .Select(WithoutIdleTerms)
            .Where(clause => !known.Clauses.Any(other => Implies(other, clause)));
        return Short([.. left]);

        EnablementTerm[] WithoutIdleTerms(EnablementTerm[] clause)
        {
            EnablementTerm[] busy = [.. clause.Where(term => !IsIdle(term, clause))];
            return busy.Length > 0 ? busy : clause;
        }

        bool IsIdle(EnablementTerm term, EnablementTerm[] clause) =>
            term == EnablementTerm.Unanswered(term.LinkId)
            && (answered.Contains(term.LinkId)
                || (alwaysAnswered.Contains(term.LinkId)
                    && clause.Any(other => other.LinkId == term.LinkId && other.Operator == ComparisonOperator.NotEqual)));
    }

    /// <summary>Whether <paramref name="other"/> holds whenever this one does, as far as that shows in the clauses.</summary>
    public bool Implies(ConjunctiveForm other) =>
        other.Clauses.All(wanted => Clauses.Any(clause => Implies(clause, wanted)));

    /// <summary>One of its clauses, which holds whenever the form does: the shortest of those that take an answer.</summary>
    public ConjunctiveForm Weakened() =>
        new([.. Clauses.OrderBy(clause => clause.All(term => term.NeedsAnswer) ? 0 : 1).ThenBy(clause => clause.Length).Take(1)]);

    private static ConjunctiveForm Of(Condition condition, bool negated) => condition switch
    {
        All all => Joined(all.Of, negated, isAny: negated),
        Any any => Joined(any.Of, negated, isAny: !negated),
        Comparison { Subject: Subject.Question } comparison => new([Terms(comparison, negated)]),
        Comparison comparison => throw new ArgumentException($"FHIR cannot compare the {comparison.Subject} {comparison.Id}; only answers can open a question."),
        _ => throw new ArgumentException($"A condition of the kind {condition.GetType().Name} cannot be read.", nameof(condition)),
    };

    private static ConjunctiveForm Joined(IEnumerable<Condition> parts, bool negated, bool isAny)
    {
        var forms = parts.Select(part => Of(part, negated));
        return isAny ? forms.Aggregate(Or) : forms.Aggregate((one, other) => one.And(other));
    }

    private static ConjunctiveForm Or(ConjunctiveForm one, ConjunctiveForm other) => Short(
    [
        .. one.Clauses.SelectMany(_ => other.Clauses, (left, right) => (EnablementTerm[])[.. left, .. right]),
    ]);

    private static EnablementTerm[] Terms(Comparison comparison, bool negated)
    {
        var term = new EnablementTerm(comparison.Id, comparison.Operator, comparison.Code, comparison.Number);
        if (negated)
        {
            term = term.Operator == ComparisonOperator.Exists ? term with { IsAnswered = false } : term with { Operator = Opposite(term.Operator) };
        }

        // Without an answer "!=" holds and its opposite does not; every other comparison is the other way about.
        var holdsUnanswered = (comparison.Operator == ComparisonOperator.NotEqual) != negated;
        return holdsUnanswered && term.Operator != ComparisonOperator.Exists ? [EnablementTerm.Unanswered(term.LinkId), term] : [term];
    }

    private static ComparisonOperator Opposite(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        ComparisonOperator.NotEqual => ComparisonOperator.Equal,
        ComparisonOperator.Greater => ComparisonOperator.LessOrEqual,
        ComparisonOperator.LessOrEqual => ComparisonOperator.Greater,
        ComparisonOperator.Less => ComparisonOperator.GreaterOrEqual,
        _ => ComparisonOperator.Less,
    };

    /// <summary>Without terms and clauses that say nothing beside the others.</summary>
    private static ConjunctiveForm Short(IEnumerable<EnablementTerm[]> clauses)
    {
        var kept = new List<EnablementTerm[]>();
        foreach (var clause in clauses.Select(WithoutImplied).Where(clause => !IsTrue(clause)))
        {
            if (!kept.Exists(other => Implies(other, clause)))
            {
                kept.RemoveAll(other => Implies(clause, other));
                kept.Add(clause);
            }
        }

        return new(kept);
    }

    private static EnablementTerm[] WithoutImplied(EnablementTerm[] clause)
    {
        var terms = clause.Distinct().ToArray();
        return [.. terms.Where(term => !terms.Any(other => other != term && term.Implies(other)))];
    }

    private static bool IsTrue(EnablementTerm[] clause) =>
        clause.Any(term => term == EnablementTerm.Unanswered(term.LinkId) && clause.Contains(term with { IsAnswered = true }));

    private static bool Implies(EnablementTerm[] clause, EnablementTerm[] other) =>
        clause.All(term => other.Any(term.Implies));
}
