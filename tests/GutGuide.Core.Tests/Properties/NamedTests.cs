using System.Reflection;
using System.Text.RegularExpressions;

namespace GutGuide.Core.Tests.Properties;

/// <summary>A promise of the shipped rules that properties of the engine keep names them, and they are there.</summary>
public partial class NamedTests
{
    [Fact]
    public void Every_property_that_a_promise_names_exists()
    {
        var names = Named().Matches(File.ReadAllText(Promises())).Select(match => match.Groups[1].Value).ToArray();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(IsTest(name), $"There is no test {name}."));
    }

    private static bool IsTest(string name)
    {
        var dot = name.LastIndexOf('.');
        return typeof(NamedTests).Assembly.GetType(name[..dot])?.GetMethod(name[(dot + 1)..])?.GetCustomAttributes<FactAttribute>().Any() == true;
    }

    private static string Promises()
    {
        var place = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(place.FullName, "GutGuide.sln")))
        {
            place = place.Parent ?? throw new InvalidOperationException("GutGuide.sln stands in no folder above the tests.");
        }

        return Path.Combine(place.FullName, "content", "consultation", "invariants.yaml");
    }

    [GeneratedRegex(@"^\s+- (GutGuide\.Core\.Tests\.\S+)$", RegexOptions.Multiline)]
    private static partial Regex Named();
}
