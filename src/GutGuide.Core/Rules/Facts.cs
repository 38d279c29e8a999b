using System.Text.Json.Serialization;

namespace GutGuide.Core.Rules;

/// <summary>How a fact may be read, and which way is worse.</summary>
public enum FactKind
{
    /// <summary>yes, unsure or no; yes is worse.</summary>
    Problem,

    /// <summary>yes, unsure or no, where unsure always counts as yes.</summary>
    Presence,

    /// <summary>A number where more is worse: weeks, days, percent.</summary>
    Count,

    /// <summary>A sum of points where more is worse.</summary>
    Score,

    /// <summary>A number where less is worse.</summary>
    Low,

    /// <summary>Whole years; neither way is worse.</summary>
    Age,

    /// <summary>One of a few codes; none is worse by itself.</summary>
    Code,

    /// <summary>
    /// A reassurance turned round: no only when the person clearly gave the reassuring answer; blank, hidden and unsure count as
    /// yes, which is worse.
    /// </summary>
    Held,

    /// <summary>yes only when a clinician has checked the problem and it is unchanged; the one kind a rule may negate.</summary>
    Reassurance,
}

/// <summary>A variable that answers set and rules read. Source: safety rule base 0.4.</summary>
/// <param name="Plain">In words that fit after "You told us:" (or name the thing, for numbers).</param>
/// <param name="Default">The code it has when nothing sets it; absent: no, zero or unknown.</param>
/// <param name="Values">Of a code fact: every code with its plain words.</param>
/// <param name="From">Of a number worked out from number answers; absent when options set it.</param>
public sealed record FactDefinition(
    string Id,
    FactKind Kind,
    string Plain,
    string? Unit,
    string? Default,
    IReadOnlyDictionary<string, string> Values,
    NumberSource? From)
{
    /// <summary>Of a number: the fact that is unsure in its place when its questions are hidden. Absent: the worst number that they could give.</summary>
    public string? FollowUp { get; init; }
}

/// <summary>Number answers a fact is worked out from. One of the two is set.</summary>
/// <param name="Question">The linkId whose number is the fact.</param>
/// <param name="BodyMass">Height and weight, in either system of units.</param>
public sealed record NumberSource(string? Question, BodyMassSource? BodyMass)
{
    /// <summary>Every question it reads.</summary>
    [JsonIgnore]
    public IEnumerable<string> LinkIds => BodyMass is { } mass
        ? [mass.Centimeters, mass.Kilograms, mass.Feet, mass.Inches, mass.Pounds]
        : Question is { } question ? [question] : [];
}

/// <summary>LinkIds of centimeters and kilograms, and of feet, inches and pounds. Inches may be blank (zero).</summary>
public sealed record BodyMassSource(string Centimeters, string Kilograms, string Feet, string Inches, string Pounds);
