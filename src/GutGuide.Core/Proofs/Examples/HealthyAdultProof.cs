using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Examples;

/// <summary>
/// Someone with nothing to tell gets ideas and no warning: every age from 18 to 39, with each other answer in turn that tells of no
/// problem by itself, those to questions that may stay blank included. Source: inv-47.
/// </summary>
internal sealed class HealthyAdultProof(ProofContext context)
{
    private const int Youngest = 18;
    private const int Oldest = 39;

    private readonly ProofOutcome _tally = new();

    public ProofOutcome Prove()
    {
        var others = context.Index.Items.SelectMany(OtherCalmAnswers).ToArray();
        foreach (var age in Ages())
        {
            Try(age);
            foreach (var other in others)
            {
                Try([.. age, other]);
            }
        }

        return _tally;
    }

    /// <summary>Each age as an answer; a single empty choice when the questionnaire asks for none.</summary>
    private IReadOnlyList<(string LinkId, Answer Answer)[]> Ages()
    {
        var linkId = context.Ruleset.Facts.FirstOrDefault(fact => fact.Kind == FactKind.Age)?.From?.Question;
        return linkId is null ? [[]] : [.. Enumerable.Range(Youngest, Oldest - Youngest + 1).Select(age => ((string, Answer)[])[(linkId, Answer.Of(age))])];
    }

    /// <summary>Every answer to a choice that raises nothing, sets no state and tells of no problem.</summary>
    private IEnumerable<(string LinkId, Answer Answer)> OtherCalmAnswers(IndexedItem item) => item.Definition.Type != ItemType.Choice
        ? []
        : item.Definition.Options.Index()
            .Where(option => option.Item is { Unsure: false, Weight: null or 0 } && context.Search.Calm.HarmOf(item, option.Index) == default)
            .Select(option => (item.Definition.LinkId, Answer.Of(option.Item.Code)));

    private void Try(params (string LinkId, Answer Answer)[] given)
    {
        _tally.Count();
        if (context.Search.Around(given) is not { } answers)
        {
            var said = given.Select(answer => $"{answer.LinkId} = {answer.Answer}").DefaultIfEmpty("no problem");
            _tally.Fail("questionnaire", $"a person who says {string.Join(" and ", said)}, and no problem else, cannot answer every question");
            return;
        }

        var decision = context.Engine.Decide(answers);
        var example = context.Search.Calm.Example(answers);
        if (decision.Tier != TriageTier.SelfCare)
        {
            var raised = decision.RedFlags.Select(flag => flag.Flag.Id).Concat(decision.States).FirstOrDefault("tier");
            _tally.Fail(raised, $"a healthy adult gets the tier {decision.Tier}", example);
        }
        else if (!decision.Shown.Any(shown => shown.State == SuggestionState.Ok))
        {
            _tally.Fail("suggestions", "a healthy adult gets no idea at all", example);
        }
    }
}
