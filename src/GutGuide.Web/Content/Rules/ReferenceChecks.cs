using GutGuide.Core.Conditions;

namespace GutGuide.Web.Content.Rules;

/// <summary>The names in conditions, in what answers set, and in pinned examples.</summary>
internal sealed class ReferenceChecks(RuleNames names)
{
    private readonly ComparisonKinds _kinds = new(names.Facts, names.Items);

    public void Check(IReadOnlyList<Reference> references, IReadOnlyList<(string Fact, string Path, int Line)> factsSet)
    {
        foreach (var reference in references)
        {
            CheckReference(reference);
        }

        foreach (var (fact, path, line) in factsSet.Where(set => !names.HasFact(set.Fact)))
        {
            names.Unknown((path, line), "fact", fact, names.FactNames);
        }

        CheckEdges();
    }

    private void CheckReference(Reference reference)
    {
        switch (reference.Subject)
        {
            case Subject.Question when !names.Items.TryGetValue(reference.Id, out var item):
                names.Unknown((reference.Path, reference.Line), "question", reference.Id, names.Items.Keys);
                break;
            case Subject.Question when reference.Code is { } code && names.Items[reference.Id] is { } item && item.Option(code) is null:
                names.Unknown((reference.Path, reference.Line), $"answer to {item.LinkId}", code, item.Options.Select(option => option.Code));
                break;
            case Subject.Fact when !names.HasFact(reference.Id):
                names.Unknown((reference.Path, reference.Line), "fact", reference.Id, names.FactNames);
                break;
            case Subject.Fact when reference.Code is { } code && names.ValuesOf(reference.Id) is { } values && !values.Contains(code):
                names.Unknown((reference.Path, reference.Line), $"value of the fact {reference.Id}", code, values);
                break;
            case Subject.Section when !names.Sections.Contains(reference.Id):
                names.Unknown((reference.Path, reference.Line), "section", reference.Id, names.Sections);
                break;
            case Subject.Question or Subject.Fact or Subject.Section when !_kinds.IsAnswerable(reference.Comparison):
                names.Error((reference.Path, reference.Line), $"{reference.Id} cannot be compared like that: {_kinds.Answers(reference.Comparison)}");
                break;
            case Subject.State when !names.States.Contains(reference.Id):
                names.Unknown((reference.Path, reference.Line), "state", reference.Id, names.States);
                break;
            case Subject.Flag when !names.Flags.Contains(reference.Id):
                names.Unknown((reference.Path, reference.Line), "red flag", reference.Id, names.Flags);
                break;
        }
    }

    private void CheckEdges()
    {
        foreach (var edge in names.Ruleset.Edges)
        {
            if (!names.OwnFacts.Contains(edge.Rule))
            {
                names.Unknown(names.Things.Of(edge), "state or red flag", edge.Rule, names.Triggers);
            }

            foreach (var fact in edge.Facts.Keys.Where(fact => !names.HasFact(fact)))
            {
                names.Unknown(names.Things.Of(edge), $"fact (in an example of {edge.Rule})", fact, names.FactNames);
            }

            foreach (var state in edge.States.Where(state => !names.States.Contains(state)))
            {
                names.Unknown(names.Things.Of(edge), $"state (in an example of {edge.Rule})", state, names.States);
            }
        }
    }
}
