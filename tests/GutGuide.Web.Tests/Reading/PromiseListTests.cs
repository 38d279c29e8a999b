using Bunit;
using GutGuide.Core.Proofs;
using GutGuide.Web.Features.Reading;

namespace GutGuide.Web.Tests.Reading;

public sealed class PromiseListTests : BunitContext
{
    private static Proof Kept(string id, string how, long situations = 2) =>
        new(id, $"Promise {id}.", ProofKind.AllSituations, how, situations, []);

    [Fact]
    public void Promises_kept_in_the_same_way_stand_together_with_their_situations()
    {
        var list = Show(Kept("inv-01", "By trying."), Kept("inv-02", "By reading."), Kept("inv-03", "By trying.", 1_000));

        Assert.Equal(2, list.FindAll("section").Count);
        Assert.Equal(["inv-01", "inv-03"], list.FindAll("section:first-of-type li").Select(item => item.Id));
        Assert.Equal("By trying. Situations tried: 1,002.", list.Find("section:first-of-type p").TextContent.Trim());
    }

    [Fact]
    public void A_broken_promise_says_so()
    {
        var broken = Kept("inv-01", "By trying.") with { Counterexamples = [new Counterexample("rf-x", "It breaks.", null)] };

        var list = Show(broken, Kept("inv-02", "By trying."));

        Assert.Contains("Broken:", list.Find("#inv-01").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Broken:", list.Find("#inv-02").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<PromiseList> Show(params Proof[] proofs) =>
        Render<PromiseList>(parameters => parameters.Add(list => list.Report, new ProofReport("1", proofs, [])));
}
