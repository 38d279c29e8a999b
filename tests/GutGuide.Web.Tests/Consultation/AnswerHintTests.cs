using GutGuide.Core.Questionnaires;
using GutGuide.Core.Triage;
using GutGuide.Web.Content;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>Answers that hardly go together are pointed out, each for its own reason, and stop nobody.</summary>
public sealed class AnswerHintTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly Contradictions Contradictions = new(Persona.Engine.Scorer);

    /// <summary>By hint: who gets it, the one answer that would make it go, the page where it arises, the page to change.</summary>
    private static readonly Dictionary<string, (Persona Who, string LinkId, string[] Instead, string Arises, string Change)> Cases = new()
    {
        ["hint-heart-medicine"] = (Taking("heart", "m-heart", "digoxin"), "conditions", ["heart"], "medicines-more", "conditions"),
        ["hint-diabetes-medicine"] = (Taking("sugar", "m-sugar", "insulin").Saying("conditions", "kidney").Saying("c-kidney", "gout"), "c-kidney", ["diabetes", "gout"], "medicines-more", "conditions-more"),
        ["hint-cancer-medicine"] = (Taking("immune", "m-immune", "chemo"), "m-immune", ["steroid"], "medicines-more", "conditions"),
        ["hint-transplant-medicine"] = (Persona.AllWell.Saying("conditions", "immune").Saying("c-immune", "transplant"), "medicines", ["unsure"], "medicines", "medicines"),
        ["hint-pregnant-birth"] = (Woman().Saying("women-a", "pregnant", "birth"), "women-a", ["birth"], "women-a", "women-a"),
        ["hint-pregnant-pill"] = (Woman().Saying("women-a", "pregnant").Saying("medicines", "hormone").Saying("m-hormone", "pill"), "m-hormone", ["iron"], "medicines-more", "women-a"),
        ["hint-blood"] = (Persona.AllWell.Saying("gut", "loose").Saying("loose-often", "some").Saying("loose-more", "blood"), "alarm-gut", ["blood"], "gut-more", "alarm-gut"),
        ["hint-loose"] = (Persona.AllWell.Saying("gut", "loose").Saying("loose-often", "never").Saying("loose-weeks", "w3"), "loose-often", ["some"], "gut-time", "gut-often"),
        ["hint-painkiller"] = (Persona.AllWell.Saying("life", "painkiller"), "medicines", ["unsure"], "food", "medicines"),
        ["hint-antibiotic"] = (Taking("infection", "m-infection", "abx"), "life", ["antibiotic", "sleep"], "food", "food"),
        ["hint-alcohol"] = (Persona.AllWell.Saying("life", "drink").Saying("alcohol-often", "s0"), "alcohol-often", ["s3"], "life-more", "food"),
    };

    public static TheoryData<string> Hints => [.. Persona.Engine.Ruleset.Questionnaire.Hints.Select(hint => hint.Id)];

    [Theory]
    [MemberData(nameof(Hints))]
    public void A_hint_is_given_where_its_last_answer_is_and_leads_to_an_answer_to_change(string hint)
    {
        var (who, _, _, arises, change) = Cases[hint];

        var found = Assert.Single(Contradictions.In(who.Answers()));

        Assert.Equal((hint, arises, change), (found.Hint.Id, found.Arises.Id, found.Change!.Id));
    }

    [Theory]
    [MemberData(nameof(Hints))]
    public void With_the_one_answer_changed_it_is_gone(string hint)
    {
        var (who, linkId, instead, _, _) = Cases[hint];

        Assert.Empty(Contradictions.In(who.Answers().With(linkId, Answer.Of(instead))));
    }

    [Fact]
    public void A_question_not_reached_yet_speaks_for_nothing()
    {
        var answers = Cases["hint-transplant-medicine"].Who.Answers();

        Assert.Empty(Contradictions.In(answers.With("medicines", null)));
    }

    [Fact]
    public void A_hint_changes_no_decision()
    {
        var rules = Persona.Engine.Ruleset;
        var without = new Core.Plans.DecisionEngine(rules with { Questionnaire = rules.Questionnaire with { Hints = [] } });

        Assert.All(Cases.Values, person => Assert.Equal(Persona.Engine.Decide(person.Who.Answers()).Tier, without.Decide(person.Who.Answers()).Tier));
    }

    [Fact]
    public async Task The_check_of_answers_shows_it_with_a_way_to_change_and_lets_the_person_go_on()
    {
        var visitor = await (await site.AnsweredByAsync(Cases["hint-painkiller"].Who)).OpenAsync("/consultation/check-answers");

        Assert.Contains("You take ibuprofen or naproxen on most weeks. But you did not choose it among your medicines. If this is right, just go on.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/consultation/q/medicines\">Change<span class=\"visually-hidden\">: Which medicines in the last 2 weeks?</span></a>", visitor.Page, StringComparison.Ordinal);
        await visitor.SendAsync("/consultation/check-answers");
        Assert.Equal("/consultation/result", visitor.Address);
    }

    [Fact]
    public async Task The_question_page_of_the_last_answer_shows_it_too()
    {
        var visitor = await (await site.AnsweredByAsync(Cases["hint-painkiller"].Who)).OpenAsync("/consultation/q/food");

        Assert.Contains("But you did not choose it among your medicines.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_question_pages_do_not()
    {
        var visitor = await (await site.AnsweredByAsync(Cases["hint-painkiller"].Who)).OpenAsync("/consultation/q/celiac");

        Assert.DoesNotContain("notice--hint", visitor.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("change: [gut]", "change: [gutt]", "there is no question named \"gutt\"; did you mean \"gut\"?")]
    [InlineData("change: [gut]", "change: []", "leads nowhere")]
    [InlineData("{ question: gut, answer: pain }", "{ question: gut, answer: pian }", "there is no answer to gut named \"pian\"")]
    [InlineData("{ question: gut, answer: pain }", "{ fact: pain }", "reads pain, which is not a question")]
    [InlineData("{ question: gut, answer: pain }", "{ question: gut, operator: \"!=\", answer: pain }", "rests on no answer")]
    [InlineData("\n  - id: hint-one", "\n  - { id: hint-one, when: { question: who, answer: child }, text: Twice., change: [who] }\n  - id: hint-one", "the hint hint-one stands twice")]
    public void A_slip_in_a_hint_is_reported_in_its_place(string old, string slip, string says)
    {
        using var content = new SampleContent();
        content.Write(Questions, content.Text(Questions) + "\nhints:\n  - id: hint-one\n    when: { question: gut, answer: pain }\n    text: A hint.\n    change: [gut]\n");
        Assert.Equal(0, content.Load().Problems.ErrorCount);
        var first = content.LineOf(Questions, "hint-one");

        content.Replace(Questions, old, slip);

        var problem = Assert.Single(content.Load().Problems.All, problem => problem.Severity == ProblemSeverity.Error);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.Equal("content/" + Questions, problem.Path);
        Assert.InRange(problem.Line, first, first + 2);
    }

    private const string Questions = "consultation/questionnaire.yaml";

    private static Persona Taking(string kind, string list, string medicine) => Persona.AllWell.Saying("medicines", kind).Saying(list, medicine);

    private static Persona Woman() => Persona.AllWell.Saying("body", "ovaries");
}
