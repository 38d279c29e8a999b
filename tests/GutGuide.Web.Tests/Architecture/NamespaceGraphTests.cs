using GutGuide.Core.Rules;

namespace GutGuide.Web.Tests.Architecture;

/// <summary>The rooms of the house: what one uses does not use it in turn.</summary>
public sealed class NamespaceGraphTests
{
    private const string Here = "GutGuide.Web.Tests.Architecture";
    private const string Consultation = "GutGuide.Web.Features.Consultation";

    /// <summary>Uses that still close a cycle. The list only gets shorter.</summary>
    private static readonly (string From, string To)[] Remaining =
    [
        (Consultation, $"{Consultation}.Meals"),
        ("GutGuide.Web.Features.FollowUp", $"{Consultation}.Results"),
    ];

    [Theory]
    [InlineData(typeof(Ruleset))]
    [InlineData(typeof(Program))]
    public void No_namespace_leads_back_to_itself(Type inAssembly)
    {
        var graph = NamespaceGraph.Of(inAssembly.Assembly.Location).Without(Remaining);

        Assert.NotEmpty(graph.Edges);
        Assert.Empty(graph.Cycles().Select(graph.Words));
    }

    [Fact]
    public void What_no_longer_closes_a_cycle_leaves_the_list()
    {
        var graph = NamespaceGraph.Of(typeof(Program).Assembly.Location);

        Assert.All(Remaining, edge => Assert.Contains(edge, graph.Edges.Keys));
    }

    [Fact]
    public void A_cycle_through_method_bodies_is_found()
    {
        var graph = NamespaceGraph.Of(typeof(NamespaceGraphTests).Assembly.Location);

        Assert.Contains(graph.Cycles(), cycle => cycle is [$"{Here}.CycleBack", $"{Here}.CycleThere"]);
    }

    [Fact]
    public void Core_knows_nothing_of_the_site()
    {
        var used = typeof(Ruleset).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.All(used, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }
}
