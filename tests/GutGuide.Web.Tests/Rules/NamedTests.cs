using System.Reflection;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Rules;

/// <summary>A promise that tests keep names them, and they are there.</summary>
public sealed class NamedTests
{
    private const string Own = "GutGuide.Web.Tests.";
    private const string OfCore = "GutGuide.Core.Tests.";

    private static IEnumerable<string> Names => ShippedContent.Ruleset.Invariants.SelectMany(invariant => invariant.Tests.Concat(invariant.Sampled));

    [Fact]
    public void Every_test_that_a_promise_names_exists()
    {
        var tests = Names.Where(name => name.StartsWith(Own, StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(tests);
        Assert.All(tests, name => Assert.True(IsTest(name), $"There is no test {name}."));
    }

    [Fact]
    public void Every_name_is_of_one_of_the_two_test_projects() => Assert.All(
        Names,
        name => Assert.True(name.StartsWith(Own, StringComparison.Ordinal) || name.StartsWith(OfCore, StringComparison.Ordinal), name));

    private static bool IsTest(string name)
    {
        var dot = name.LastIndexOf('.');
        return typeof(NamedTests).Assembly.GetType(name[..dot])?.GetMethod(name[(dot + 1)..])?.GetCustomAttributes<FactAttribute>().Any() == true;
    }
}
