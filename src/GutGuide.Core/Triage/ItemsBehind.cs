namespace GutGuide.Core.Triage;

/// <summary>Finds the answers that a flag, state or suggestion rests on, however many rules lie between.</summary>
internal static class ItemsBehind
{
    /// <summary>The answers that make <paramref name="condition"/> hold, as items in questionnaire order.</summary>
    public static SortedSet<int> Of(RuleIndex index, CompiledCondition condition, Circumstances now)
    {
        var items = new SortedSet<int>();
        Collect(condition);
        return items;

        void Collect(CompiledCondition part) => part.VisitSupport(now, leaf =>
        {
            switch (leaf)
            {
                case CompiledCondition.Chosen chosen when now.IsAnswered(chosen.Item):
                    items.Add(chosen.Item);
                    break;
                case CompiledCondition.Answered answered:
                    items.Add(answered.Item);
                    break;
                case CompiledCondition.AnswerNumber number when now.IsAnswered(number.Item):
                    items.Add(number.Item);
                    break;
                case CompiledCondition.FactIsYes yes:
                    AddSetters(yes.Fact, butNot: "no");
                    break;
                case CompiledCondition.FactIsNotYes notYes:
                    AddSetters(notYes.Fact, butNot: "yes");
                    break;
                case CompiledCondition.FactNumber number:
                    AddSetters(number.Fact);
                    break;
                case CompiledCondition.FactCode code:
                    AddSetters(code.Fact);
                    break;
                case CompiledCondition.StateSet state:
                    Collect(index.States[state.State]);
                    break;
                case CompiledCondition.FlagRaised flag:
                    Collect(index.Flags[flag.Flag]);
                    break;
                case CompiledCondition.SectionSum sum:
                    AddSection(sum.Section);
                    break;
            }
        });

        void AddSetters(int fact, string? butNot = null)
        {
            foreach (var (item, code, options) in index.Setters[fact])
            {
                if ((now.Chosen[item] & options) != 0 && (butNot is null || code != butNot))
                {
                    items.Add(item);
                }
            }

            foreach (var item in index.NumberQuestions(fact).Where(now.IsAnswered))
            {
                items.Add(item);
            }

            if (now.HiddenBehind[fact] is var hidden and >= 0)
            {
                items.UnionWith(index.Hidden.First(question => question.Item == hidden).HiddenBy(now));
            }
        }

        void AddSection(int section)
        {
            foreach (var item in index.Scored[section].Where(item => item.SumOf(now.Chosen[item.Number]) > 0))
            {
                items.Add(item.Number);
            }
        }
    }
}
