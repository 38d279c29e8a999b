using GutGuide.Core.Conditions;
using GutGuide.Core.Explanations;
using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Tests.Cases;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>
/// Every change that a result names, for two thousand people at random: it does what it says by the whole engine, and
/// nothing smaller does. What is smaller is worked out here anew.
/// </summary>
public sealed class SmallestChangeTests
{
    private const int People = 2_000;
    private const int Seed = 20261123;

    private static readonly DecisionEngine Engine = Persona.Engine;
    private static readonly Dictionary<string, QuestionnaireItem> Items = Engine.Ruleset.Questionnaire.Items.ToDictionary(item => item.LinkId);
    private static readonly WhatWouldChange Changes = new(Engine);

    /// <summary>Of each suggestion, the lines that its "when" does not want chosen.</summary>
    private static readonly Dictionary<string, (string LinkId, string Code)[]> Unwanted = Engine.Ruleset.Suggestions.ToDictionary(
        suggestion => suggestion.Id,
        suggestion => suggestion.Relevant.Comparisons().Where(part => part is { Subject: Subject.Question, Operator: ComparisonOperator.NotEqual, Code: not null }).Select(part => (part.Id, part.Code!)).ToArray());

    private readonly List<string> _broken = [];
    private readonly int[] _sizes = new int[WhatWouldChange.MostSteps + 1];

    [Fact]
    public void For_two_thousand_people_each_named_change_does_what_it_says_and_no_smaller_one_does()
    {
        var people = new RandomPeople(Engine.Ruleset, Seed);
        for (var number = 0; number < People; number++)
        {
            var answers = people.Person(number);
            var decision = Engine.Decide(answers);
            foreach (var planned in decision.Shown)
            {
                Check(answers, planned);
            }

            foreach (var held in decision.HeldBack.Where(held => held.Relevant))
            {
                Check(answers, held);
            }
        }

        Assert.Empty(_broken);
        Assert.All(_sizes[1..], size => Assert.NotEqual(0, size));
    }

    private void Check(Answers answers, PlannedSuggestion planned)
    {
        var id = planned.Suggestion.Id;
        Check(id, answers, Changes.TakesAway(answers, id, planned.Because), planned.Because, decision =>
            decision.Phases.Count > 0 && decision.Offered.All(other => other.Suggestion.Id != id));
    }

    private void Check(Answers answers, HeldBack held)
    {
        var id = held.Suggestion.Id;
        Check(id, answers, Changes.Allows(answers, held), Changes.LinkIdsBehind(answers, held), decision =>
            decision.Phases.Count > 0
            && decision.SuggestionStates[id] != SuggestionState.Never
            && decision.HeldBack.All(other => other.Suggestion.Id != id));
    }

    private void Check(string suggestion, Answers answers, AnswerChange? change, IReadOnlyList<string> behind, Func<Decision, bool> does)
    {
        _sizes[change?.Steps ?? 0]++;
        if (change is null)
        {
            return;
        }

        if (!does(Engine.Decide(change.AppliedTo(answers))))
        {
            _broken.Add($"{suggestion}: the named change does nothing");
        }

        var steps = behind.SelectMany(linkId => OneStep(suggestion, linkId, answers)).ToArray();
        if ((change.Steps > 1 && steps.Any(step => does(Engine.Decide(step(answers)))))
            || (change.Steps > 2 && steps.Index().Any(one => steps[..one.Index].Any(other => does(Engine.Decide(other(one.Item(answers))))))))
        {
            _broken.Add($"{suggestion}: a smaller change than {change.Steps} steps would do");
        }
    }

    private static IEnumerable<Func<Answers, Answers>> OneStep(string suggestion, string linkId, Answers answers)
    {
        var item = Items[linkId];
        var given = answers[linkId]!;
        if (linkId is "age" or "body" or "who" or "region" || item.Type == ItemType.Integer)
        {
            return [];
        }

        if (item.Type == ItemType.Choice)
        {
            return item.Options.Where(option => !given.Has(option.Code)).Select(option => Instead(_ => [option.Code]));
        }

        var fewer = given.Codes.Where(code => !item.Option(code)!.Exclusive).Select(code => Instead(codes => codes.Where(other => other != code)));
        var more = Unwanted[suggestion].Where(line => line.LinkId == linkId && !given.Has(line.Code)).Select(line => Instead(codes => codes.Append(line.Code)));
        return fewer.Concat(more);

        Func<Answers, Answers> Instead(Func<IEnumerable<string>, IEnumerable<string>> change) => before =>
        {
            var codes = change(before[linkId]!.Codes).Where(code => item.Type == ItemType.Choice || !item.Option(code)!.Exclusive).ToArray();
            return before.With(linkId, Answer.Of(codes.Length > 0 ? codes : [item.Options.First(option => option.Exclusive).Code]));
        };
    }
}
