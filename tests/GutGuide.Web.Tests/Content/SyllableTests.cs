using GutGuide.Web.Content.Wording;

namespace GutGuide.Web.Tests.Content;

public class SyllableTests
{
    [Theory]
    [InlineData("gut", 1)]
    [InlineData("like", 1)]
    [InlineData("cooked", 1)]
    [InlineData("cause", 1)]
    [InlineData("proof", 1)]
    [InlineData("tier", 1)]
    [InlineData("don't", 1)]
    [InlineData("table", 2)]
    [InlineData("tested", 2)]
    [InlineData("settled", 2)]
    [InlineData("boxes", 2)]
    [InlineData("doesn\u2019t", 2)]
    [InlineData("lining", 2)]
    [InlineData("people", 2)]
    [InlineData("trying", 2)]
    [InlineData("likely", 2)]
    [InlineData("layer", 2)]
    [InlineData("rhythm", 2)]
    [InlineData("tiredness", 2)]
    [InlineData("leaky", 2)]
    [InlineData("gluten-free", 3)]
    [InlineData("protocol", 3)]
    [InlineData("celiac", 3)]
    [InlineData("easier", 3)]
    [InlineData("period", 3)]
    [InlineData("various", 3)]
    [InlineData("organism", 4)]
    [InlineData("diarrhea", 4)]
    [InlineData("bacteria", 4)]
    [InlineData("consultation", 4)]
    [InlineData("permeability", 6)]
    [InlineData("IBS", 1)]
    public void Syllables_are_counted_as_they_are_said(string word, int syllables)
    {
        Assert.Equal(syllables, Syllables.In(word));
    }

    [Fact]
    public void A_text_of_short_words_and_sentences_has_a_low_grade()
    {
        var grade = ReadingGrade.Of(Sentences.Of("The cat sat. The dog ran. We all go home."));

        Assert.Equal(10, grade.Words);
        Assert.InRange(grade.Grade, -3, 0);
    }

    [Fact]
    public void A_text_of_long_words_has_a_high_grade()
    {
        var grade = ReadingGrade.Of(Sentences.Of("Increased intestinal permeability accompanies numerous gastrointestinal conditions."));

        Assert.InRange(grade.Grade, 20, 40);
    }

    [Fact]
    public void Sentences_end_at_full_stops_and_not_after_abbreviations()
    {
        var sentences = Sentences.Of("Ask Dr. Smith first. \u201CIs it so?\u201D He said 3.5 times, e.g. twice. No.");

        Assert.Equal(["Ask Dr. Smith first.", "\u201CIs it so?\u201D", "He said 3.5 times, e.g. twice.", "No."], sentences.Select(sentence => sentence.Text));
    }
}
