using GutGuide.Core.Conditions;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Tests.Building;

/// <summary>What a test starts from, in few words.</summary>
public static class Given
{
    /// <summary>A condition that holds for everyone.</summary>
    public static Condition Always { get; } = Condition.Fact("always", ComparisonOperator.GreaterOrEqual, 0);

    /// <summary>A condition that holds for nobody.</summary>
    public static Condition Never { get; } = Condition.Fact("always", ComparisonOperator.Less, 0);

    public static Answers Answers(params (string LinkId, Said Said)[] answers) =>
        new(answers.Select(answer => KeyValuePair.Create(answer.LinkId, answer.Said.Answer)));

    /// <summary>States and flags that withhold something, each with a reason of its own.</summary>
    public static TriggerSet Triggers(params string[] ids) => Reasons([.. ids.Select(id => (id, $"Reason of {id}."))]);

    public static TriggerSet Reasons(params (string Id, string Reason)[] reasons) =>
        new(reasons.ToDictionary(reason => reason.Id, reason => reason.Reason), ["rule-001"]);

    public static SuggestionText SuggestionText(string id, string grade = "B") => new(
        $"Title of {id}",
        $"<p>Prose of {id}.</p>",
        $"Step of {id}.",
        null,
        null,
        [new EvidenceLine($"For {id}.", grade, ["s001"])],
        [new EvidenceLine($"Against {id}.", "C", ["s002"])],
        null,
        new DateOnly(2026, 1, 1),
        new DateOnly(2027, 1, 1));
}

/// <summary>What somebody said to one question: a code, a number or several codes.</summary>
public readonly record struct Said(Answer Answer)
{
    public static implicit operator Said(string code) => new(Answer.Of(code));

    public static implicit operator Said(string[] codes) => new(Answer.Of(codes));

    public static implicit operator Said(double number) => new(Answer.Of(number));

    public static implicit operator Said(Answer answer) => new(answer);
}
