using System.Text;
using System.Text.Json;
using GutGuide.Core.Plans;
using GutGuide.Core.Rules;
using GutGuide.Core.Triage;
using GutGuide.Web.Features.Editing;
using GutGuide.Web.Tests.Content;

namespace GutGuide.Web.Tests.Commands;

public class DecisionJsonTests
{
    [Fact]
    public void A_decision_is_written_name_by_name()
    {
        var (diary, walk) = (Suggestion("sg-diary"), Suggestion("sg-walk"));
        var decision = new Decision(
            DecisionStatus.Complete,
            [],
            TriageTier.SelfCare,
            null,
            [new RaisedFlag(ShippedContent.Ruleset.Flags.Single(flag => flag.Id == "rf-mass"), TriageTier.Routine, ["alarm-gut", "alarm-gut-which"])],
            ["sp-ibd"],
            new Dictionary<string, int> { ["belly"] = 4 },
            new Dictionary<string, SuggestionState> { ["sg-diary"] = SuggestionState.Ask, ["sg-walk"] = SuggestionState.Never },
            [
                new PlannedPhase("first", PhasePriority.Start, [], [Planned("sg-test-fit")], [Planned("sg-talk-dietitian")], null),
                new PlannedPhase("remove", PhasePriority.NotNeeded, ["you said so"], [new PlannedSuggestion(diary, SuggestionState.Ask, ["gut"], [new Trigger("sp-ibd", "Why.")])], [], null),
                new PlannedPhase("repair", PhasePriority.Next, [], [], [], EmptyReason.TestsFirst),
            ],
            [new HeldBack(walk, [new Trigger("sp-ibd", "Why."), new Trigger("hr-1", "")], diary, true), new HeldBack(diary, [], null, false)],
            "sg-diary",
            ["gut"],
            "2026.1")
        {
            Weeks = [[Suggestion("sg-test-fit")], [diary], [], []],
            ReadingOnly = [Planned("sg-aloe")],
            KeepGoing = [walk],
        };

        var json = Written(writer => DecisionJson.Write(writer, "7", decision));

        Assert.Equal(
            """
            {"id":7,"status":"complete","missing":[],"tier":"self-care",
            "redFlags":[{"id":"rf-mass","tier":"routine","because":["alarm-gut","alarm-gut-which"]}],"states":["sp-ibd"],"scores":{"belly":4},
            "suggestionStates":{"sg-diary":"ask","sg-walk":"never"},
            "phases":[{"phase":"first","priority":"start","suggestions":[{"id":"sg-test-fit","state":"ok","because":["gut"]}]},
            {"phase":"remove","priority":"not-needed","suggestions":[{"id":"sg-diary","state":"ask","because":["gut"]}]},
            {"phase":"repair","priority":"next","suggestions":[]}],
            "first":[{"id":"sg-test-fit","state":"ok","because":["gut"]}],
            "more":{"first":["sg-talk-dietitian"]},"emptyBecause":{"repair":"tests-first"},
            "weeks":[["sg-test-fit"],["sg-diary"],[],[]],
            "heldBack":[{"id":"sg-walk","because":["sp-ibd","hr-1"],"substitute":"sg-diary"},{"id":"sg-diary","because":[],"substitute":null}],
            "readingOnly":["sg-aloe"],"keepGoing":["sg-walk"],"firstStep":"sg-diary","ruleset":"2026.1"}
            """.ReplaceLineEndings(""),
            json);
    }

    [Fact]
    public void An_error_is_written_beside_its_id() =>
        Assert.Equal("""{"id":["a"],"error":"too odd"}""", Written(writer => DecisionJson.WriteError(writer, "[\"a\"]", "too odd")));

    private static PlannedSuggestion Planned(string id) => new(Suggestion(id), SuggestionState.Ok, ["gut"], []);

    private static Suggestion Suggestion(string id) => ShippedContent.Ruleset.Suggestions.Single(suggestion => suggestion.Id == id);

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
