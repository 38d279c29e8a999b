using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Readers;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>Statements that the site does not make in any wording.</summary>
internal sealed class StatementsCheck : IContentCheck
{
    /// <summary>Longer runs of words without a full stop are looked at in parts.</summary>
    private const int MostTokens = 150;

    /// <summary>How soon after a reported claim the answer to it comes.</summary>
    private const int AnswerSentences = 2;

    public void Check(ContentModel content, ContentProblems problems)
    {
        var texts = content.AllTexts.Where(text => text is not { Role: TextRole.BoxTitle, Box: "myth" }).ToArray();
        var statements = new PhraseIndex<BannedStatement>(
            content.Language.Statements.SelectMany(statement => statement.Value.Patterns.Select(pattern => (pattern, statement.Value))),
            texts.SelectMany(text => text.Sentences));
        foreach (var text in texts)
        {
            foreach (var (number, sentence) in text.Sentences.Index())
            {
                foreach (var tokens in sentence.Tokens.Chunk(MostTokens))
                {
                    CheckSentence(new Saying(text, sentence, [.. text.Sentences.Skip(number + 1).Take(AnswerSentences)], tokens), statements, problems);
                }
            }
        }
    }

    private static void CheckSentence(Saying saying, PhraseIndex<BannedStatement> statements, ContentProblems problems)
    {
        var (text, sentence, _, tokens) = saying;
        foreach (var (statement, said) in statements.FindIn(tokens))
        {
            if (!saying.Refutes(said) && !statement.Unless.Any(phrase => phrase.FindIn(tokens) is not null))
            {
                problems.Error(
                    text.Path,
                    text.LineAt(sentence.Start + said.Start),
                    $"\"{sentence.Text.Substring(said.Start, said.Length)}\" says what this site does not say ({statement.Id}): {statement.Why}. Write instead: {statement.Instead}");
            }
        }
    }

    /// <summary>A sentence with those that follow it in the paragraph.</summary>
    private sealed record Saying(TextBlock Text, Sentence Sentence, IReadOnlyList<Sentence> Next, Token[] Tokens)
    {
        /// <summary>Whether the statement is quoted in order to be answered, and not made.</summary>
        public bool Refutes(FoundPhrase said) =>
            Hedges.Denies(Sentence, Tokens, said.Words)
            || Text.IsClaimQuoted
            || (Text is { Role: TextRole.Cell, IsDisputed: true, IsSourced: true })
            || (IsReported && (Text.Box == "functional" || NextDenies))
            || (Text.IsDisputed && NextDenies)
            || (Text.IsQuoted(Sentence.Start + said.Start) && (Text.Box == BoxKind.Myth.Name || NextDenies || Hedges.CallsItAClaim(Text.Text)));

        private bool IsReported => Hedges.Reported(Tokens);

        private bool NextDenies => Next.Any(next => Hedges.TakesBack(next.Tokens, []));
    }
}
