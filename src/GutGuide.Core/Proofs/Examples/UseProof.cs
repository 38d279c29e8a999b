using GutGuide.Core.Conditions;
using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Examples;

/// <summary>
/// Nothing is asked in vain and nothing is waited for in vain: every question matters to some rule, every fact that is set is
/// read and every fact that is read is set, every band of an answer begins where a rule's edge lies, every class has members.
/// </summary>
internal sealed class UseProof
{
    /// <summary>Read outside the rules: the region chooses phone numbers.</summary>
    private static readonly string[] ReadElsewhere = ["region"];

    private readonly ProofContext _context;
    private readonly Ruleset _ruleset;
    private readonly Comparison[] _comparisons;
    private readonly HashSet<string> _factsRead;
    private readonly ILookup<string, FactSetting> _settings;
    private readonly ProofOutcome _tally = new();

    public UseProof(ProofContext context)
    {
        _context = context;
        _ruleset = context.Ruleset;
        _comparisons = [.. AllConditions.Of(_ruleset).SelectMany(rule => rule.Condition.Comparisons())];
        _factsRead = [.. _comparisons.Where(part => part.Subject == Subject.Fact).Select(part => part.Id), .. ReadElsewhere];
        _settings = _ruleset.Questionnaire.Items.SelectMany(item => item.Options).SelectMany(option => option.Sets).ToLookup(setting => setting.Fact, StringComparer.Ordinal);
    }

    public ProofOutcome Prove()
    {
        CheckQuestions();
        CheckFacts();
        CheckBands();
        CheckSections();
        CheckClasses();
        return _tally;
    }

    private void CheckQuestions()
    {
        var read = _comparisons.Where(part => part.Subject == Subject.Question).Select(part => part.Id)
            .Concat(_ruleset.Scoring.Goal is { } goal ? [goal.Question] : [])
            .Concat(_context.Index.Facts.Where(fact => _factsRead.Contains(fact.Id)).SelectMany(fact => fact.Definition.From?.LinkIds ?? []))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var item in _ruleset.Questionnaire.Items)
        {
            var matters = read.Contains(item.LinkId)
                || item.Options.Any(option => option.Sets.Any(setting => _factsRead.Contains(setting.Fact)))
                || (item.Section is not null && item.Options.Any(option => option.Weight > 0));
            _tally.Expect(matters, item.LinkId, "matters to no rule; leave the question out, or write the rule that needs it");
        }
    }

    private void CheckFacts()
    {
        foreach (var fact in _context.Index.Facts.Select(fact => fact.Definition))
        {
            var isSet = _settings[fact.Id].Any(setting => setting.Code != "no") || fact.From is not null;
            var isRead = _factsRead.Contains(fact.Id);
            _tally.Expect(isRead || !isSet, fact.Id, "is set by an answer, and no rule reads it");
            _tally.Expect(isSet || !isRead, fact.Id, "is read by a rule, and no answer sets it");
            _tally.Expect(isSet || isRead || !_ruleset.Facts.Contains(fact), fact.Id, "is neither set nor read");
        }
    }

    /// <summary>
    /// An edge that no band begins at would sort people wrongly: with "2 to 4 weeks" counting as 2, a rule from 3 weeks on
    /// would never see the third week.
    /// </summary>
    private void CheckBands()
    {
        foreach (var (rule, _, condition, _) in AllConditions.Of(_ruleset).Where(rule => rule.IsSafety))
        {
            foreach (var part in condition.Comparisons().Where(part => part is { Subject: Subject.Fact, Number: not null }))
            {
                var bands = _settings[part.Id].Where(setting => !setting.Adds).Select(setting => setting.Number).OfType<double>().ToArray();
                var edge = part.Operator is ComparisonOperator.Greater or ComparisonOperator.LessOrEqual ? part.Number!.Value + 1 : part.Number!.Value;
                _tally.Expect(
                    bands.Length == 0 || _context.Index.Fact(part.Id).Definition.From is not null || bands.Contains(edge),
                    rule,
                    $"has an edge at {ConditionWords.Of(part)}, but no answer stands for exactly that number");
            }
        }
    }

    private void CheckSections()
    {
        foreach (var section in _ruleset.Scoring.Sections)
        {
            var most = _ruleset.Questionnaire.Items.Where(item => item.Section == section.Id).Sum(MostPoints);
            _tally.Expect(most == section.Highest, section.Id, $"its questions give {most} points at most, but the section says {section.Highest}");
            _tally.Expect(section.Some < section.ALot && section.ALot <= section.Highest, section.Id, "its bands are out of order");
        }
    }

    private static int MostPoints(QuestionnaireItem item)
    {
        var weights = item.Options.Select(option => option.Weight ?? 0).ToArray();
        return item.Type == ItemType.MultipleChoice ? weights.Where(weight => weight > 0).Sum() : weights.DefaultIfEmpty(0).Max();
    }

    private void CheckClasses()
    {
        foreach (var suggestionClass in _ruleset.Classes)
        {
            _tally.Expect(_ruleset.Suggestions.Any(suggestion => suggestion.Class == suggestionClass.Id), suggestionClass.Id, "has no suggestion");
        }
    }
}
