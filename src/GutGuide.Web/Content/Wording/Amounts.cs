using System.Globalization;

namespace GutGuide.Web.Content.Wording;

/// <summary>A number with its unit, as a text says it.</summary>
/// <param name="Number">In <paramref name="Unit"/>; the larger of a range, and the sum of a day where the text says how often.</param>
/// <param name="Unit">A unit of <see cref="Amounts"/>, or the word that was counted, in the singular.</param>
/// <param name="Words">As written.</param>
/// <param name="Start">Index in the text.</param>
internal readonly record struct Amount(double Number, string Unit, string Words, int Start);

/// <summary>Finds amounts in a text, also those that are written out: "5 g", "4 to 8 weeks", "half a gram", "two hundred milligrams twice a day".</summary>
internal static class Amounts
{
    public const string Mass = "microgram";
    public const string Activity = "iu";
    public const string Volume = "milliliter";
    public const string Time = "day";

    private const int WordsBeforeHowOften = 5;

    /// <summary>Words that stand for a unit, with the unit and how many of it they are.</summary>
    private static readonly Dictionary<string, (string Unit, double Factor)> Units = new(StringComparer.Ordinal)
    {
        ["g"] = (Mass, 1e6),
        ["gm"] = (Mass, 1e6),
        ["gram"] = (Mass, 1e6),
        ["gramme"] = (Mass, 1e6),
        ["mg"] = (Mass, 1e3),
        ["milligram"] = (Mass, 1e3),
        ["milligramme"] = (Mass, 1e3),
        ["mcg"] = (Mass, 1),
        ["ug"] = (Mass, 1),
        ["\u00B5g"] = (Mass, 1),
        ["\u03BCg"] = (Mass, 1),
        ["microgram"] = (Mass, 1),
        ["microgramme"] = (Mass, 1),
        ["iu"] = (Activity, 1),
        ["international"] = (Activity, 1),
        ["unit"] = (Activity, 1),
        ["ml"] = (Volume, 1),
        ["milliliter"] = (Volume, 1),
        ["millilitre"] = (Volume, 1),
        ["liter"] = (Volume, 1000),
        ["litre"] = (Volume, 1000),
        ["l"] = (Volume, 1000),
        ["day"] = (Time, 1),
        ["night"] = (Time, 1),
        ["week"] = (Time, 7),
        ["fortnight"] = (Time, 14),
        ["month"] = (Time, 30),
        ["year"] = (Time, 365),
        ["tsp"] = ("teaspoon", 1),
        ["tbsp"] = ("tablespoon", 1),
    };

    private static readonly HashSet<string> DoseUnits = new(StringComparer.Ordinal)
    {
        Mass, Activity, Volume, "teaspoon", "tablespoon", "capsule", "tablet", "pill", "scoop", "drop", "sachet", "dose",
    };

    private static readonly Dictionary<string, double> Small = new(StringComparer.Ordinal)
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["dozen"] = 12,
        ["couple"] = 2,
        ["half"] = 0.5,
        ["quarter"] = 0.25,
    };

    private static readonly Dictionary<string, double> Large = new(StringComparer.Ordinal) { ["hundred"] = 100, ["thousand"] = 1000 };

    private static readonly Dictionary<string, double> Often = new(StringComparer.Ordinal) { ["once"] = 1, ["twice"] = 2, ["thrice"] = 3 };

    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "a", "an" };
    private static readonly HashSet<string> RangeWords = new(StringComparer.Ordinal) { "to", "or", "and" };

    /// <summary>May stand between a number and its unit: "5 level teaspoons", "half of a gram".</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "of", "full", "whole", "level", "heaped", "heaping", "rounded", "small", "large", "more", "elemental", "straight", "a", "an", "or",
    };

    /// <summary>Every number with the word that it counts. Most are no doses: "3 trials" is one of them.</summary>
    public static IEnumerable<Amount> In(string text)
    {
        var spelled = Spelled(text);
        var tokens = Tokens.Of(spelled);
        for (var i = 0; i < tokens.Length;)
        {
            var start = i;
            if (ReadNumber(tokens, ref i) is not { } number)
            {
                i = start + 1;
                continue;
            }

            ReadSecond(spelled, tokens, ref number, ref i);
            var unit = i;
            while (unit < tokens.Length && unit < i + 2 && Fillers.Contains(tokens[unit].Text))
            {
                unit++;
            }

            if (unit < tokens.Length && !tokens[unit].IsNumber)
            {
                var (name, factor) = Canonical(tokens[unit].Text);
                var end = tokens[unit].Start + tokens[unit].Length;
                var times = name == Time ? 1 : TimesADay(tokens, unit + 1);
                yield return new Amount(number * factor * times, name, spelled[tokens[start].Start..end], tokens[start].Start);
                i = unit + 1;
            }
        }
    }

    /// <summary>The unit that a word names, and how many of it: mg is 1000 micrograms. Any other word is a unit of its own.</summary>
    public static (string Unit, double Factor) Canonical(string word)
    {
        var lower = word.ToLowerInvariant().Split(' ')[0];
        var singular = lower.Length > 3 && lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) ? lower[..^1] : lower;
        return Units.TryGetValue(lower, out var unit) || Units.TryGetValue(singular, out unit) ? unit : (singular, 1);
    }

    /// <summary>Whether the sentence says how much of something is taken or was given.</summary>
    public static bool IsDose(string sentence) => In(sentence).Any(amount => DoseUnits.Contains(amount.Unit));

    public static bool IsTime(string sentence) => In(sentence).Any(amount => amount.Unit == Time);

    private static string Spelled(string text) => text
        .Replace("\u00BD", " half ", StringComparison.Ordinal)
        .Replace("\u00BC", " quarter ", StringComparison.Ordinal)
        .Replace("1/2", " half ", StringComparison.Ordinal)
        .Replace("1/4", " quarter ", StringComparison.Ordinal);

    /// <summary>Of "4 to 8", "4-8" and "4 or 8" the larger counts; "two 500 mg capsules" and "2 x 500 mg" are 1000 mg.</summary>
    private static void ReadSecond(string text, Token[] tokens, ref double number, ref int i)
    {
        if (i >= tokens.Length || i == 0)
        {
            return;
        }

        var gap = text.AsSpan(tokens[i - 1].Start + tokens[i - 1].Length, tokens[i].Start - tokens[i - 1].Start - tokens[i - 1].Length);
        var isRange = RangeWords.Contains(tokens[i].Text) || gap.ContainsAny('-', '\u2013', '/');
        var next = RangeWords.Contains(tokens[i].Text) || tokens[i].Text == "x" ? i + 1 : i;
        if (!gap.ContainsAny(",;:(.") && ReadNumber(tokens, ref next, isArticleOne: false) is { } other)
        {
            number = isRange ? Math.Max(number, other) : number * other;
            i = next;
        }
    }

    private static double? ReadNumber(Token[] tokens, ref int i, bool isArticleOne = true)
    {
        if (i >= tokens.Length)
        {
            return null;
        }

        if (char.IsAsciiDigit(tokens[i].Text[0]))
        {
            var digits = tokens[i].Text.Replace(",", "", StringComparison.Ordinal);
            while (i + 1 < tokens.Length && IsThousands(tokens[i], tokens[i + 1]))
            {
                digits += tokens[++i].Text;
            }

            if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            i++;
            return WithLarge(tokens, ref i, number);
        }

        return ReadWords(tokens, ref i, isArticleOne);
    }

    private static double? ReadWords(Token[] tokens, ref int i, bool isArticleOne)
    {
        var start = i;
        double? number = null;
        if (isArticleOne && Articles.Contains(tokens[i].Text))
        {
            // "a gram", "a hundred milligrams", "a dozen drops".
            i++;
            if (i < tokens.Length && (Large.ContainsKey(tokens[i].Text) || tokens[i].Text is "dozen" or "couple" or "half" or "quarter"))
            {
                number = Small.TryGetValue(tokens[i].Text, out var counted) ? counted : null;
                i += number is null ? 0 : 1;
                return number ?? WithLarge(tokens, ref i, 1);
            }

            return 1;
        }

        while (i < tokens.Length && Small.TryGetValue(tokens[i].Text, out var small) && (number is null || small < 10))
        {
            number = (number ?? 0) + small;
            i++;
        }

        if (number is null)
        {
            i = start;
            return null;
        }

        return WithLarge(tokens, ref i, number.Value);
    }

    /// <summary>"two hundred and fifty", "5 thousand", "2 and a half".</summary>
    private static double WithLarge(Token[] tokens, ref int i, double number)
    {
        while (i < tokens.Length && Large.TryGetValue(tokens[i].Text, out var large))
        {
            number *= large;
            i++;
            var rest = i < tokens.Length && tokens[i].Text == "and" ? i + 1 : i;
            if (rest < tokens.Length && Small.ContainsKey(tokens[rest].Text) && ReadWords(tokens, ref rest, isArticleOne: false) is { } more)
            {
                (number, i) = (number + more, rest);
            }
        }

        var half = i;
        half += half < tokens.Length && tokens[half].Text == "and" ? 1 : 0;
        half += half < tokens.Length && Articles.Contains(tokens[half].Text) ? 1 : 0;
        if (half < tokens.Length && tokens[half].Text is "half" or "quarter")
        {
            number += Small[tokens[half].Text];
            i = half + 1;
        }

        return number;
    }

    /// <summary>Of "10 000" the second part.</summary>
    private static bool IsThousands(Token before, Token token) =>
        before.Length <= 3 && token.Length == 3 && token.Text.All(char.IsAsciiDigit) && token.Start == before.Start + before.Length + 1;

    /// <summary>2 for "twice a day" and "of powder 2 times daily"; 1 where nothing is said.</summary>
    private static double TimesADay(Token[] tokens, int start)
    {
        for (var i = start; i < Math.Min(start + WordsBeforeHowOften, tokens.Length); i++)
        {
            var next = i;
            if (Often.TryGetValue(tokens[i].Text, out var often) && IsDaily(tokens, i + 1))
            {
                return often;
            }

            if (ReadNumber(tokens, ref next, isArticleOne: false) is { } times && next < tokens.Length && tokens[next].Text == "times" && IsDaily(tokens, next + 1))
            {
                return times;
            }
        }

        return 1;
    }

    private static bool IsDaily(Token[] tokens, int i) =>
        i < tokens.Length && (tokens[i].Text == "daily" || (i + 1 < tokens.Length && tokens[i].Text is "a" or "per" or "each" or "every" && tokens[i + 1].Text == "day"));
}
