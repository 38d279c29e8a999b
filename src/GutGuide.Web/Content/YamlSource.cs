using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace GutGuide.Web.Content;

/// <summary>Parses YAML. Whatever a file holds, it ends in a tree or in a placed problem.</summary>
internal static class YamlSource
{
    /// <summary>The top of the tree; null, with the problem reported, when there is none.</summary>
    public static YamlNode? Root(string text, YamlPlace place, ContentProblems problems)
    {
        try
        {
            var stream = new YamlStream();
            var parser = new GuardedParser(new Parser(new StringReader(text)));
            stream.Load(parser);
            ReportOddCharacters(parser.OddScalars, place, problems);
            if (stream.Documents.Count == 1)
            {
                return stream.Documents[0].RootNode;
            }

            if (stream.Documents.Count == 0)
            {
                problems.Unreadable(place.Path, place.FirstLine, "the file holds no YAML; write its keys, or take the file away");
            }
            else
            {
                problems.Unreadable(
                    place.Path,
                    place.FirstLine + parser.LinesOfDocuments[1] - 1,
                    "a line \"---\" or \"...\" begins a second YAML document here, and nothing below it would be read; take that line out");
            }
        }
        catch (YamlException fault)
        {
            var line = place.FirstLine + Math.Max((int)fault.Start.Line, 1) - 1;
            problems.Unreadable(
                place.Path,
                line,
                $"this is not valid YAML ({fault.Message.TrimEnd('.')}); check quotes, colons and indentation");
        }

        return null;
    }

    /// <summary>A text can spell out what the file itself does not hold: <c>"\u200B"</c>.</summary>
    private static void ReportOddCharacters(IReadOnlyList<Scalar> scalars, YamlPlace place, ContentProblems problems)
    {
        foreach (var scalar in scalars)
        {
            var (_, character) = OddCharacters.In(scalar.Value).First();
            problems.Error(
                place.Path,
                place.FirstLine + (int)scalar.Start.Line - 1,
                $"the text spells out the {OddCharacters.Name(character)}; delete it");
        }
    }

    /// <summary>
    /// Refuses what no content file needs and what would bring the reader down: nesting deeper than the stack, and references
    /// that grow without end.
    /// </summary>
    private sealed class GuardedParser(IParser inner) : IParser
    {
        private const int MaxDepth = 50;

        private readonly List<int> _documents = [];
        private readonly List<Scalar> _odd = [];
        private int _depth;

        /// <summary>1-based line on which each document begins.</summary>
        public List<int> LinesOfDocuments => _documents;

        /// <summary>Texts that hold what nobody sees.</summary>
        public List<Scalar> OddScalars => _odd;

        public ParsingEvent? Current => inner.Current;

        public bool MoveNext()
        {
            if (!Advance() || inner.Current is not { } current)
            {
                return false;
            }

            if (current is DocumentStart)
            {
                _documents.Add((int)current.Start.Line);
            }
            else if (current is Scalar scalar && OddCharacters.In(scalar.Value).Any())
            {
                _odd.Add(scalar);
            }

            _depth += current.NestingIncrease;
            if (_depth > MaxDepth)
            {
                throw new YamlException(current.Start, current.End, "it is nested too deeply");
            }

            if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                throw new YamlException(current.Start, current.End, "anchors (&name) and references (*name) are not used here, write the text out");
            }

            return true;
        }

        /// <summary>The scanner answers some broken texts with other exceptions than its own.</summary>
        private bool Advance()
        {
            try
            {
                return inner.MoveNext();
            }
            catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
            {
                var place = inner.Current?.End ?? Mark.Empty;
                throw new YamlException(place, place, "it cannot be understood from here on", fault);
            }
        }
    }
}
