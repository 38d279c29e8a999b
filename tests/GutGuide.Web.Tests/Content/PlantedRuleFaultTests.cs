using GutGuide.Web.Content;

namespace GutGuide.Web.Tests.Content;

/// <summary>Shows that the checks bite in what the consultation is made of: questions, hints, rules and suggestions.</summary>
public sealed class PlantedRuleFaultTests
{
    private const string Questions = "consultation/questionnaire.yaml";
    private const string Walk = "suggestions/rebalance/sg-walk.md";
    private const string HintLines = "hints:\n  - id: hint-1\n    when: { question: gut, operator: \"=\", answer: pain }\n    text: These hardly fit.\n";

    private static readonly Dictionary<string, PlantedContentFault> Errors = new(StringComparer.Ordinal)
    {
        // Questions.
        ["a question without options"] = new(Questions, "          - { code: adult, text: An adult }\n", "", "- linkId: who", "at least two options"),
        ["a number question without limits"] = new(Questions, "        min: 18\n", "", "- linkId: age", "needs \"min\" and \"max\""),
        ["a fold with nothing in it"] = new(Questions, "      - linkId: who\n", "      - linkId: who\n        fold: Others\n", "- linkId: who", "needs both"),
        ["a fold in a list"] = new(Questions, "        type: multi\n", "        fold: Others\n        type: multi\n", "fold: Others", "cannot fold"),
        ["a code that stands twice"] = new(Questions, "code: child", "code: adult", "- linkId: who", "stands twice"),
        ["an unknown type"] = new(Questions, "type: multi", "type: mulit", "type: mulit", "did you mean \"multi\""),
        ["a page id that stands twice"] = new(Questions, "- id: gut\n    title:", "- id: who\n    title:", "- id: who\n    title: Your", "stands twice"),
        ["a linkId that stands twice"] = new(Questions, "- linkId: age\n", "- linkId: who\n", "- linkId: who\n        text: How", "stands twice"),
        ["a condition on a later question"] = new(Questions, "        type: integer", "        when: { question: gut, operator: \"=\", answer: pain }\n        type: integer", "- linkId: age", "not an earlier question"),
        ["a condition on an unknown answer"] = new(Questions, "when: { question: who, operator: \"=\", answer: adult }", "when: { question: who, operator: \"=\", answer: adlt }", "answer: adlt", "did you mean \"adult\""),
        ["a fact that nobody declared"] = new(Questions, "sets: { pain: \"yes\" }", "sets: { pian: \"yes\" }", "pian", "did you mean \"pain\""),
        ["a value that the fact does not have"] = new(Questions, "sets: { pain: \"yes\" }", "sets: { pain: \"yep\" }", "yep", "value of the fact pain"),
        ["a section without a sum"] = new(Questions, "score: belly", "score: bely", "- linkId: gut", "did you mean \"belly\""),
        ["a list of doubts without a doubt"] = new(Questions, "          - { code: unsure, text: I'm not sure, unsure: true }\n", "", "which: true", "needs a list"),
        ["a page without items"] = new(Questions, "  - id: gut\n", "  - id: empty\n    title: Empty\n    section: gut\n    items: []\n  - id: gut\n", "- id: empty", "has no items"),

        // Questions that are not asked.
        ["a line that covers an unknown fact"] = new(Questions, "weight: 1, sets: { pain: \"yes\" }", "weight: 1, sets: { pain: \"yes\" }, covers: [blod]", "code: pain", "did you mean \"blood\""),
        ["a line that covers what it does not open"] = new(Questions, "weight: 1, sets: { pain: \"yes\" }", "weight: 1, sets: { pain: \"yes\" }, covers: [blood]", "code: pain", "opens no question that could raise it"),
        ["a question that replaces an unknown one"] = Replacing("questions: [gutt], reason: It does.", "did you mean \"gut\""),
        ["a question that replaces one that everyone is asked"] = Replacing("questions: [age], reason: It does.", "which everyone is asked"),
        ["an unknown answer that replaces a question"] = Replacing("questions: [gut], answers: [adlt], reason: It does.", "did you mean \"adult\""),
        ["a question that replaces another for an unknown flag"] = Replacing("questions: [gut], flags: [rf-blod], reason: It does.", "did you mean \"rf-blood\""),
        ["a question that replaces another for a flag it does not ask for"] = Replacing("questions: [gut], flags: [rf-blood], reason: It does.", "none of its answers sets rf-blood"),
        ["a replacement of nothing"] = Replacing("reason: It does.", "name at least one question"),
        ["a replacement without a reason"] = Replacing("questions: [gut]", "\"reason\" has no value"),
        ["an unknown follow-up"] = new("consultation/facts.yaml", "unit: years", "unit: years\n  follow-up: blod", "- id: age", "did you mean \"blood\""),
        ["a number that may be hidden and has no follow-up"] = new(Questions, "        min: 18\n", "        when: { question: who, operator: \"=\", answer: adult }\n        min: 18\n", "- id: age", "may be hidden") { In = "consultation/facts.yaml", AlsoIn = ("consultation/facts.yaml", "kind: age", "kind: low") },

        // Rules.
        ["a rule without a condition"] = new("consultation/states.yaml", "  when: { fact: sp-child }\n", "", "- id: sp-child", "\"when\" is missing"),
        ["a condition that is none"] = new("consultation/states.yaml", "{ fact: sp-child }", "{ fct: sp-child }", "when:", "not a condition"),
        ["an unknown operator"] = new("consultation/red-flags.yaml", "\">=\"", "\"=>\"", "when:", "not an operator"),
        ["a number compared with a fact that is yes or no"] = new("consultation/red-flags.yaml", "{ fact: blood }", "{ fact: blood, operator: \">=\", value: 4 }", "when:", "write the fact alone"),
        ["a fact of another kind than its comparison"] = new("consultation/facts.yaml", "kind: age", "kind: problem", "when:", "write the fact alone") { In = "consultation/red-flags.yaml" },
        ["an age compared with nothing"] = new("consultation/red-flags.yaml", ", value: 40", "", "when:", "nothing to compare with"),
        ["a list compared with a number"] = new(Questions, "operator: \"=\", answer: adult", "operator: \">\", answer: 3", "when: { question: who, operator: \">\"", "one of its codes"),
        ["a flag on an unknown fact"] = new("consultation/red-flags.yaml", "{ fact: blood }", "{ fact: blod }", "when:", "did you mean \"blood\""),
        ["a flag that raises nothing"] = new("consultation/red-flags.yaml", "tier: urgent", "tier: self-care", "tier: self-care", "raises nothing"),
        ["a code fact without codes"] = new("consultation/facts.yaml", "  values: { day: by day, night: by night }\n", "", "- id: job", "has no \"values\""),
        ["a number from nowhere"] = new("consultation/facts.yaml", "from: { question: age }", "from: { metric: [a] }", "from:", "needs a question"),
        ["an id used twice"] = new("consultation/facts.yaml", "- id: blood\n", "- id: pain\n", "- id: pain\n  kind: problem\n  plain: you saw", "is already used"),
        ["a class without tiers"] = new("consultation/classes.yaml", "  tiers: { emergency: hide, urgent: hide, soon: ok, routine: ok, self-care: ok }\n", "", "- id: talk", "has no \"tiers\""),
        ["a class held back by nothing known"] = new("consultation/classes.yaml", "sp-child: We", "sp-chld: We", "- id: move", "did you mean \"sp-child\""),
        ["a hard rule without a condition"] = new("consultation/hard-rules.yaml", "  when: { flag: rf-blood }\n", "", "- id: hr-1", "has no \"when\""),
        ["a hard rule on an unknown suggestion"] = new("consultation/hard-rules.yaml", "never: [sg-walk]", "never: [sg-wlk]", "- id: hr-1", "did you mean \"sg-walk\""),
        ["pairs that are none"] = new("consultation/conflicts.yaml", "- [sg-walk, sg-talk]", "- sg-walk", "- sg-walk", "a list of lists"),
        ["a ceiling without a number"] = new("consultation/ceilings.yaml", "amount: 10", "amount: ten", "most:", "write a number"),
        ["points for an unknown phase"] = new("consultation/scoring.yaml", "phase: rebalance", "phase: rebalanc", "phase: rebalanc", "did you mean \"rebalance\""),
        ["an example of an unknown rule"] = new("consultation/edges.yaml", "rule: rf-blood, facts: { blood: \"yes\", age: 39 }", "rule: rf-blod, facts: { blood: \"yes\", age: 39 }", "rf-blod", "did you mean \"rf-blood\""),
        ["an example that expects nothing"] = new("consultation/edges.yaml", ", tier: none", "", "age: 39", "expects nothing"),

        // Hints.
        ["a hint that stands twice"] = Hint("change: [gut]\n  - id: hint-1\n    when: { question: gut, operator: \"=\", answer: pain }\n    text: Again.\n    change: [gut]", "stands twice") with { At = "- id: hint-1\n    when: { question: gut, operator: \"=\", answer: pain }\n    text: Again" },
        ["a hint that leads nowhere"] = Hint("change: []", "leads nowhere"),
        ["a hint that leads to an unknown question"] = Hint("change: [guts]", "did you mean \"gut\""),
        ["a hint that reads a fact"] = Hint("change: [gut]", "which is not a question") with { New = HintLines.Replace("{ question: gut, operator: \"=\", answer: pain }", "{ all: [ { question: gut, operator: \"=\", answer: pain }, { fact: blood } ] }", StringComparison.Ordinal) + "    change: [gut]\npages:\n" },
        ["a hint that rests on no answer"] = Hint("change: [gut]", "rests on no answer") with { New = HintLines.Replace("operator: \"=\"", "operator: \"!=\"", StringComparison.Ordinal) + "    change: [gut]\npages:\n" },

        // Names that rules use.
        ["a stop on an unknown question"] = new(Questions, "question: who, operator: \"=\", answer: child", "question: whoo, operator: \"=\", answer: child", "- when:", "there is no question named \"whoo\""),
        ["settings that are no mapping"] = new(Questions, "sets: { pain: \"yes\" }", "sets: pain", "code: pain", "must be a mapping of name: text lines"),
        ["a joint without conditions"] = new("consultation/red-flags.yaml", "{ all: [ { fact: blood }, { fact: age, operator: \">=\", value: 40 } ] }", "{ all: [] }", "when:", "\"all\" is empty"),
        ["a fact compared with a code it does not have"] = new("consultation/red-flags.yaml", "{ fact: blood }", "{ fact: job, operator: \"=\", value: nigt }", "when:", "did you mean \"night\""),
        ["a suggestion shown for an unknown section"] = new(Walk, "relevant: { question: gut, operator: \"=\", answer: pain }", "relevant: { section: bely, operator: \">=\", value: 1 }", "relevant:", "did you mean \"belly\""),
        ["a hard rule on an unknown flag"] = new("consultation/hard-rules.yaml", "when: { flag: rf-blood }", "when: { flag: rf-blod }", "when:", "there is no red flag named \"rf-blod\""),
        ["a hard rule on an unknown state"] = new("consultation/hard-rules.yaml", "when: { flag: rf-blood }", "when: { state: sp-chld }", "when:", "there is no state named \"sp-chld\""),
        ["a hard rule on an unknown class"] = new("consultation/hard-rules.yaml", "never-classes: []", "never-classes: [mov]", "- id: hr-1", "there is no class named \"mov\""),
        ["a state that reads what is worked out later"] = new("consultation/states.yaml", "when: { fact: sp-child }", "when: { state: sp-child }", "- id: sp-child", "which is worked out later"),
        ["a flag that reads what waits for flags"] = new("consultation/red-flags.yaml", "{ fact: blood }", "{ state: sp-child }", "- id: rf-blood", "which itself waits for red flags")
        {
            AlsoIn = ("consultation/states.yaml", "when: { fact: sp-child }", "when: { flag: rf-blood }"),
        },
        ["a conflict with an unknown suggestion"] = new("consultation/conflicts.yaml", "[sg-walk, sg-talk]", "[sg-walk, sg-tlk]", "- id: cf-1", "did you mean \"sg-talk\""),
        ["a ceiling of an unknown suggestion"] = new("consultation/ceilings.yaml", "suggestions: [sg-walk]", "suggestions: [sg-wlk]", "- id: ce-zinc", "did you mean \"sg-walk\""),
        ["a promise about an unknown suggestion"] = new("consultation/invariants.yaml", "nothing-shown: true", "not-shown: [sg-wlk]", "- id: inv-01", "did you mean \"sg-walk\""),
        ["an example with an unknown fact"] = new("consultation/edges.yaml", "blood: \"yes\", age: 39", "blod: \"yes\", age: 39", "blod:", "fact (in an example of rf-blood)"),
        ["an example with an unknown state"] = new("consultation/edges.yaml", "facts: { blood: \"yes\", age: 39 }", "facts: { blood: \"yes\", age: 39 }, states: [sp-chld]", "sp-chld", "state (in an example of rf-blood)"),
        ["days of grace below zero"] = new("consultation/ruleset.yaml", "grace-days: 30", "grace-days: -1", "grace-days:", "write 0 or more"),

        // Suggestions.
        ["a suggestion of an unknown phase"] = new(Walk, "phase: rebalance", "phase: rebalanc", "id: sg-walk", "there is no phase named \"rebalanc\""),
        ["a suggestion held back by nothing known"] = new(Walk, "never: { sp-child:", "never: { sp-chld:", "id: sg-walk", "there is no state or red flag named \"sp-chld\""),
        ["a restriction without an end"] = new(Walk, "class: move", "class: restrict", "id: sg-walk", "is a restriction without \"ends\""),
        ["a number in the evidence"] = new(Walk, "One small study saw", "A study of 20 people saw", "evidence:", "say it in words"),
        ["a number in the prose"] = new(Walk, "Easy walking is free.", "Walk 20 minutes.", "id: sg-walk", "the prose holds a number"),
        ["a suggestion in the wrong folder"] = new(Walk, "phase: rebalance", "phase: repair", "id: sg-walk", "belongs into suggestions/repair"),
        ["a suggestion of an unknown class"] = new(Walk, "class: move", "class: mov", "id: sg-walk", "did you mean \"move\""),
        ["a suggestion with an unknown substitute"] = new(Walk, "substitute: sg-talk", "substitute: sg-tlk", "id: sg-walk", "did you mean \"sg-talk\""),
        ["a suggestion without sources for its triggers"] = new(Walk, "never-sources: [rule-001]\n", "", "id: sg-walk", "triggers without sources"),
        ["a number among the words"] = new(Walk, "step: Take a short walk", "step: Take 2 short walks", "step: Take", "holds a number"),
        ["a number in what to do"] = Followed("do: Take a short walk", "do: Take 2 short walks", "do:", "holds a number"),
        ["a number in the time of day"] = Followed("when: After", "when: After 6, and after", "when:", "holds a number"),
        ["a number among the examples"] = Followed("round the block", "3 times round the block", "examples:", "holds a number"),
        ["a number in what comes next"] = Followed("Keep going.", "Go on for 4 weeks.", "next:", "holds a number"),
        ["a number in the cost"] = Followed("cost: Free.", "cost: 5 dollars.", "cost:", "holds a number"),
        ["two examples"] = Followed("round the block, ", "", "examples:", "\"examples\" has 2"),
        ["no sign that it helps"] = Followed("sign: You sleep better.\n", "", "id: sg-walk", "\"sign\" has no value"),
        ["no amount"] = Followed("amount: 10 minutes\n", "", "id: sg-walk", "\"amount\" has no value"),
        ["nothing for when it does not help"] = Followed(", no-change: Let it go.", "", "next:", "\"no-change\" has no value"),
        ["nothing next"] = Followed("next: { helps: Keep going., no-change: Let it go. }\n", "", "id: sg-walk", "\"next\" is missing"),
        ["what to do and a step"] = Followed("do: Take", "step: Walk.\ndo: Take", "step: Walk", "take \"step\" out"),
        ["how without what"] = new(Walk, "step: Take", "cost: Free.\nstep: Take", "cost:", "write \"do\""),
        ["neither what to do nor a step"] = new(Walk, SampleContent.ShortStep, "", "id: sg-walk", "\"do\" has no value"),
        ["evidence for one side only"] = new(Walk, "  against: [ { text: \"It was small.\", grade: D, sources: [s001] } ]\n", "", "id: sg-walk", "at least one line for and one against"),
        ["evidence of an unknown grade"] = new(Walk, "grade: D", "grade: E", "against:", "write A, B, C, D or X"),
        ["a restriction that lasts too long"] = new(Walk, "step: Take", "ends: { days: 90, reintroduce: Slowly. }\nstep: Take", "ends:", "within 42 days"),
    };

    public static TheoryData<string> Names => [.. Errors.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_slip_in_the_rules_is_reported_where_it_stands(string name) => Errors[name].AssertReported(ProblemSeverity.Error);

    [Fact]
    public void A_state_may_read_an_earlier_one_that_waits_for_red_flags()
    {
        using var content = new SampleContent();
        var states = content.Text("consultation/states.yaml");
        content.Write("consultation/states.yaml", states
            + states.Replace("sp-child", "sp-late", StringComparison.Ordinal).Replace("fact: sp-late", "flag: rf-blood", StringComparison.Ordinal)
            + states.Replace("sp-child", "sp-later", StringComparison.Ordinal).Replace("fact: sp-later", "state: sp-late", StringComparison.Ordinal));

        Assert.DoesNotContain(content.Load().Problems.All, problem => problem.Message.Contains("worked out later", StringComparison.Ordinal));
    }

    [Fact]
    public void A_question_that_asks_two_things_is_reported_and_stops_nothing()
    {
        var fault = new PlantedContentFault(Questions, "text: How old are you?", "text: How old are you, and where do you live?", "text: How old", "asks two things");

        Assert.Equal(0, fault.AssertReported(ProblemSeverity.Warning).ErrorCount);
    }

    private static PlantedContentFault Replacing(string entry, string says) =>
        new(Questions, "      - linkId: who\n", $"      - linkId: who\n        replaces:\n          - {{ {entry} }}\n", $"- {{ {entry} }}", says);

    /// <summary>A fault in a step that can be followed, in the place of the short one.</summary>
    private static PlantedContentFault Followed(string old, string with, string at, string says)
    {
        Assert.Contains(old, SampleContent.HowToWalk, StringComparison.Ordinal);
        return new(Walk, SampleContent.ShortStep, SampleContent.HowToWalk.Replace(old, with, StringComparison.Ordinal), at, says);
    }

    private static PlantedContentFault Hint(string change, string says) =>
        new(Questions, "pages:\n", $"{HintLines}    {change}\npages:\n", "- id: hint-1", says);
}
