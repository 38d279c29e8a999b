using GutGuide.Core.Plans;

namespace GutGuide.Web.Features.Consultation.Results;

/// <summary>What a reader calls the parts of a plan.</summary>
public static class PhaseNames
{
    public static string Of(string phase) => phase switch
    {
        "first" => "Tests and talks that come first",
        "remove" => "Remove",
        "replace" => "Replace",
        "reinoculate" => "Reinoculate",
        "repair" => "Repair",
        _ => "Rebalance",
    };

    public static string Words(PhasePriority priority) => priority switch
    {
        PhasePriority.Start => "Start here",
        PhasePriority.Next => "Next",
        PhasePriority.Later => "Later",
        _ => "Not needed now",
    };
}
