using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;

namespace GutGuide.Core.Triage;

/// <summary>A fact with its defaults worked out.</summary>
internal sealed class FactSlot(FactDefinition definition)
{
    private readonly string[] _codes = [.. definition.Values.Keys];

    public FactDefinition Definition => definition;

    public string Id => definition.Id;

    public FactKind Kind => definition.Kind;

    public int Number { get; set; }

    public Certainty DefaultCertainty => definition.Kind == FactKind.Held ? Certainty.Yes : CertaintyOf(definition.Default);

    public double DefaultNumber => definition.Kind is FactKind.Count or FactKind.Score ? 0 : double.NaN;

    public int DefaultCode => definition.Default is { } code ? Array.IndexOf(_codes, code) : -1;

    public static Certainty CertaintyOf(string? code) => code switch
    {
        "yes" => Certainty.Yes,
        "unsure" => Certainty.Unsure,
        "no" => Certainty.No,
        _ => Certainty.Unsaid,
    };

    public int CodeNumber(string? code)
    {
        var number = Array.IndexOf(_codes, code);
        return number >= 0 ? number : throw new ArgumentException($"{code} is not a value of the fact {Id}.", nameof(code));
    }

    /// <summary>Combines what one answer says with what is known so far: the worse reading wins.</summary>
    public void Apply(Circumstances now, FactSetting setting)
    {
        switch (Kind)
        {
            case FactKind.Problem or FactKind.Presence or FactKind.Held:
                now.Certainties[Number] = Max(now.Certainties[Number], CertaintyOf(setting.Code));
                break;
            case FactKind.Reassurance:
                var before = now.Certainties[Number];
                var reassured = CertaintyOf(setting.Code);
                now.Certainties[Number] = before == Certainty.Unsaid ? reassured : Min(before, reassured);
                break;
            case FactKind.Code:
                now.FactCodes[Number] = CodeNumber(setting.Code);
                break;
            default:
                ApplyNumber(now, setting.Number ?? double.NaN, setting.Adds);
                break;
        }
    }

    public void ApplyNumber(Circumstances now, double number, bool adds = false)
    {
        var before = now.FactNumbers[Number];
        now.FactNumbers[Number] = adds ? before + number
            : double.IsNaN(before) ? number
            : Kind == FactKind.Low ? Math.Min(before, number)
            : Math.Max(before, number);
    }

    private static Certainty Max(Certainty one, Certainty other) => one > other ? one : other;

    private static Certainty Min(Certainty one, Certainty other) => one < other ? one : other;
}
