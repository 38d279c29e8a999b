using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Content.Checks;

/// <summary>Sentences are short enough to be read at once.</summary>
internal sealed class SentencesCheck : IContentCheck
{
    private const int MostWords = 32;

    public void Check(ContentModel content, ContentProblems problems)
    {
        foreach (var text in content.AllTexts.Where(text => text.Role != TextRole.Heading))
        {
            foreach (var sentence in text.Sentences.Where(sentence => sentence.Words.Count > MostWords))
            {
                problems.Warning(
                    text.Path,
                    text.LineAt(sentence.Start),
                    $"the sentence that begins \"{string.Join(' ', sentence.Words.Take(5))}\" has {sentence.Words.Count} words; split it, {MostWords} are the most");
            }
        }
    }
}
