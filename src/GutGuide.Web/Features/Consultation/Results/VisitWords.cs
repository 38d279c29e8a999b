using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Features.Consultation.Results;

/// <summary>What a person can say at a visit, made of what they answered. Whole sentences, and no digits.</summary>
internal static class VisitWords
{
    private const int MostSigns = 2;

    /// <summary>Codes of the question about the gut, as a person says them, and the question that says for how long.</summary>
    private static readonly (string Code, string Words, string? Since)[] Symptoms =
    [
        ("loose", "loose stools", "loose-weeks"),
        ("hard", "hard stools", "poop-weeks"),
        ("change", "a change in my bowel habits", "poop-weeks"),
        ("upper", "indigestion", "upper-weeks"),
        ("heartburn", "heartburn", "upper-weeks"),
        ("pain", "belly pain", null),
        ("bloating", "bloating", null),
        ("sick", "nausea or vomiting", null),
    ];

    private static readonly Dictionary<(string Question, string Code), string> Times = new()
    {
        [("loose-weeks", "w1")] = "for less than two weeks",
        [("loose-weeks", "w2")] = "for two weeks",
        [("loose-weeks", "w3")] = "for three weeks",
        [("loose-weeks", "w4")] = "for about a month",
        [("loose-weeks", "w6")] = "for more than six weeks",
        [("loose-weeks", "year")] = "for more than a year",
        [("loose-weeks", "always")] = "for most of my life",
        [("poop-weeks", "w1")] = "for less than two weeks",
        [("poop-weeks", "w2")] = "for two weeks",
        [("poop-weeks", "w3")] = "for three weeks",
        [("poop-weeks", "w4")] = "for about a month",
        [("poop-weeks", "w6")] = "for more than six weeks",
        [("poop-weeks", "same")] = "for more than a year",
        [("poop-weeks", "year")] = "for more than a year",
        [("poop-weeks", "always")] = "for most of my life",
        [("upper-weeks", "w0")] = "for less than a week",
        [("upper-weeks", "w1")] = "for about a week",
        [("upper-weeks", "w2")] = "for two or three weeks",
        [("upper-weeks", "w4")] = "for a month or more",
    };

    /// <summary>States that a doctor wants to hear of, in the first person.</summary>
    private static readonly (string State, string Words)[] Told =
    [
        ("sp-pregnant", "I'm pregnant."),
        ("med-levo", "I take a thyroid pill."),
        ("med-nsaid", "I use ibuprofen or a similar pain reliever."),
        ("med-ppi", "I take an acid reducer."),
        ("med-anticoag", "I take a blood thinner."),
        ("sp-coeliac-untested", "I've never been properly tested for celiac disease."),
    ];

    public static string Of(ResultView view) => string.Join(" ", Sentences(view));

    private static IEnumerable<string> Sentences(ResultView view)
    {
        foreach (var sign in view.TopFlags.Where(raised => raised.Tier == TriageTier.Soon).Select(raised => raised.Flag.Plain).Where(IsOneThing).Select(InFirstPerson).Distinct().Take(MostSigns))
        {
            yield return $"Something I need to have checked: {sign}.";
        }

        foreach (var sentence in AboutGut(view.Answers))
        {
            yield return sentence;
        }

        if (Chose(view.Answers, "body-signs", "tired"))
        {
            yield return "I'm often tired.";
        }

        if (Chose(view.Answers, "thyroid", "yes"))
        {
            yield return "I have a thyroid condition.";
        }

        foreach (var (_, words) in Told.Where(told => view.Decision.States.Contains(told.State)))
        {
            yield return words;
        }

        if (Chose(view.Answers, "gluten", "daily"))
        {
            yield return "I eat gluten every day.";
        }

        yield return "I've brought a summary of my answers. Could we go through my list?";
    }

    private static IEnumerable<string> AboutGut(Answers answers)
    {
        var present = Symptoms.Where(symptom => Chose(answers, "gut", symptom.Code)).ToArray();
        var timed = present.Select(symptom => (symptom.Words, Time: TimeOf(answers, symptom.Since))).ToLookup(symptom => symptom.Time, symptom => symptom.Words);
        var others = timed.Contains(null) ? timed[null].ToArray() : [];
        var isFirst = true;
        foreach (var group in timed.Where(group => group.Key is not null))
        {
            yield return $"I've had {Listed([.. group])} {group.Key}.";
            isFirst = false;
        }

        if (others.Length > 0)
        {
            yield return isFirst ? $"I have {Listed(others)}." : $"I also have {Listed(others)}.";
        }
    }

    private static string? TimeOf(Answers answers, string? question) =>
        question is not null && answers[question]?.Codes is [var code, ..] && Times.TryGetValue((question, code), out var time) ? time : null;

    private static bool Chose(Answers answers, string question, string code) => answers[question]?.Has(code) == true;

    /// <summary>Words that speak to "you" in a sentence of their own do not fit the mouth of the person.</summary>
    private static bool IsOneThing(string plain) => !plain.Split(' ', ',').Any(word => word is "you" or "yours");

    private static string InFirstPerson(string plain) => string.Join(' ', plain.Split(' ').Select(word => word == "your" ? "my" : word));

    private static string Listed(string[] words) => words.Length switch
    {
        1 => words[0],
        2 => $"{words[0]} and {words[1]}",
        _ => $"{string.Join(", ", words[..^1])}, and {words[^1]}",
    };
}
