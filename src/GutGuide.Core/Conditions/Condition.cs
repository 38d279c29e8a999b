using System.Text.Json.Serialization;

namespace GutGuide.Core.Conditions;

/// <summary>
/// A rule's "when", as data: comparisons joined by <c>all</c> and <c>any</c>. There is no negation but "!=",
/// so that adding a problem can never switch a rule off.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(All), "all")]
[JsonDerivedType(typeof(Any), "any")]
[JsonDerivedType(typeof(Comparison), "is")]
public abstract record Condition
{
    public static Condition AllOf(params Condition[] parts) => parts.Length == 1 ? parts[0] : new All(parts);

    public static Condition AnyOf(params Condition[] parts) => parts.Length == 1 ? parts[0] : new Any(parts);

    /// <summary>A yes/no/unsure fact that is yes; unsure follows the rule that reads it.</summary>
    public static Condition Fact(string id) => new Comparison(Subject.Fact, id, ComparisonOperator.Equal, "yes", null);

    public static Condition Fact(string id, ComparisonOperator comparison, double number) =>
        new Comparison(Subject.Fact, id, comparison, null, number);

    public static Condition Fact(string id, ComparisonOperator comparison, string code) =>
        new Comparison(Subject.Fact, id, comparison, code, null);

    public static Condition State(string id) => new Comparison(Subject.State, id, ComparisonOperator.Exists, null, null);

    public static Condition Flag(string id) => new Comparison(Subject.Flag, id, ComparisonOperator.Exists, null, null);

    public static Condition Question(string linkId, string code, ComparisonOperator comparison = ComparisonOperator.Equal) =>
        new Comparison(Subject.Question, linkId, comparison, code, null);

    public static Condition Question(string linkId, ComparisonOperator comparison, double number) =>
        new Comparison(Subject.Question, linkId, comparison, null, number);

    public static Condition Section(string id, ComparisonOperator comparison, double number) =>
        new Comparison(Subject.Section, id, comparison, null, number);

    /// <summary>Every comparison inside, in reading order.</summary>
    public IEnumerable<Comparison> Comparisons() => this switch
    {
        All all => all.Of.SelectMany(part => part.Comparisons()),
        Any any => any.Of.SelectMany(part => part.Comparisons()),
        _ => [(Comparison)this],
    };
}

/// <summary>Holds when every part holds; never empty.</summary>
public sealed record All(IReadOnlyList<Condition> Of) : Condition;

/// <summary>Holds when at least one part holds; never empty.</summary>
public sealed record Any(IReadOnlyList<Condition> Of) : Condition;

/// <summary>What a comparison reads.</summary>
public enum Subject
{
    /// <summary>An answer, by linkId. Hidden or unanswered: "!=" holds, everything else does not.</summary>
    Question,

    /// <summary>A named variable that answers set.</summary>
    Fact,

    /// <summary>A derived state (sp-, med-, sx-) that is set.</summary>
    State,

    /// <summary>A red flag that is raised.</summary>
    Flag,

    /// <summary>The sum of one section of the questionnaire.</summary>
    Section,
}

/// <summary>One comparison. Exactly one of <paramref name="Code"/> and <paramref name="Number"/> is set, unless the operator is <c>exists</c>.</summary>
/// <param name="Id">A linkId, or the id of a fact, state, flag or section.</param>
public sealed record Comparison(Subject Subject, string Id, ComparisonOperator Operator, string? Code, double? Number) : Condition;
