using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Scoring;

/// <summary>
/// Publishes rulesets into the database and reads them back. A published ruleset is immutable, so each is read once and kept.
/// </summary>
public sealed class RulesetStore(IDbContextFactory<GutGuideDbContext> contexts, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Ruleset> _read = new(StringComparer.Ordinal);

    /// <summary>Stores the ruleset unless the very same content is already there.</summary>
    /// <returns>Its content hash.</returns>
    public async Task<string> PublishAsync(Ruleset ruleset, CancellationToken cancellation = default)
    {
        var rules = RulesOf(ruleset);
        var suggestions = ruleset.Suggestions.Select(suggestion => RulesetJson.Write(suggestion)).ToArray();
        var hash = HashOf(ruleset, rules, suggestions);

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Rulesets.AnyAsync(row => row.Hash == hash, cancellation))
        {
            return hash;
        }

        db.Rulesets.Add(new RulesetRow { Hash = hash, Name = ruleset.Id, Version = ruleset.Version, PublishedAtTicks = clock.GetUtcNow().UtcTicks });
        db.Rules.AddRange(rules.Select(rule => new RuleRow
        {
            RulesetHash = hash,
            Kind = rule.Kind,
            Number = rule.Number,
            RuleId = rule.Id,
            Definition = rule.Definition,
        }));
        db.Suggestions.AddRange(ruleset.Suggestions.Select((suggestion, number) => new SuggestionRow
        {
            RulesetHash = hash,
            Id = suggestion.Id,
            Number = number,
            Phase = suggestion.Phase,
            Class = suggestion.Class,
            Title = suggestion.Text.Title,
            Definition = suggestions[number],
        }));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (PublishedByAnother(hash))
        {
            // Two processes started on one folder; both hold the same content.
        }

        return hash;
    }

    /// <summary>The hash that a ruleset has, or would have, in the database: equal rules and words give an equal one.</summary>
    public static string HashOf(Ruleset ruleset) =>
        HashOf(ruleset, RulesOf(ruleset), [.. ruleset.Suggestions.Select(suggestion => RulesetJson.Write(suggestion))]);

    /// <summary>Reads a published ruleset.</summary>
    /// <exception cref="InvalidOperationException">No ruleset has this hash.</exception>
    public async Task<Ruleset> ReadAsync(string hash, CancellationToken cancellation = default)
    {
        if (_read.TryGetValue(hash, out var known))
        {
            return known;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var head = await db.Rulesets.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellation)
            ?? throw new InvalidOperationException($"No ruleset with the hash {hash} has been published.");
        var rules = await db.Rules.AsNoTracking().Where(row => row.RulesetHash == hash).OrderBy(row => row.Number).ToListAsync(cancellation);
        var suggestions = await db.Suggestions.AsNoTracking()
            .Where(row => row.RulesetHash == hash)
            .OrderBy(row => row.Number)
            .Select(row => row.Definition)
            .ToListAsync(cancellation);
        return _read.GetOrAdd(hash, Build(head, rules.ToLookup(rule => rule.Kind, rule => rule.Definition), suggestions));
    }

    private static Ruleset Build(RulesetRow head, ILookup<string, string> rules, IEnumerable<string> suggestions)
    {
        return new Ruleset(
            head.Name,
            head.Version,
            Read<Questionnaire>("questionnaire").Single(),
            Read<FactDefinition>("fact"),
            Read<PatientState>("state"),
            Read<RedFlag>("flag"),
            Read<SuggestionClass>("class"),
            Read<HardRule>("hard-rule"),
            Read<ConflictGroup>("conflict"),
            Read<Ceiling>("ceiling"),
            Read<NeverSuggested>("never-suggested"),
            Read<ScoringRules>("scoring").Single(),
            Read<Invariant>("invariant"),
            Read<PinnedExample>("edge"),
            [.. suggestions.Select(RulesetJson.Read<Suggestion>)]);

        T[] Read<T>(string kind) => [.. rules[kind].Select(RulesetJson.Read<T>)];
    }

    private static List<(string Kind, int Number, string Id, string Definition)> RulesOf(Ruleset ruleset) =>
    [
        .. Of("questionnaire", [ruleset.Questionnaire], questionnaire => questionnaire.Id),
        .. Of("fact", ruleset.Facts, fact => fact.Id),
        .. Of("state", ruleset.States, state => state.Id),
        .. Of("flag", ruleset.Flags, flag => flag.Id),
        .. Of("class", ruleset.Classes, suggestionClass => suggestionClass.Id),
        .. Of("hard-rule", ruleset.HardRules, rule => rule.Id),
        .. Of("conflict", ruleset.Conflicts, group => group.Id),
        .. Of("ceiling", ruleset.Ceilings, ceiling => ceiling.Id),
        .. Of("never-suggested", ruleset.NeverSuggested, never => never.Id),
        .. Of("scoring", [ruleset.Scoring], _ => "scoring"),
        .. Of("invariant", ruleset.Invariants, invariant => invariant.Id),
        .. Of("edge", ruleset.Edges, edge => edge.Rule),
    ];

    private static IEnumerable<(string Kind, int Number, string Id, string Definition)> Of<T>(string kind, IReadOnlyList<T> rules, Func<T, string> idOf) =>
        rules.Select((rule, number) => (kind, number, idOf(rule), RulesetJson.Write(rule)));

    private static string HashOf(Ruleset ruleset, IEnumerable<(string Kind, int Number, string Id, string Definition)> rules, IEnumerable<string> suggestions)
    {
        var all = rules.Select(rule => $"{rule.Kind} {rule.Definition}").Concat(suggestions).Prepend($"{ruleset.Id} {ruleset.Version}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))));
    }

    private bool PublishedByAnother(string hash)
    {
        using var db = contexts.CreateDbContext();
        return db.Rulesets.Any(row => row.Hash == hash);
    }
}
