using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs;

/// <summary>
/// Someone with nothing to tell gets ideas and no warning: every age from 18 to 39, with each other way of saying "no problem"
/// in turn. Source: inv-47.
/// </summary>
internal sealed class HealthyAdultProof(ProofContext context)
{
    private const int Youngest = 18;
    private const int Oldest = 39;

    private readonly Tally _tally = new();

    public Tally Prove()
    {
        if (context.Search.Around() is not { } calm)
        {
            _tally.Fail("questionnaire", "a person without any problem cannot answer every question");
            return _tally;
        }

        var ages = Ages();
        foreach (var age in ages)
        {
            Try(age);
            foreach (var linkId in calm.LinkIds)
            {
                foreach (var code in OtherCalmAnswers(linkId, calm))
                {
                    Try([.. age, (linkId, Answer.Of(code))]);
                }
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

    /// <summary>Answers to the same question that set nothing a flag or state could feel, and open no other question.</summary>
    private IEnumerable<string> OtherCalmAnswers(string linkId, Answers calm)
    {
        var item = context.Index.ItemOf(linkId).Definition;
        return item.Type != ItemType.Choice
            ? []
            : item.Options.Where(option => !option.Unsure && option.Weight is null or 0 && calm[linkId]?.Has(option.Code) != true && IsCalm(linkId, option.Code)).Select(option => option.Code);
    }

    private bool IsCalm(string linkId, string code) =>
        context.Search.Around((linkId, Answer.Of(code))) is { } answers
        && context.Engine.Scorer.Assess(answers) is { StopCard: null } findings
        && !findings.Flags().Any()
        && !findings.States().Any();

    private void Try(params (string LinkId, Answer Answer)[] given)
    {
        _tally.Count();
        if (context.Search.Around(given) is not { } answers)
        {
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
