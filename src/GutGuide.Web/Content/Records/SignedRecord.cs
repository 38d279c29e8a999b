using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GutGuide.Web.Content.Records;

/// <summary>Who vouches for the rules as they are.</summary>
public sealed record Signature(string Name, string Role, DateOnly Date);

/// <summary>The file that says what was signed off, by whom and when: the signature, an empty line, then every fact, sorted.</summary>
/// <param name="Facts">Lines in the words of <see cref="RecordLine.Text"/>.</param>
/// <param name="Hash">As the file says it; another than <see cref="HashOf"/> when somebody has edited the file.</param>
public sealed record SignedRecord(Signature Signature, IReadOnlyList<string> Facts, string Hash)
{
    /// <summary>Inside the content folder.</summary>
    public const string File = "consultation/record.txt";

    /// <summary>1-based line of the first fact.</summary>
    public const int FirstLine = 6;

    private static readonly string[] Labels = ["signed off by: ", "role: ", "date: ", "hash: "];

    public bool IsAsWritten => Hash == HashOf(Facts);

    public static SignedRecord Of(Signature signature, IReadOnlyList<RecordLine> lines)
    {
        string[] facts = [.. lines.Select(line => line.Text).Order(StringComparer.Ordinal)];
        return new SignedRecord(signature, facts, HashOf(facts));
    }

    /// <summary>Null when the text is no record.</summary>
    public static SignedRecord? Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines.Length < FirstLine - 1 || Labels.Index().Any(label => !lines[label.Index].StartsWith(label.Item, StringComparison.Ordinal)))
        {
            return null;
        }

        var values = Labels.Select((label, number) => lines[number][label.Length..]).ToArray();
        return DateOnly.TryParseExact(values[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new SignedRecord(new Signature(values[0], values[1], date), lines[(FirstLine - 1)..], values[3])
            : null;
    }

    public static string HashOf(IEnumerable<string> facts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', facts))));

    public override string ToString()
    {
        string[] values = [Signature.Name, Signature.Role, Signature.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Hash];
        return string.Join('\n', [.. Labels.Zip(values, (label, value) => label + value), "", .. Facts]) + "\n";
    }

    /// <summary>Writes the file whole, or not at all.</summary>
    public void Save(string contentDirectory)
    {
        var path = Path.Combine(contentDirectory, File);
        var beside = path + ".new";
        System.IO.File.WriteAllText(beside, ToString());
        System.IO.File.Move(beside, path, overwrite: true);
    }
}
