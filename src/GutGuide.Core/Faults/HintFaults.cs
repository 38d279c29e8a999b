using GutGuide.Core.Conditions;

namespace GutGuide.Core.Faults;

/// <summary>Hints about answers that hardly go together, beyond the names in their conditions.</summary>
internal static class HintFaults
{
    public static void Find(RulesetFaults faults, RuleNames names)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hint in names.Ruleset.Questionnaire.Hints)
        {
            var parts = hint.When.Comparisons().ToArray();
            Expect(ids.Add(hint.Id), $"the hint {hint.Id} stands twice; ids are unique");
            Expect(hint.Change.Count > 0, $"the hint {hint.Id} leads nowhere; name at least one question under \"change\"");
            Expect(
                Array.Exists(parts, part => part.Operator != ComparisonOperator.NotEqual),
                $"the hint {hint.Id} rests on no answer; compare at least one with \"=\"");
            foreach (var part in parts)
            {
                Expect(
                    part.Subject == Subject.Question,
                    $"the hint {hint.Id} reads {part.Id}, which is not a question; a hint compares answers only");
            }

            faults.Known(hint.Change, names.Items.Keys, NameKind.Question, "question", hint, hint.Id);

            void Expect(bool holds, string message) => faults.Expect(holds, FaultClaim.Editing, hint, hint.Id, message);
        }
    }
}
