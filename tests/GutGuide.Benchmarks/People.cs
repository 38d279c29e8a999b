using GutGuide.Core.Plans;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Benchmarks;

/// <summary>People who answer the real questionnaire to its end. What is not said of them they answer with the mildest option.</summary>
internal static class People
{
    private static readonly string[] Mildest = ["none", "no", "never", "few"];

    public static Answers Healthy(DecisionEngine engine) => Complete(engine, new()
    {
        ["age"] = Answer.Of(34),
        ["body"] = Answer.Of("male"),
        ["celiac"] = Answer.Of("neg"),
        ["goal"] = Answer.Of("learn"),
    });

    public static Answers WithIrritableBowel(DecisionEngine engine) => Complete(engine, new()
    {
        ["age"] = Answer.Of(31),
        ["body"] = Answer.Of("ovaries"),
        ["celiac"] = Answer.Of("neg"),
        ["gut"] = Answer.Of("pain", "loose", "bloating"),
        ["pain-often"] = Answer.Of("most"),
        ["pain-way"] = Answer.Of("quite"),
        ["loose-often"] = Answer.Of("some"),
        ["loose-way"] = Answer.Of("little"),
        ["bloating-often"] = Answer.Of("most"),
        ["bloating-way"] = Answer.Of("lot"),
        ["gut-since"] = Answer.Of("years"),
        ["loose-weeks"] = Answer.Of("always"),
        ["poop-weeks"] = Answer.Of("always"),
        ["checked-pain"] = Answer.Of("yes"),
        ["checked-poop"] = Answer.Of("yes"),
        ["checked-other"] = Answer.Of("yes"),
        ["body-signs"] = Answer.Of("tired", "fog"),
        ["tired-often"] = Answer.Of("some"),
        ["food"] = Answer.Of("plants", "skip", "caffeine"),
        ["life"] = Answer.Of("sleep", "stress"),
        ["triggers"] = Answer.Of("onion", "milk"),
        ["goal"] = Answer.Of("bloating"),
    });

    public static Answers WithManyConditions(DecisionEngine engine) => Complete(engine, new()
    {
        ["age"] = Answer.Of(67),
        ["body"] = Answer.Of("no-ovaries"),
        ["coping"] = Answer.Of("low"),
        ["conditions"] = Answer.Of("bowel", "liver", "heart", "kidney", "immune", "brain", "hospital", "allergy"),
        ["c-bowel"] = Answer.Of("ulcer", "gerd", "slow"),
        ["c-liver"] = Answer.Of("liver", "stones"),
        ["c-heart"] = Answer.Of("htn", "hf", "af"),
        ["c-kidney"] = Answer.Of("diabetes", "ckd", "gout"),
        ["c-immune"] = Answer.Of("auto"),
        ["c-brain"] = Answer.Of("epilepsy"),
        ["c-hospital"] = Answer.Of("past-op"),
        ["c-allergy"] = Answer.Of("fish", "daisy"),
        ["medicines"] = Answer.Of("pain", "gut", "heart", "sugar", "mind"),
        ["medicine-count"] = Answer.Of("many"),
        ["m-pain"] = Answer.Of("nsaid", "tramadol"),
        ["m-gut"] = Answer.Of("ppi"),
        ["m-heart"] = Answer.Of("anticoag", "diuretic"),
        ["m-sugar"] = Answer.Of("metformin", "insulin"),
        ["m-mind"] = Answer.Of("ssri", "seizure"),
        ["celiac"] = Answer.Of("never"),
        ["tests-family"] = Answer.Of("anemia", "fh-bowel"),
        ["gut"] = Answer.Of("pain", "heartburn", "hard", "bloating", "change"),
        ["pain-often"] = Answer.Of("most"),
        ["hard-often"] = Answer.Of("most"),
        ["bloating-often"] = Answer.Of("some"),
        ["heartburn-often"] = Answer.Of("some"),
        ["poop-weeks"] = Answer.Of("w6"),
        ["body-signs"] = Answer.Of("tired", "ache", "skin"),
        ["food"] = Answer.Of("plants", "sugar", "packaged"),
        ["life"] = Answer.Of("sleep", "stress", "sit", "drink", "painkiller"),
        ["triggers"] = Answer.Of("milk", "fat"),
        ["goal"] = Answer.Of("pain"),
    });

    private static Answers Complete(DecisionEngine engine, Dictionary<string, Answer> said)
    {
        var items = engine.Ruleset.Questionnaire.Items.ToDictionary(item => item.LinkId);
        var answers = Answers.None;
        while (engine.Scorer.Assess(answers).Missing is { Count: > 0 } missing)
        {
            var linkId = missing[0];
            answers = answers.With(linkId, said.GetValueOrDefault(linkId) ?? MildestOf(items[linkId]));
        }

        return answers;
    }

    private static Answer MildestOf(QuestionnaireItem item) => item.Type == ItemType.Integer
        ? Answer.Of(item.Minimum ?? 0)
        : Answer.Of(Mildest.FirstOrDefault(code => item.Option(code) is not null) ?? item.Options[0].Code);
}
