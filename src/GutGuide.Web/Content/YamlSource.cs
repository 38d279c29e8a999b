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
            stream.Load(new GuardedParser(new Parser(new StringReader(text))));
            if (stream.Documents.Count > 0)
            {
                return stream.Documents[0].RootNode;
            }

            problems.Error(place.Path, place.FirstLine, "the file holds no YAML; write its keys, or take the file away");
        }
        catch (YamlException fault)
        {
            var line = place.FirstLine + Math.Max((int)fault.Start.Line, 1) - 1;
            problems.Error(place.Path, line, $"this is not valid YAML ({fault.Message.TrimEnd('.')}); check quotes, colons and indentation");
        }

        return null;
    }

    /// <summary>
    /// Refuses what no content file needs and what would bring the reader down: nesting deeper than the stack, and references
    /// that grow without end.
    /// </summary>
    private sealed class GuardedParser(IParser inner) : IParser
    {
        private const int MaxDepth = 50;

        private int _depth;

        public ParsingEvent? Current => inner.Current;

        public bool MoveNext()
        {
            if (!Advance() || inner.Current is not { } current)
            {
                return false;
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
