using System.Globalization;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Rules;

/// <summary>
/// A worse answer never makes the advice less urgent and never loosens a suggestion, with everything that it hides or opens, by the
/// rules that ship. Only answers that are declared to replace another may.
/// </summary>
public sealed class OneMoreSignTests
{
    /// <summary>How many pairs to try. Without it a tenth of what a release tries, so that a run of all tests stays short.</summary>
    private const string PairsVariable = "GUTGUIDE_PAIRS";

    private const int UsualPairs = 20_000;
    private const int Seed = 20261201;

    [Fact]
    public void One_more_sign_never_lowers_a_tier_and_never_loosens_a_suggestion()
    {
        var pairs = int.TryParse(Environment.GetEnvironmentVariable(PairsVariable), CultureInfo.InvariantCulture, out var asked) ? asked : UsualPairs;
        var signs = new OneMoreSign(ShippedContent.Ruleset, Seed);

        var fallen = Enumerable.Range(0, pairs).Select(_ => signs.Try()).OfType<string>().Take(20).ToArray();

        Assert.True(fallen.Length == 0, string.Join(Environment.NewLine, fallen));
    }
}
