using System.Text.Json.Nodes;
using GutGuide.Core.Questionnaires;
using GutGuide.Core.Rules;
using GutGuide.Core.Tests.Building;
using GutGuide.Web.Scoring;

namespace GutGuide.Web.Tests.Scoring;

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
    public void A_suggestion_that_does_not_say_how_is_stored_as_before_there_was_a_how()
    {
        var suggestion = new RulesetBuilder().Suggestion("sg-walk").Build().Suggestions[0];

        var stored = JsonNode.Parse(RulesetJson.Write(suggestion))!["text"]!.AsObject();

        Assert.False(stored.ContainsKey("how"));
        Assert.Equal("Step of sg-walk.", (string?)stored["step"]);
        Assert.Null(RulesetJson.Read<Suggestion>(RulesetJson.Write(suggestion)).Text.How);
    }

    [Fact]
    public void How_a_step_is_done_comes_back_as_it_went_in()
    {
        var how = new HowTo("2 kiwis", "At breakfast.", "4 weeks", ["with a spoon", "on yogurt", "on oatmeal"], "You strain less.", "Keep it.", "Stop.", "Pennies.");
        var suggestion = new RulesetBuilder().Suggestion("sg-walk").Build().Suggestions[0];

        var read = RulesetJson.Read<Suggestion>(RulesetJson.Write(suggestion with { Text = suggestion.Text with { How = how } })).Text.How!;

        Assert.Equal(how.Examples, read.Examples);
        Assert.Equal(how, read with { Examples = how.Examples });
    }

    [Fact]
    public void A_rule_that_is_null_is_refused()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => RulesetJson.Read<Questionnaire>("null"));

        Assert.Contains("Questionnaire", fault.Message, StringComparison.Ordinal);
    }
}
