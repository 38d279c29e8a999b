using GutGuide.Web.Content.Dialect;
using GutGuide.Web.Content.Readers;
using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>Words that the site does not use, words that have a better one, and British spelling.</summary>
internal sealed class BannedWordsCheck : IContentCheck
{
    public void Check(ContentModel content, ContentProblems problems)
    {
        var texts = content.AllTexts;
        var words = new PhraseIndex<BannedWords>(
            content.Language.Words.SelectMany(words => words.Value.Patterns.Select(pattern => (pattern, words.Value))),
            texts.SelectMany(text => text.Sentences));
        var pages = content.Articles.Select(article => article.Path).ToHashSet(StringComparer.Ordinal);
        var uses = new Dictionary<(string Page, BannedWords Words), int>();
        foreach (var (place, text) in texts.Index())
        {
            foreach (var sentence in text.Sentences)
            {
                foreach (var (banned, found) in words.FindIn(sentence.Tokens))
                {
                    if (!IsFine(texts, place, sentence, banned, found) && IsOneTooMany(banned, text, pages, uses))
                    {
                        Report(text, sentence, banned, found, problems);
                    }
                }

                CheckSpelling(text, sentence, content.Language.Spellings, problems);
            }
        }
    }

    private static bool IsFine(IReadOnlyList<TextBlock> texts, int place, Sentence sentence, BannedWords banned, FoundPhrase found) =>
        banned.Unless.Any(phrase => phrase.FindIn(sentence.Tokens) is not null) || IsAnswered(texts, place, sentence, found);

    /// <summary>What is limited on a page is free elsewhere: a question may use a word each time that an article explains once.</summary>
    private static bool IsOneTooMany(BannedWords banned, TextBlock text, HashSet<string> pages, Dictionary<(string, BannedWords), int> uses)
    {
        if (banned.MostOnPage == 0)
        {
            return true;
        }

        if (text.Role == TextRole.Matter || !pages.Contains(text.Path))
        {
            return false;
        }

        var used = uses[(text.Path, banned)] = uses.GetValueOrDefault((text.Path, banned)) + 1;
        return used > banned.MostOnPage;
    }

    private static void Report(TextBlock text, Sentence sentence, BannedWords banned, FoundPhrase found, ContentProblems problems)
    {
        var line = text.LineAt(sentence.Start + found.Start);
        var said = sentence.Text.Substring(found.Start, found.Length);
        if (banned.Level == ProblemSeverity.Error)
        {
            problems.Error(text.Path, line, $"the site does not say \"{said}\"; {banned.Instead}");
        }
        else
        {
            var often = banned.MostOnPage == 0 ? "" : $" more than {banned.MostOnPage} times on this page";
            problems.Warning(text.Path, line, $"\"{said}\" stands here{often}; {banned.Instead}");
        }
    }

    private static void CheckSpelling(TextBlock text, Sentence sentence, IReadOnlyDictionary<string, string> spellings, ContentProblems problems)
    {
        foreach (var token in sentence.Tokens.Where(token => spellings.ContainsKey(token.Text)))
        {
            var line = text.LineAt(sentence.Start + token.Start);
            problems.Warning(text.Path, line, $"\"{token.Text}\" is British spelling; write \"{spellings[token.Text]}\"");
        }
    }

    /// <summary>
    /// It is what people ask or claim, as a question or between quotation marks, and the answer says otherwise: the rest of the
    /// paragraph or the next one, or below a title or heading what stands under it.
    /// </summary>
    private static bool IsAnswered(IReadOnlyList<TextBlock> texts, int place, Sentence sentence, FoundPhrase found)
    {
        var text = texts[place];
        if (text is { Box: "myth", Role: TextRole.BoxTitle })
        {
            return true;
        }

        var isQuoted = text.IsQuoted(sentence.Start + found.Start);
        if (!isQuoted && !Hedges.Asks(sentence))
        {
            return false;
        }

        if (isQuoted && (text.Box == BoxKind.Myth.Name || Hedges.TakesBack(sentence.Tokens, found.Words) || Hedges.CallsItAClaim(text.Text)))
        {
            return true;
        }

        return Answer(texts, place, sentence).Any(answer => Hedges.TakesBack(answer.Tokens, []));
    }

    private static IEnumerable<Sentence> Answer(IReadOnlyList<TextBlock> texts, int place, Sentence asked)
    {
        var text = texts[place];
        var below = texts.Skip(place + 1).TakeWhile(other => other.Path == text.Path);
        var later = text.Sentences.Where(other => other.Start > asked.Start).ToArray();
        return text.Role switch
        {
            TextRole.Matter => below.SelectMany(other => other.Sentences),
            TextRole.Heading or TextRole.BoxTitle => below.TakeWhile(other => other.Role != TextRole.Heading).SelectMany(other => other.Sentences),
            TextRole.Paragraph when later.Length == 0 => below.Take(1).SelectMany(other => other.Sentences),
            _ => later,
        };
    }
}
