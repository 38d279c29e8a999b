using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Faults;

/// <summary>What stands in for questions that are not asked: lines that cover them, questions that replace them, and follow-ups of numbers.</summary>
internal sealed class GateFaults(RulesetFaults faults, RuleNames names)
{
    private readonly Dictionary<string, HashSet<string>> _raisedBehind = new(StringComparer.Ordinal);

    private IEnumerable<QuestionnairePage> Pages => names.Ruleset.Questionnaire.Pages;

    public void Find()
    {
        foreach (var item in names.Ruleset.Questionnaire.Items)
        {
            // A question about doubts repeats what its list says.
            foreach (var option in item.Options.Where(option => item.DoubtsOf is null && option.Covers.Count > 0))
            {
                FindCovers(item, option);
            }

            foreach (var replacement in item.Replaces.Where(_ => item.DoubtsOf is null))
            {
                FindReplacement(item, replacement);
            }
        }

        foreach (var fact in names.Ruleset.Facts)
        {
            FindFollowUp(fact);
        }
    }

    private void FindCovers(QuestionnaireItem item, AnswerOption option)
    {
        faults.Known(option.Covers, names.FactNames, NameKind.Fact, $"fact (in \"covers\" of {item.LinkId})", option, item.LinkId, item);
        foreach (var fact in option.Covers.Where(names.FactNames.Contains))
        {
            if (!RaisedBehind(item.LinkId, option.Code).Contains(fact))
            {
                Fault(option, item, $"{item.LinkId}/{option.Code} covers {fact}, but opens no question that could raise it; take it out of \"covers\", or open the question");
            }
        }
    }

    private void FindReplacement(QuestionnaireItem item, Replacement replacement)
    {
        if (!names.Items.TryGetValue(replacement.Question, out var hidden))
        {
            faults.Known([replacement.Question], names.Items.Keys, NameKind.Question, $"question ({item.LinkId} replaces it)", replacement, item.LinkId, item);
        }
        else if (hidden.EnabledWhen is null && names.Ruleset.Questionnaire.PageOf(hidden.LinkId)?.EnabledWhen is null)
        {
            Fault(replacement, item, $"{item.LinkId} replaces {hidden.LinkId}, which everyone is asked; give it a \"when\", or take it out of \"replaces\"");
        }

        string[] codes = [.. item.Options.Select(option => option.Code)];
        faults.Known(replacement.Answers, codes, NameKind.Question, $"answer to {item.LinkId}", replacement, item.LinkId, item);
        faults.Known(replacement.Flags, names.Flags, NameKind.Flag, "red flag", replacement, item.LinkId, item);
        foreach (var flag in replacement.Flags.Where(names.Flags.Contains))
        {
            if (!item.Options.Any(option => option.Sets.Any(setting => setting.Fact == flag)))
            {
                Fault(replacement, item, $"{item.LinkId} cannot ask for {flag} in place of {replacement.Question}, since none of its answers sets {flag}; add such an answer, or take the flag out");
            }
        }
    }

    private void FindFollowUp(FactDefinition fact)
    {
        if (fact.FollowUp is { } followUp)
        {
            faults.Known([followUp], names.FactNames, NameKind.Fact, $"fact (follow-up of {fact.Id})", fact, fact.Id);
        }
        else if (fact.Kind != FactKind.Age && fact.From is { } from && from.LinkIds.All(IsSometimesHidden))
        {
            faults.Expect(
                false, FaultClaim.Editing, fact, fact.Id, $"the questions behind {fact.Id} may be hidden; name the fact that is unsure in its place under \"follow-up\"");
        }
    }

    private void Fault(object thing, QuestionnaireItem item, string message) =>
        faults.Expect(false, FaultClaim.Editing, thing, item.LinkId, message, item);

    private bool IsSometimesHidden(string linkId) =>
        names.Items.TryGetValue(linkId, out var item) && (item.EnabledWhen is not null || names.Ruleset.Questionnaire.PageOf(linkId)?.EnabledWhen is not null);

    /// <summary>The facts of all questions that an answer opens, those included that a question behind it opens.</summary>
    private HashSet<string> RaisedBehind(string linkId, string? code)
    {
        var key = $"{linkId}/{code}";
        if (_raisedBehind.TryGetValue(key, out var known))
        {
            return known;
        }

        var raised = _raisedBehind[key] = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (page, item) in Pages.SelectMany(page => page.Items.Select(item => (page, item))))
        {
            if (Opens(page.EnabledWhen, linkId, code) || Opens(item.EnabledWhen, linkId, code))
            {
                raised.UnionWith(item.Options.SelectMany(option => option.Sets.Select(setting => setting.Fact)));
                raised.UnionWith(names.Ruleset.Facts.Where(fact => fact.From?.LinkIds.Contains(item.LinkId) == true).Select(fact => fact.Id));
                raised.UnionWith(RaisedBehind(item.LinkId, null));
            }
        }

        return raised;
    }

    private static bool Opens(Condition? condition, string linkId, string? code) => condition?.Comparisons().Any(part =>
        part is { Subject: Subject.Question, Operator: ComparisonOperator.Equal } && part.Id == linkId && (code is null || part.Code == code)) == true;
}
