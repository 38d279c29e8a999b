using System.Text;

namespace GutGuide.Web.Tests.Content;

/// <summary>Makes files that nobody would write on purpose. The same number always makes the same file.</summary>
internal sealed class BrokenFiles(IReadOnlyList<byte[]> originals)
{
    private const int MostBytesOfNoise = 2_000;
    private const int HugeBytes = 2_300_000;

    private static readonly string[] Signs =
    [
        "---", "---\n", "\n---\n", ":::", "::::", ":::care ", "[@", "[@s001", "{grade=", "{general}", "&a ", "*a", "!!binary ", "!!python/object ", "<<: ", "| ", "> ", "\"", "'",
        "\t", "\0", "\u0007", "\uFEFF", "\uFFFD", "\u2028", "\u00A0", "🧬", "e\u0301", "](", "![", "<a href='", "</svg>", "<!--", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "```", "| a | b |\n|---|", "#", "######", "{", "}", "[", "]", "%YAML 1.2\n", "? ", ": ", ":", "- ", "\n- ",
        "2026-02-30", "9999-12-31", "0001-01-01", "99999999999999999999", "-1", "1e999", "NaN", "~", "null", "true", "0x1F", "*", "**", "_", "\\", "\r", "\r\n", "http://", "/learn/", "#",
    ];

    private static readonly string[] Brackets = ["[", "{", "{a: ", "- ", "? ", "[{a: ", "> ", "* ", "[a](", "![", "**", "(", ":::evidence A\n", "<g>", "  "];

    private static readonly Encoding[] Encodings =
        [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Encoding.Latin1];

    private static readonly string[] LineEnds = ["\r\n", "\r", "\u0085", "\u2028", "\n\n", ""];

    /// <param name="own">What the file should hold.</param>
    public byte[] Make(int number, byte[] own)
    {
        var random = new Random(number);
        var file = random.Next(8) == 0 ? originals[random.Next(originals.Count)] : own;
        return random.Next(12) switch
        {
            0 => Noise(random),
            1 => file[..random.Next(file.Length + 1)],
            2 => CutOut(random, file),
            3 => Flipped(random, file),
            4 => Bytes(Inserted(random, Text(file))),
            5 => Bytes(Nested(random, Text(file))),
            6 => Encoded(random, Text(file)),
            7 => Bytes(Text(file).Replace("\n", LineEnds[random.Next(LineEnds.Length)], StringComparison.Ordinal)),
            8 => [.. file[..random.Next(file.Length + 1)], .. originals[random.Next(originals.Count)]],
            9 => Bytes(string.Join('\n', Shuffled(random, Text(file)))),
            10 => Bytes(Inserted(random, Inserted(random, Nested(random, Text(file))))),
            _ => random.Next(20) == 0 ? Huge(random, file) : Repeated(random, file),
        };
    }

    private static string Text(byte[] file) => Encoding.UTF8.GetString(file);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(MostBytesOfNoise)];
        random.NextBytes(noise);
        return noise;
    }

    private static byte[] CutOut(Random random, byte[] file)
    {
        var from = random.Next(file.Length + 1);
        return [.. file[..from], .. file[random.Next(from, file.Length + 1)..]];
    }

    private static byte[] Flipped(Random random, byte[] file)
    {
        var flipped = (byte[])file.Clone();
        for (var i = random.Next(1, 20); i > 0 && flipped.Length > 0; i--)
        {
            flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
        }

        return flipped;
    }

    private static string Inserted(Random random, string text)
    {
        for (var i = random.Next(1, 10); i > 0; i--)
        {
            text = text.Insert(random.Next(text.Length + 1), Signs[random.Next(Signs.Length)]);
        }

        return text;
    }

    private static string Nested(Random random, string text)
    {
        var bracket = Brackets[random.Next(Brackets.Length)];
        var depth = random.Next(2) == 0 ? random.Next(1, 120) : random.Next(120, 20_000);
        var nest = random.Next(2) == 0
            ? string.Concat(Enumerable.Repeat(bracket, depth))
            : string.Concat(Enumerable.Range(0, Math.Min(depth, 400)).Select(level => $"{new string(' ', level)}{bracket}\n"));
        return random.Next(3) == 0 ? nest : text.Insert(random.Next(text.Length + 1), nest);
    }

    private static byte[] Encoded(Random random, string text)
    {
        var encoding = Encodings[random.Next(Encodings.Length)];
        var mark = random.Next(2) == 0 ? encoding.GetPreamble() : [];
        return [.. mark, .. encoding.GetBytes(text)];
    }

    private static string[] Shuffled(Random random, string text)
    {
        var lines = text.Split('\n');
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var (one, other) = (random.Next(lines.Length), random.Next(lines.Length));
            (lines[one], lines[other]) = (lines[other], lines[one]);
        }

        return lines;
    }

    private static byte[] Repeated(Random random, byte[] file) => [.. Enumerable.Repeat(file, random.Next(2, 12)).SelectMany(bytes => bytes)];

    private static byte[] Huge(Random random, byte[] file)
    {
        var part = file.Length == 0 ? [(byte)'x'] : file;
        var size = random.Next(HugeBytes / 8, HugeBytes);
        return [.. Enumerable.Repeat(part, (size / part.Length) + 1).SelectMany(bytes => bytes).Take(size)];
    }
}
