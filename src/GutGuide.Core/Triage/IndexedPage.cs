using GutGuide.Core.Questionnaires;

namespace GutGuide.Core.Triage;

/// <summary>A page with its conditions compiled.</summary>
internal sealed class IndexedPage(QuestionnairePage definition, RuleIndex index)
{
    public QuestionnairePage Definition => definition;

    public CompiledCondition? EnabledWhen { get; } = index.CompileOptional(definition.EnabledWhen);

    public (IndexedItem Item, CompiledCondition? EnabledWhen)[] Items { get; } =
        [.. definition.Items.Select(item => (index.ItemOf(item.LinkId), index.CompileOptional(item.EnabledWhen)))];
}
