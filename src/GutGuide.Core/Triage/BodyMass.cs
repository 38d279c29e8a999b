namespace GutGuide.Core.Triage;

/// <summary>Body mass index in kilograms per square meter, from either system of units.</summary>
internal static class BodyMass
{
    private const double CentimetersPerMeter = 100;
    private const double InchesPerFoot = 12;

    /// <summary>Turns pounds per square inch of height into kilograms per square meter.</summary>
    private const double UsUnitsFactor = 703;

    public static double? FromMetric(double? centimeters, double? kilograms)
    {
        var meters = centimeters / CentimetersPerMeter;
        return meters > 0 ? kilograms / (meters * meters) : null;
    }

    public static double? FromUsUnits(double? feet, double? inches, double? pounds)
    {
        var height = (feet * InchesPerFoot) + (inches ?? 0);
        return height > 0 ? UsUnitsFactor * pounds / (height * height) : null;
    }
}
