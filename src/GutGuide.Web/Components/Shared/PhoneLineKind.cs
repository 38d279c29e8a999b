using GutGuide.Web.Content;

namespace GutGuide.Web.Components.Shared;

/// <summary>What a number is for.</summary>
public enum PhoneLineKind
{
    Emergency,
    Crisis,
    Poison,
    Advice,
}

public static class PhoneLineKinds
{
    public static IReadOnlyList<PhoneLineKind> All { get; } = Enum.GetValues<PhoneLineKind>();

    public static string Name(this PhoneLineKind kind) => kind switch
    {
        PhoneLineKind.Emergency => "Emergency",
        PhoneLineKind.Crisis => "Crisis line",
        PhoneLineKind.Poison => "Poison help",
        _ => "Advice, not an emergency",
    };

    public static PhoneLines Of(this Region region, PhoneLineKind kind) => kind switch
    {
        PhoneLineKind.Emergency => region.Emergency,
        PhoneLineKind.Crisis => region.Crisis,
        PhoneLineKind.Poison => region.Poison,
        _ => region.Advice,
    };
}
