using GutGuide.Core.Conditions;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Core.Proofs.Tables;

/// <summary>
/// What is asked of whom makes no advice less urgent: a question that a sign opens takes no caution away, and what a worse answer
/// hides stays as cautious as it was. Source: safety rule base 0.6, inv-51 and inv-52.
/// </summary>
/// <remarks>
/// Why this covers every answer set: one worse answer can only raise the facts of its own question (proven with the tables), open
/// questions, or hide some. An opened question only adds to facts that were "no", when lines that cover them were denied; what no line
/// covers was in doubt, so it must not matter as long as the question is hidden. A hidden question leaves its facts in doubt, in which
/// every state that read them still holds, and every flag counts one tier lower; so each flag that reads them must stand beside
/// another rule that asks for as much, or be named by the question that replaces the hidden one. Stories stand for all ways to get a
/// rule to hold: the options that set each fact, and the conditions of their questions.
/// </remarks>
internal sealed class VisibilityProof
{
    private readonly ProofContext _context;
    private readonly Gates _gates;
    private readonly Stories _stories;
    private readonly ProofOutcome _tally = new(ProofKind.AllSituations);

    public VisibilityProof(ProofContext context)
    {
        _context = context;
        _gates = new Gates(context.Index);
        _stories = new Stories(context.Index, _gates);
    }

    private RuleIndex Index => _context.Index;

    public ProofOutcome Prove()
    {
        if (!_context.Ruleset.Questionnaire.HiddenIsUnsure)
        {
            return _tally;
        }

        foreach (var item in Index.Items.Where(item => _gates.WhenOf(item.Number).Count > 0))
        {
            CheckOpening(item);
        }

        foreach (var (answer, hidden) in HiddenByWorse())
        {
            CheckHiding(answer, hidden);
        }

        return _tally;
    }

    /// <summary>Answers that hide by "!=", each with the questions that it hides and that nothing it says replaces.</summary>
    private IEnumerable<(Line Answer, IndexedItem[] Hidden)> HiddenByWorse() =>
        from item in Index.Items
        where _gates.FactsOf(item.Number).Any()
        from part in _gates.WhenOf(item.Number).SelectMany(when => when.Comparisons())
        where part is { Subject: Subject.Question, Operator: ComparisonOperator.NotEqual, Code: not null }
        let answer = new Line(Index.ItemOf(part.Id).Number, part.Code!)
        where !_gates.ReplacedBy(item.Number).Any(one => one.Item == answer.Item && (one.Options & Index.Items[answer.Item].MaskOf(answer.Code)) != 0)
        group item by answer into hidden
        select (hidden.Key, hidden.Distinct().ToArray());

    /// <summary>What no line covers is in doubt while the question is hidden; opening it may clear that doubt, so it must not matter before.</summary>
    private void CheckOpening(IndexedItem item)
    {
        foreach (var fact in _gates.FactsOf(item.Number).Where(fact => _gates.Of(item.Number, fact.Number) is null))
        {
            _tally.Count();
            if (!IsAlwaysReplaced(item) && MattersWhileHidden(item, fact) is { } rule)
            {
                var lines = string.Join(" or ", _stories.OpeningLines(item.Number).Select(line => $"{Index.Items[line.Item].Definition.LinkId}/{line.Code}"));
                _tally.Fail(
                    item.Definition.LinkId,
                    $"can tell of {fact.Id}, which {rule} reads, and is not asked of everyone; "
                    + (lines.Length == 0 ? "ask it always, or say what replaces it" : $"add {fact.Id} to \"covers\" of {lines} if their words name it, or say what replaces it"));
            }
        }
    }

    /// <summary>Whether each way of not being asked is an answer that replaces the question, or ends the questions.</summary>
    private bool IsAlwaysReplaced(IndexedItem item)
    {
        var replacing = _gates.ReplacedBy(item.Number);
        if (replacing.Any(by => by.Options == ulong.MaxValue && _gates.WhenOf(by.Item).Count == 0))
        {
            return true;
        }

        if (_stories.SoleQuestion(item.Number) is not { } asks)
        {
            return false;
        }

        var asking = Index.Items[asks];
        var replaced = replacing.Where(by => by.Item == asks).Aggregate(0UL, (all, by) => all | by.Options);
        var opening = _stories.OpeningLines(item.Number);
        return asking.Definition.Options.All(option =>
            (replaced & asking.MaskOf(option.Code)) != 0
            || opening.Contains(new Line(asks, option.Code))
            || _context.Ruleset.Questionnaire.Stops.Any(stop => stop.When.Equals(Condition.Question(asking.Definition.LinkId, option.Code))));
    }

    /// <summary>A rule that could feel the fact though the question is hidden; null when none can.</summary>
    private string? MattersWhileHidden(IndexedItem item, FactSlot fact)
    {
        var rules = _context.Ruleset.States.Select(state => (state.Id, state.When)).Concat(_context.Ruleset.Flags.Select(flag => (flag.Id, flag.When)));
        return rules
            .Where(rule => rule.When.Comparisons().Any(part => part.Subject == Subject.Fact && part.Id == fact.Id))
            .Where(rule => _stories.Hiding(item.Number).Any(denied => Feels(rule.When, fact.Id, denied)))
            .Select(rule => rule.Id)
            .FirstOrDefault();
    }

    private bool Feels(Condition when, string fact, Denied denied) => Simplified(when, denied) is { } left
        && left.Comparisons().Any(part => part.Subject == Subject.Fact && part.Id == fact);

    /// <summary>What is left of a condition when some answers are ruled out; null when it cannot hold.</summary>
    private Condition? Simplified(Condition when, Denied denied)
    {
        switch (when)
        {
            case All all:
                var parts = all.Of.Select(part => Simplified(part, denied)).ToArray();
                return parts.Contains(null) ? null : new All([.. parts.OfType<Condition>()]);
            case Any any:
                Condition[] left = [.. any.Of.Select(part => Simplified(part, denied)).OfType<Condition>()];
                return left.Length == 0 ? null : new Any(left);
            default:
                return _stories.CanHold((Comparison)when, denied) ? when : null;
        }
    }

    private void CheckHiding(Line answer, IndexedItem[] hidden)
    {
        var facts = hidden.SelectMany(item => _gates.FactsOf(item.Number)).ToHashSet();
        foreach (var state in _context.Ruleset.States.Where(state => Reads(state.When, facts)))
        {
            foreach (var story in _stories.Of(state.When).Where(story => story.IsTouched(hidden) && !story.Needs(answer)))
            {
                _tally.Count();
                if (!After(story, answer, hidden).States.Contains(state.Id))
                {
                    Fail(answer, hidden, $"{state.Id} is lost");
                }
            }
        }

        foreach (var flag in _context.Ruleset.Flags.Where(flag => Reads(flag.When, facts)))
        {
            foreach (var story in _stories.Of(flag.When).Where(story => story.IsTouched(hidden) && !story.Needs(answer)))
            {
                _tally.Count();
                if (After(story, answer, hidden).Tier < flag.Tier && !IsAskedInWords(flag.Id, hidden))
                {
                    Fail(answer, hidden, $"{flag.Id} counts for less");
                }
            }
        }
    }

    private void Fail(Line answer, IndexedItem[] hidden, string what)
    {
        var asker = Index.Items[answer.Item].Definition;
        _tally.Fail(
            hidden[0].Definition.LinkId,
            $"{asker.LinkId}/{answer.Code} hides {string.Join(", ", hidden.Select(item => item.Definition.LinkId))}, and {what}; "
            + "ask them all the same, or let the question that asks it in other words say so under \"replaces\"");
    }

    private bool IsAskedInWords(string flag, IndexedItem[] hidden) => Index.Items.Any(item => item.Definition.Replaces.Any(replacement =>
        replacement.Flags.Contains(flag) && hidden.Any(question => question.Definition.LinkId == replacement.Question)));

    private bool Reads(Condition when, HashSet<FactSlot> facts) => when.Comparisons().Any(part => part.Subject switch
    {
        Subject.Fact => facts.Contains(Index.Fact(part.Id)),
        Subject.State => Reads(_context.Ruleset.States[Index.StateNumber(part.Id)].When, facts),
        Subject.Flag => Reads(_context.Ruleset.Flags[Index.FlagNumber(part.Id)].When, facts),
        _ => false,
    });

    /// <summary>What the real rules make of a story once an answer has hidden its questions: what was told stays, what was hidden is in doubt.</summary>
    private (HashSet<string> States, TriageTier Tier) After(Story story, Line answer, IndexedItem[] hidden)
    {
        var now = new Circumstances(Index);
        story.Tell(now, butNotBy: hidden);
        Array.Fill(now.Reached, Reach.Asked);
        foreach (var item in hidden)
        {
            now.Reached[item.Number] = Reach.Hidden;
        }

        Index.FillDefaults(now);
        now.StatesAsked = _context.Scorer.StatesOf(now);
        foreach (var question in Index.Hidden.Where(question => now.Reached[question.Item] == Reach.Hidden))
        {
            question.DoubtAll(now);
        }

        var tier = _context.Scorer.TierOf(now, _context.Scorer.Judge(now));
        return (_context.Ruleset.States.Where((_, number) => now.States[number]).Select(state => state.Id).ToHashSet(StringComparer.Ordinal), tier);
    }
}
