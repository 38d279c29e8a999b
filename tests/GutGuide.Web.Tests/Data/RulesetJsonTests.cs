using System.Text.Json.Nodes;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Tests.Building;
using GutGuide.Web.Data;

namespace GutGuide.Web.Tests.Data;

public class RulesetJsonTests
{
    [Fact]
    public void A_questionnaire_stored_before_there_were_hints_has_none()
    {
        var stored = JsonNode.Parse(RulesetJson.Write(new QuestionnaireBuilder().Choice("pain", "no", "yes").Build()))!.AsObject();
        Assert.True(stored.Remove("hints"));

        Assert.Empty(RulesetJson.Read<Questionnaire>(stored.ToJsonString()).Hints);
    }

    [Fact]
    public void A_rule_that_is_null_is_refused()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => RulesetJson.Read<Questionnaire>("null"));

        Assert.Contains("Questionnaire", fault.Message, StringComparison.Ordinal);
    }
}
