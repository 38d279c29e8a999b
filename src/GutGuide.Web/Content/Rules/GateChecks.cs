using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Web.Content.Rules;

/// <summary>What stands in for questions that are not asked: lines that cover them, questions that replace them, and follow-ups of numbers.</summary>
internal sealed class GateChecks(RuleNames names)
{
    private readonly Dictionary<string, HashSet<string>> _raisedBehind = new(StringComparer.Ordinal);

    private IEnumerable<QuestionnairePage> Pages => names.Ruleset.Questionnaire.Pages;

    public void Check()
    {
        foreach (var item in names.Ruleset.Questionnaire.Items)
        {
            // A question about doubts repeats what its list says.
            foreach (var option in item.Options.Where(option => item.DoubtsOf is null && option.Covers.Count > 0))
            {
                CheckCovers(item, option);
            }

            foreach (var replacement in item.Replaces.Where(_ => item.DoubtsOf is null))
            {
                CheckReplacement(item, replacement);
            }
        }

        foreach (var fact in names.Ruleset.Facts)
        {
            CheckFollowUp(fact);
        }
    }

    private void CheckCovers(QuestionnaireItem item, AnswerOption option)
    {
        var place = names.Things.Of(option, item);
        foreach (var fact in option.Covers)
        {
            if (!names.HasFact(fact))
            {
                names.Unknown(place, $"fact (in \"covers\" of {item.LinkId})", fact, names.FactNames);
            }
            else if (!RaisedBehind(item.LinkId, option.Code).Contains(fact))
            {
                names.Error(place, $"{item.LinkId}/{option.Code} covers {fact}, but opens no question that could raise it; take it out of \"covers\", or open the question");
            }
        }
    }

    private void CheckReplacement(QuestionnaireItem item, Replacement replacement)
    {
        var place = names.Things.Of(replacement, item);
        if (!names.Items.TryGetValue(replacement.Question, out var hidden))
        {
            names.Unknown(place, $"question ({item.LinkId} replaces it)", replacement.Question, names.Items.Keys);
        }
        else if (hidden.EnabledWhen is null && names.Ruleset.Questionnaire.PageOf(hidden.LinkId)?.EnabledWhen is null)
        {
            names.Error(place, $"{item.LinkId} replaces {hidden.LinkId}, which everyone is asked; give it a \"when\", or take it out of \"replaces\"");
        }

        foreach (var code in replacement.Answers.Where(code => item.Option(code) is null))
        {
            names.Unknown(place, $"answer to {item.LinkId}", code, item.Options.Select(option => option.Code));
        }

        foreach (var flag in replacement.Flags)
        {
            if (!names.Flags.Contains(flag))
            {
                names.Unknown(place, "red flag", flag, names.Flags);
            }
            else if (!item.Options.Any(option => option.Sets.Any(setting => setting.Fact == flag)))
            {
                names.Error(place, $"{item.LinkId} cannot ask for {flag} in place of {replacement.Question}, since none of its answers sets {flag}; add such an answer, or take the flag out");
            }
        }
    }

    private void CheckFollowUp(FactDefinition fact)
    {
        if (fact.FollowUp is { } followUp)
        {
            if (!names.HasFact(followUp))
            {
                names.Unknown(fact.Id, $"fact (follow-up of {fact.Id})", followUp, names.FactNames);
            }
        }
        else if (fact.Kind != FactKind.Age && fact.From is { } from && from.LinkIds.All(IsSometimesHidden))
        {
            names.Error(fact.Id, $"the questions behind {fact.Id} may be hidden; name the fact that is unsure in its place under \"follow-up\"");
        }
    }

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
