using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GutGuide.Web.Features.Consultation;

/// <summary>
/// A whole number as people type one: with its unit, in another unit, with a comma, in the digits of another script. Where a
/// part is left over, it is cut so that nobody seems taller, lighter or older than they are: a height is never rounded down,
/// a weight and an age never up. So rounding can only make a diet look less safe, not safer.
/// </summary>
/// <param name="Number">In the field's own unit.</param>
/// <param name="Inches">What was typed beyond whole feet, in a field for feet.</param>
public sealed partial record TypedNumber(int Number, int? Inches = null)
{
    public const string Feet = "feet";
    public const string InchesUnit = "inches";

    private const string Years = "years";
    private const string Pounds = "pounds";
    private const string Centimeters = "cm";
    private const string Kilograms = "kg";

    private const char FirstOfFullWidth = '\uFF01';
    private const char LastOfFullWidth = '\uFF5E';
    private const int InchesInFoot = 12;
    private const int PoundsInStone = 14;
    private const decimal CentimetersInInch = 2.54m;
    private const decimal KilogramsInPound = 0.45359237m;

    // Nobody grown is this many centimeters tall: a bare number below it is meters.
    private const decimal MostMeters = 3;

    // Whatever is more is no size of a person, and would not fit a whole number.
    private const decimal MostReadable = 1_000_000;

    private const string AmountPattern = """(?<amount>[0-9]{1,9}(?:[.,][0-9]{1,3})?) ?(?<unit>(?:[a-z]+|['"])?)""";

    /// <summary>The words for a unit, and how many centimeters or kilograms one of it is.</summary>
    private static readonly Dictionary<string, (string Kind, decimal Size)> Units = new(StringComparer.Ordinal)
    {
        ["y"] = (Years, 1),
        ["yr"] = (Years, 1),
        ["yrs"] = (Years, 1),
        ["yo"] = (Years, 1),
        ["year"] = (Years, 1),
        ["years"] = (Years, 1),
        ["'"] = (Centimeters, InchesInFoot * CentimetersInInch),
        ["ft"] = (Centimeters, InchesInFoot * CentimetersInInch),
        ["foot"] = (Centimeters, InchesInFoot * CentimetersInInch),
        ["feet"] = (Centimeters, InchesInFoot * CentimetersInInch),
        ["\""] = (Centimeters, CentimetersInInch),
        ["in"] = (Centimeters, CentimetersInInch),
        ["inch"] = (Centimeters, CentimetersInInch),
        ["inches"] = (Centimeters, CentimetersInInch),
        ["cm"] = (Centimeters, 1),
        ["cms"] = (Centimeters, 1),
        ["centimeter"] = (Centimeters, 1),
        ["centimeters"] = (Centimeters, 1),
        ["centimetre"] = (Centimeters, 1),
        ["centimetres"] = (Centimeters, 1),
        ["m"] = (Centimeters, 100),
        ["meter"] = (Centimeters, 100),
        ["meters"] = (Centimeters, 100),
        ["metre"] = (Centimeters, 100),
        ["metres"] = (Centimeters, 100),
        ["kg"] = (Kilograms, 1),
        ["kgs"] = (Kilograms, 1),
        ["kilo"] = (Kilograms, 1),
        ["kilos"] = (Kilograms, 1),
        ["kilogram"] = (Kilograms, 1),
        ["kilograms"] = (Kilograms, 1),
        ["kilogramme"] = (Kilograms, 1),
        ["kilogrammes"] = (Kilograms, 1),
        ["lb"] = (Kilograms, KilogramsInPound),
        ["lbs"] = (Kilograms, KilogramsInPound),
        ["pound"] = (Kilograms, KilogramsInPound),
        ["pounds"] = (Kilograms, KilogramsInPound),
        ["st"] = (Kilograms, PoundsInStone * KilogramsInPound),
        ["stone"] = (Kilograms, PoundsInStone * KilogramsInPound),
        ["stones"] = (Kilograms, PoundsInStone * KilogramsInPound),
    };

    /// <summary>Null for what cannot be read as one amount of the field's kind.</summary>
    /// <param name="unit">The field's; without one only a whole number is read.</param>
    public static TypedNumber? Read(string text, string? unit)
    {
        var typed = Normal(text);
        if (int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return new TypedNumber(whole);
        }

        return unit is not null && Parts(typed) is { } parts ? Of(parts, unit) : null;
    }

    /// <summary>An amount to show as an example of what fits.</summary>
    public static string Example(string? unit) => unit switch
    {
        Years => "35 years",
        Feet => "5 ft 10",
        InchesUnit => "10",
        Pounds => "154 pounds",
        Centimeters => "170 cm",
        Kilograms => "70 kg",
        _ => "42",
    };

    private static TypedNumber? Of(List<(decimal Amount, string? Unit)> parts, string unit) => unit switch
    {
        Years => parts is [(var years, null or "y" or "yr" or "yrs" or "yo" or "year" or "years")] ? Whole(decimal.Floor(years)) : null,
        Feet => FeetAndInches(parts),
        InchesUnit => parts is [(var inches, null or "\"" or "in" or "inch" or "inches")] ? Whole(decimal.Ceiling(inches)) : null,
        Centimeters => Sum(parts, parts is [( < MostMeters, null)] ? "m" : Centimeters, parts[0].Unit is { } metric && metric.StartsWith('m') ? Centimeters : "in", Centimeters) is { } length ? Whole(decimal.Ceiling(length)) : null,
        Pounds => Sum(parts, "lb", "lb", Kilograms) is { } weight ? Whole(Down(weight / KilogramsInPound)) : null,
        Kilograms => Sum(parts, Kilograms, "lb", Kilograms) is { } weight ? Whole(Down(weight)) : null,
        _ => null,
    };

    private static TypedNumber? FeetAndInches(List<(decimal Amount, string? Unit)> parts)
    {
        // "5.10" may be meant as five feet ten or as a tenth: not for us to guess.
        if (parts is [(var bare, null or "'" or "ft" or "foot" or "feet"), ..] && decimal.Truncate(bare) != bare)
        {
            return null;
        }

        if (Sum(parts, "ft", "in", Centimeters) is not { } length || length > MostReadable)
        {
            return null;
        }

        var inches = (int)decimal.Ceiling(decimal.Round(length / CentimetersInInch, 6));
        var hasInches = parts.Count > 1 || parts is not [(_, null or "'" or "ft" or "foot" or "feet")];
        return new TypedNumber(inches / InchesInFoot, hasInches ? inches % InchesInFoot : null);
    }

    /// <summary>All parts together, in centimeters or kilograms; null where one is of another kind, or smaller parts come first.</summary>
    private static decimal? Sum(IReadOnlyList<(decimal Amount, string? Unit)> parts, string first, string next, string kind)
    {
        var sum = 0m;
        var before = decimal.MaxValue;
        foreach (var (index, (amount, unit)) in parts.Index())
        {
            var (thisKind, size) = Units[unit ?? (index == 0 ? first : next)];
            if (thisKind != kind || size >= before || amount > MostReadable)
            {
                return null;
            }

            sum += amount * size;
            before = size;
        }

        return sum;
    }

    // A pound too few for the sake of a rounding fault in the last digit would look like a typing fault.
    private static decimal Down(decimal amount) => decimal.Floor(decimal.Round(amount, 6));

    private static TypedNumber? Whole(decimal amount) => amount <= MostReadable ? new TypedNumber((int)amount) : null;

    /// <summary>One or two amounts with their units; null for anything else.</summary>
    private static List<(decimal Amount, string? Unit)>? Parts(string typed)
    {
        if (Amounts().Match(typed) is not { Success: true } match)
        {
            return null;
        }

        var parts = new List<(decimal Amount, string? Unit)>();
        for (var i = 0; i < match.Groups["amount"].Captures.Count; i++)
        {
            var unit = match.Groups["unit"].Captures[i].Value;
            if (!decimal.TryParse(match.Groups["amount"].Captures[i].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                || (unit.Length > 0 && !Units.ContainsKey(unit)))
            {
                return null;
            }

            parts.Add((amount, unit.Length > 0 ? unit : null));
        }

        return parts;
    }

    private static string Normal(string text)
    {
        var typed = new StringBuilder();
        foreach (var sign in text.Select(Mark))
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(sign);
            typed.Append(digit >= 0 ? (char)('0' + digit) : char.IsWhiteSpace(sign) ? ' ' : char.ToLowerInvariant(sign));
        }

        return Filling().Replace(typed.ToString().Replace("''", "\"", StringComparison.Ordinal).Trim(), "");
    }

    /// <summary>One sign for feet, one for inches and one comma, whichever a keyboard has; letters of full width as usual ones.</summary>
    private static char Mark(char sign) => sign switch
    {
        '’' or '‘' or '′' or '´' or '`' => '\'',
        '”' or '“' or '″' => '"',
        '٫' => ',',
        >= FirstOfFullWidth and <= LastOfFullWidth => (char)(sign - FirstOfFullWidth + '!'),
        _ => sign,
    };

    [GeneratedRegex("^" + AmountPattern + "(?:(?: and |, ?| ?)(?<![0-9])" + AmountPattern + ")?$", RegexOptions.CultureInvariant)]
    private static partial Regex Amounts();

    [GeneratedRegex(@"^(?:about |around |approximately |ca\.? |~ ?)|(?: old)?\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Filling();
}
