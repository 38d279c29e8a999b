using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Cases;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Cases;

/// <summary>
/// What the safety rule base promises of every answer set, tried on people at random by code that shares nothing with the
/// proofs. The proofs cover all answers; this covers the proofs.
/// </summary>
public sealed class IndependentInvariantTests
{
    private const int People = 10_000;
    private const int Seed = 20261122;

    private static readonly Ruleset Rules = ShippedContent.Ruleset;
    private static readonly DecisionEngine Engine = new(Rules);
    private static readonly Dictionary<string, QuestionnaireItem> Items = Rules.Questionnaire.Items.ToDictionary(item => item.LinkId);

    /// <summary>Lists with a "Which ones are you not sure about?" page behind them.</summary>
    private static readonly QuestionnaireItem[] Lists = [.. Rules.Questionnaire.Items.Where(item => Items.ContainsKey($"{item.LinkId}-which"))];

    private readonly RandomPeople _people = new(Rules, Seed);
    private readonly List<string> _broken = [];

    [Fact]
    public void Ten_thousand_people_at_random_break_no_promise()
    {
        for (var number = 0; number < People; number++)
        {
            var person = Decide(_people.Person(number));
            CheckAlone(person);
            Compare(person, number);
        }

        Assert.Empty(_broken);
    }

    /// <summary>inv-47.</summary>
    [Fact]
    public void Young_people_without_a_problem_get_self_care_and_something_to_try()
    {
        var calm = new CalmPerson(Rules);
        var people =
            from age in Enumerable.Range(18, 22)
            from body in Items["body"].Options
            from goal in Items["goal"].Options
            select calm.Saying(Answers.None.With("age", Answer.Of(age)).With("body", Answer.Of(body.Code)).With("celiac", Answer.Of("neg")).With("goal", Answer.Of(goal.Code)));

        Assert.All(people, person =>
        {
            var decided = Decide(person);
            Assert.Equal(TriageTier.SelfCare, decided.Tier);
            Assert.NotEmpty(decided.Ok);
        });
    }

    /// <summary>inv-46, as far as the tables of the document go.</summary>
    [Fact]
    public void The_rules_hold_the_flags_floors_and_classes_of_the_document_and_no_others()
    {
        Assert.Equivalent(SafetyTables.Flags, Rules.Flags.ToDictionary(flag => flag.Id, flag => flag.Tier), strict: true);
        Assert.Equivalent(SafetyTables.Floors, Rules.States.Where(state => state.Floor > TriageTier.SelfCare).ToDictionary(state => state.Id, state => state.Floor), strict: true);
        Assert.Equivalent(SafetyTables.Classes, Rules.Suggestions.ToDictionary(suggestion => suggestion.Id, suggestion => suggestion.Class), strict: true);
    }

    private static DecisionUnderTest Decide(Answers answers) => new(answers, Engine.Decide(answers));

    private void CheckAlone(DecisionUnderTest person) => _broken.AddRange(InvariantTable.BrokenBy(person).Select(id => $"{id}: {person}"));

    /// <summary>The promises about two decisions; each is tried on every kind of person, since seven shares no factor with the kinds.</summary>
    private void Compare(DecisionUnderTest person, int number)
    {
        switch (number % 7)
        {
            case 0 or 1:
                CheckAgainstWorse(person);
                break;
            case 2 or 3:
                CheckAgainstDoubt(person);
                break;
            case 4:
                CheckAgainstBlank(person);
                break;
            case 5:
                CheckAgainstItself(person);
                break;
        }
    }

    /// <summary>inv-06, inv-07 and inv-08, with one more problem told.</summary>
    private void CheckAgainstWorse(DecisionUnderTest a)
    {
        var live = Engine.Scorer.Assess(a.Answers).Live;
        if (Worse(a.Answers, _people.Pick(live)) is not { } worse)
        {
            return;
        }

        var b = Decide(worse);
        CheckAlone(b);
        var hasAllFlags = a.Flags.All(raised => b.Flags.TryGetValue(raised.Key, out var tier) && tier >= raised.Value);
        var hasAll = hasAllFlags && a.States.IsSubsetOf(b.States);
        Claim("inv-06", !hasAll || a.Tier <= b.Tier, a, b);
        Claim("inv-08", !hasAll || a.Decision.SuggestionStates.All(state => state.Value <= b.Decision.SuggestionStates[state.Key]), a, b);

        // Some answers take a question away, such as numbers about weight from people with trouble eating: then less is known.
        var knowsAll = b.Tier == TriageTier.Emergency || live.ToHashSet().IsSubsetOf(Engine.Scorer.Assess(worse).Live);
        Claim("inv-07", !knowsAll || a.Tier <= b.Tier, a, b);
    }

    /// <summary>inv-09 and inv-10: "not sure" in place of a yes.</summary>
    private void CheckAgainstDoubt(DecisionUnderTest person)
    {
        var list = _people.Pick(Lists);
        var code = _people.Pick(list.Options.Where(option => !option.Exclusive && !option.Unsure).ToArray()).Code;
        var yes = Decide(person.Answers.With(list.LinkId, Answer.Of(code)));
        var unsure = Decide(person.Answers.With(list.LinkId, Answer.Of("unsure")).With($"{list.LinkId}-which", Answer.Of(code)));
        CheckAlone(yes);
        CheckAlone(unsure);
        Claim("inv-09", yes.States.IsSubsetOf(unsure.States) || yes.Tier == TriageTier.Emergency, yes, unsure);
        Claim("inv-10", unsure.Tier >= yes.Tier - 1, yes, unsure);
        Claim("inv-10 (never below routine)", yes.Tier < TriageTier.Soon || unsure.Tier >= TriageTier.Routine, yes, unsure);
    }

    /// <summary>inv-11.</summary>
    private void CheckAgainstBlank(DecisionUnderTest person)
    {
        var blank = _people.Pick(Engine.Scorer.Assess(person.Answers).Live.Where(linkId => Items[linkId].Required).ToArray());
        var decided = Decide(person.Answers.With(blank, null));
        Claim("inv-11", decided is { IsComplete: false, Decision.Tier: null, Shown.Count: 0 } && decided.Decision.Missing.Contains(blank), person, decided);
    }

    /// <summary>inv-43 and inv-44.</summary>
    private void CheckAgainstItself(DecisionUnderTest person)
    {
        var written = person.WrittenOut();
        Claim("inv-43", Decide(_people.Shuffled(person.Answers)).WrittenOut() == written, person, person);
        Claim("inv-44", Decide(person.Answers).WrittenOut() == written, person, person);
    }

    private void Claim(string id, bool holds, DecisionUnderTest a, DecisionUnderTest b)
    {
        if (!holds)
        {
            _broken.Add($"{id}: {a} | {string.Join("; ", b.Answers.All.Where(pair => !Equals(a.Answers[pair.Key], pair.Value)).Select(pair => $"{pair.Key} = {pair.Value}"))}");
        }
    }

    /// <summary>The same answers with one more problem in one question; null when the question knows of none.</summary>
    private Answers? Worse(Answers answers, string linkId)
    {
        var item = Items[linkId];
        var now = answers[linkId]!;
        if (item.Type == ItemType.MultipleChoice)
        {
            var more = _people.Pick(item.Options.Where(option => !option.Exclusive && !option.Unsure).ToArray());
            return answers.With(linkId, Answer.Of(now.Codes.Where(code => !item.Option(code)!.Exclusive).Append(more.Code)));
        }

        string[] yesIsWorse = ["no", "unsure", "yes"];
        string[] noIsWorse = ["yes", "unsure", "no"];
        var fromBest = linkId.StartsWith("checked-", StringComparison.Ordinal) ? noIsWorse : yesIsWorse;
        return item.Options.Count == 3 && item.Options.All(option => fromBest.Contains(option.Code))
            ? answers.With(linkId, Answer.Of(fromBest[Math.Min(Array.IndexOf(fromBest, now.Codes[0]) + 1, 2)]))
            : null;
    }
}
