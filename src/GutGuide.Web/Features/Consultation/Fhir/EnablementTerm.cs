using GutGuide.Core.Conditions;

namespace GutGuide.Web.Features.Consultation.Fhir;

/// <summary>One comparison as FHIR's enableWhen can make it.</summary>
/// <param name="Code">Set when an answer's code is compared.</param>
/// <param name="Number">Set when an answer's number is compared.</param>
/// <param name="IsAnswered">Of the operator <c>exists</c>: whether there must be an answer, or none.</param>
internal sealed record EnablementTerm(string LinkId, ComparisonOperator Operator, string? Code, double? Number, bool IsAnswered = true)
{
    public static EnablementTerm Unanswered(string linkId) => new(linkId, ComparisonOperator.Exists, null, null, IsAnswered: false);

    /// <summary>Whether it can hold only of an item that has an answer.</summary>
    public bool NeedsAnswer => Operator == ComparisonOperator.Exists ? IsAnswered : Operator != ComparisonOperator.NotEqual;

    /// <summary>Whether <paramref name="other"/> holds whenever this one does.</summary>
    public bool Implies(EnablementTerm other) => this == other || (LinkId == other.LinkId && ImpliesOfOneItem(other));

    private bool ImpliesOfOneItem(EnablementTerm other) => other.Operator switch
    {
        ComparisonOperator.Exists => other.IsAnswered && NeedsAnswer,
        ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual => Operator == other.Operator && Number >= other.Number,
        ComparisonOperator.Less or ComparisonOperator.LessOrEqual => Operator == other.Operator && Number <= other.Number,
        _ => false,
    };
}
