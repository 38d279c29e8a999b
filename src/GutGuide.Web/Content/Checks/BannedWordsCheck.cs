using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Readers;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>Words that the site does not use, and British spelling.</summary>
internal sealed class BannedWordsCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        var texts = content.AllTexts;
        var words = new PhraseIndex<BannedWords>(
            content.Language.Words.SelectMany(words => words.Value.Patterns.Select(pattern => (pattern, words.Value))),
            texts.SelectMany(text => text.Sentences));
        foreach (var text in texts)
        {
            foreach (var sentence in text.Sentences)
            {
                CheckWords(text, sentence, words, problems);
                CheckSpelling(text, sentence, content.Language.Spellings, problems);
            }
        }
    }

    private static void CheckWords(TextBlock text, Sentence sentence, PhraseIndex<BannedWords> words, ContentProblems problems)
    {
        foreach (var (banned, found) in words.FindIn(sentence.Tokens))
        {
            if (!IsQuotedToRefute(text, sentence, found))
            {
                problems.Error(
                    text.Path,
                    text.LineAt(sentence.Start + found.Start),
                    $"the site does not say \"{sentence.Text.Substring(found.Start, found.Length)}\"; {banned.Instead}");
            }
        }
    }

    private static void CheckSpelling(TextBlock text, Sentence sentence, IReadOnlyDictionary<string, string> spellings, ContentProblems problems)
    {
        foreach (var token in sentence.Tokens.Where(token => spellings.ContainsKey(token.Text)))
        {
            problems.Warning(text.Path, text.LineAt(sentence.Start + token.Start), $"\"{token.Text}\" is British spelling; write \"{spellings[token.Text]}\"");
        }
    }

    /// <summary>A myth quotes what people say; so does a sentence that says the opposite.</summary>
    private static bool IsQuotedToRefute(TextBlock text, Sentence sentence, FoundPhrase found)
    {
        var isMyth = text.Box == BoxKind.Myth.Name;
        return (isMyth && text.Role == TextRole.BoxTitle)
            || (text.IsQuoted(sentence.Start + found.Start) && (isMyth || Hedges.Denies(sentence, sentence.Tokens, found.Words)));
    }
}
