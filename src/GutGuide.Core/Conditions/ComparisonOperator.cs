namespace GutGuide.Core.Conditions;

/// <summary>FHIR R4's seven questionnaire operators, and no others.</summary>
public enum ComparisonOperator
{
    Exists,
    Equal,
    NotEqual,
    Greater,
    Less,
    GreaterOrEqual,
    LessOrEqual,
}

/// <summary>The operators as FHIR writes them: <c>exists = != &gt; &lt; &gt;= &lt;=</c>.</summary>
public static class ComparisonOperators
{
    private static readonly string[] Symbols = ["exists", "=", "!=", ">", "<", ">=", "<="];

    public static IReadOnlyList<string> All => Symbols;

    public static string Symbol(this ComparisonOperator comparison) => Symbols[(int)comparison];

    public static bool TryParse(string symbol, out ComparisonOperator comparison)
    {
        var index = Array.IndexOf(Symbols, symbol);
        comparison = (ComparisonOperator)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>Compares two known numbers. <c>Exists</c> is true of any known number.</summary>
    public static bool Holds(this ComparisonOperator comparison, double left, double right) => comparison switch
    {
        ComparisonOperator.Exists => true,
        ComparisonOperator.Equal => left == right,
        ComparisonOperator.NotEqual => left != right,
        ComparisonOperator.Greater => left > right,
        ComparisonOperator.Less => left < right,
        ComparisonOperator.GreaterOrEqual => left >= right,
        _ => left <= right,
    };
}
