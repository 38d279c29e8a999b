using System.Runtime.CompilerServices;
using GutGuide.Core.Comparisons;
using GutGuide.Core.Explanations;
using GutGuide.Core.Plans;
using GutGuide.Core.Proofs;
using GutGuide.Core.Rules;
using GutGuide.Web.Hosting;

namespace GutGuide.Web.Features.Editing.Desk;

/// <summary>One ruleset, proven and tried on its sample.</summary>
public sealed record RulesetStudy(DecisionEngine Engine, ProofReport Report, SampleSurvey Survey, QuestionUses Uses, RuleWords Words)
{
    public Ruleset Ruleset => Engine.Ruleset;

    /// <summary>The smallest example that leads to a rule; null when none was found.</summary>
    public AnswerExample? ExampleOf(ReachedKind kind, string id) => Report.Reached.FirstOrDefault(reached => reached.Kind == kind && reached.Id == id)?.Example;
}

/// <summary>Works out once, for each ruleset in use, what takes seconds. What nobody uses any more is forgotten.</summary>
public sealed class RulesetStudies(ProvenRules proven)
{
    private readonly ConditionalWeakTable<Ruleset, Lazy<RulesetStudy>> _studies = [];

    public ProofReport ReportOf(Ruleset ruleset) => proven.ReportOf(ruleset);

    /// <exception cref="ArgumentException">The ruleset has names that lead nowhere.</exception>
    public RulesetStudy Of(Ruleset ruleset) => _studies.GetValue(ruleset, key => new(() => Study(key))).Value;

    private RulesetStudy Study(Ruleset ruleset)
    {
        var report = ReportOf(ruleset);
        return new RulesetStudy(new DecisionEngine(ruleset), report, SampleSurvey.Of(ruleset, report.Reached), new QuestionUses(ruleset), new RuleWords(ruleset));
    }
}
