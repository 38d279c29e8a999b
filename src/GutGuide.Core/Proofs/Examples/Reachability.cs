using GutGuide.Core.Conditions;
using GutGuide.Core.Plans;
using GutGuide.Core.Proofs.Tables;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs.Examples;

/// <summary>
/// For everything the ruleset defines, a smallest answer set that leads there. What none leads to is a dead rule: it looks like
/// protection or help and is neither.
/// </summary>
internal sealed class Reachability
{
    private readonly ProofContext _context;
    private readonly Ruleset _ruleset;
    private readonly List<ReachedRule> _reached = [];

    public Reachability(ProofContext context)
    {
        _context = context;
        _ruleset = context.Ruleset;
        FindFlags();
        FindStates();
        FindTiers();
        FindQuestions();
        FindSuggestions();
        FindSubstitutes();
    }

    public IReadOnlyList<ReachedRule> Reached => _reached;

    public ProofOutcome Flags { get; } = new();

    public ProofOutcome States { get; } = new();

    public ProofOutcome Tiers { get; } = new();

    public ProofOutcome Suggestions { get; } = new();

    public ProofOutcome Questions { get; } = new();

    private Decision Decide(Answers answers) => _context.Engine.Decide(answers);

    private void FindFlags()
    {
        foreach (var flag in _ruleset.Flags)
        {
            var example = _context.Search.Find(
                Condition.Flag(flag.Id),
                answers => Decide(answers).RedFlags.Any(raised => raised.Flag.Id == flag.Id && raised.Tier == flag.Tier));
            Note(Flags, ReachedKind.Flag, flag.Id, example, "no answers raise it at its own tier");
        }
    }

    private void FindStates()
    {
        foreach (var state in _ruleset.States)
        {
            var example = _context.Search.Find(Condition.State(state.Id), answers => Decide(answers).States.Contains(state.Id));
            Note(States, ReachedKind.State, state.Id, example, "no answers set it");
        }
    }

    private void FindTiers()
    {
        var examples = _reached.Select(reached => reached.Example).ToList();
        if (_context.Search.Around() is { } calm)
        {
            examples.Insert(0, _context.Search.Calm.Example(calm));
        }

        var tiers = examples.Select(example => (Decide(example.Answers).Tier, Example: example)).ToLookup(pair => pair.Tier, pair => pair.Example);
        foreach (var tier in _ruleset.Flags.Select(flag => flag.Tier).Concat(_ruleset.States.Select(state => state.Floor)).Append(TriageTier.SelfCare).Distinct().Order())
        {
            Note(Tiers, ReachedKind.Tier, tier.ToString(), tiers[tier].MinBy(example => example.Telling.Count), "no answers lead to this tier");
        }
    }

    private void FindSuggestions()
    {
        var search = new SuggestionSearch(_context);
        foreach (var number in Enumerable.Range(0, _ruleset.Suggestions.Count))
        {
            var id = _ruleset.Suggestions[number].Id;
            Note(Suggestions, ReachedKind.Suggestion, id, search.Find(number), "no answers show it: it is never relevant, or whenever it is, something rules it out or pushes it off the plan");
        }
    }

    /// <summary>
    /// One example for each substitute, with any of the suggestions that name it. The rule base names a few that are withheld
    /// whenever their suggestion is; nothing is lost by that, so a substitute without an example is no fault.
    /// </summary>
    private void FindSubstitutes()
    {
        var search = new HeldBackSearch(_context, _reached);
        foreach (var named in _ruleset.Suggestions.Index().Where(pair => pair.Item.Substitute is not null).GroupBy(pair => pair.Item.Substitute!))
        {
            var substitute = _ruleset.Suggestions.Index().First(pair => pair.Item.Id == named.Key).Index;
            var example = named.Select(pair => search.Find(pair.Index, substitute)).FirstOrDefault(example => example is not null);
            if (example is not null)
            {
                _reached.Add(new ReachedRule(ReachedKind.Substitute, named.Key, example));
            }
        }
    }

    private void FindQuestions()
    {
        foreach (var item in _ruleset.Questionnaire.Items)
        {
            Note(Questions, ReachedKind.Question, item.LinkId, _context.Search.FindAsking(item.LinkId), "no answers lead to this question");
        }
    }

    private void Note(ProofOutcome tally, ReachedKind kind, string id, AnswerExample? example, string otherwise)
    {
        tally.Count();
        if (example is null)
        {
            tally.Fail(id, otherwise);
        }
        else
        {
            _reached.Add(new ReachedRule(kind, id, example));
        }
    }
}
