using System.Collections.Concurrent;
using GutGuide.Core.Explanations;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;

namespace GutGuide.Web.Scoring;

/// <summary>
/// Maps answers to a decision by a ruleset stored in the database. Each consultation stays with the ruleset it began under, so
/// an edit of the rules never changes a result half-way.
/// </summary>
public sealed class ScoringService(RulesetStore rulesets)
{
    private readonly ConcurrentDictionary<string, RulesetScoring> _byHash = new(StringComparer.Ordinal);
    private volatile string? _current;

    /// <summary>Hash of the ruleset that new consultations begin under.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been published yet.</exception>
    public string CurrentHash => _current ?? throw new InvalidOperationException("No ruleset has been published yet.");

    public bool HasPublished => _current is not null;

    /// <summary>Publishes a ruleset and makes it the one for new consultations.</summary>
    /// <returns>Its hash.</returns>
    public async Task<string> PublishAsync(Ruleset ruleset, CancellationToken cancellation = default)
    {
        var hash = await PrepareAsync(ruleset, cancellation);
        Use(hash);
        return hash;
    }

    /// <summary>Stores a ruleset and makes it ready, without using it yet.</summary>
    /// <returns>Its hash.</returns>
    public async Task<string> PrepareAsync(Ruleset ruleset, CancellationToken cancellation = default)
    {
        var hash = await rulesets.PublishAsync(ruleset, cancellation);
        await ForAsync(hash, cancellation);
        return hash;
    }

    /// <summary>Makes a prepared ruleset the one for new consultations.</summary>
    public void Use(string hash) => _current = hash;

    /// <summary>The scoring of one published ruleset, read from the database the first time.</summary>
    public async Task<RulesetScoring> ForAsync(string hash, CancellationToken cancellation = default)
    {
        if (_byHash.TryGetValue(hash, out var known))
        {
            return known;
        }

        var engine = new DecisionEngine(await rulesets.ReadAsync(hash, cancellation));
        return _byHash.GetOrAdd(hash, new RulesetScoring(engine, new QuestionFlow(engine.Scorer), new QuestionUses(engine.Ruleset), new WhatWouldChange(engine)));
    }
}

/// <summary>One ruleset, ready to ask and to decide.</summary>
public sealed record RulesetScoring(DecisionEngine Engine, QuestionFlow Flow, QuestionUses Uses, WhatWouldChange Changes)
{
    public Ruleset Ruleset => Engine.Ruleset;

    public Contradictions Contradictions { get; } = new(Engine.Scorer);
}
