using GutGuide.Core.Rules;

namespace GutGuide.Core.Proofs;

/// <summary>
/// The matrix of each state repeats what classes and suggestions say about it; the two must agree, cell by cell and both ways.
/// A slip in one of them then shows. A single suggestion is listed where it is stricter than its class.
/// </summary>
internal sealed class MatrixProof(ProofContext context)
{
    private readonly Tally _tally = new();

    public Tally Prove()
    {
        foreach (var state in context.Ruleset.States)
        {
            CompareClasses(state, state.Never, SuggestionState.Never);
            CompareClasses(state, state.Ask, SuggestionState.Ask);
            foreach (var suggestion in context.Ruleset.Suggestions)
            {
                CompareSuggestion(state, suggestion);
            }
        }

        return _tally;
    }

    private void CompareClasses(PatientState state, MatrixCell cell, SuggestionState level)
    {
        foreach (var suggestionClass in context.Ruleset.Classes)
        {
            var isInMatrix = cell.Classes.Contains(suggestionClass.Id);
            var isInClass = (level == SuggestionState.Never ? suggestionClass.Never : suggestionClass.Ask).Reasons.ContainsKey(state.Id);
            Compare(state, suggestionClass.Id, level, isInMatrix, isInClass);
        }
    }

    private void CompareSuggestion(PatientState state, Suggestion suggestion)
    {
        var byClass = LevelIn(state, suggestion.Class, cell => cell.Classes);
        var inMatrix = LevelIn(state, suggestion.Id, cell => cell.Suggestions);
        var inRow = suggestion.Never.Reasons.ContainsKey(state.Id) ? SuggestionState.Never
            : suggestion.Ask.Reasons.ContainsKey(state.Id) ? SuggestionState.Ask
            : SuggestionState.Ok;

        // The matrix leaves out what the class says at least as strictly.
        var isLeftOut = inMatrix == SuggestionState.Ok && inRow <= byClass;
        _tally.Count();
        if (inMatrix != inRow && !isLeftOut)
        {
            _tally.Fail(
                inMatrix > inRow ? suggestion.Id : state.Id,
                $"the matrix of {state.Id} has {suggestion.Id} as {inMatrix}, its row has {state.Id} as {inRow}; {(inMatrix > inRow ? "the row" : "the matrix")} lacks it");
        }
    }

    private static SuggestionState LevelIn(PatientState state, string id, Func<MatrixCell, IReadOnlyList<string>> names) =>
        names(state.Never).Contains(id) ? SuggestionState.Never
        : names(state.Ask).Contains(id) ? SuggestionState.Ask
        : SuggestionState.Ok;

    private void Compare(PatientState state, string suggestionClass, SuggestionState level, bool isInMatrix, bool isInClass) => _tally.Expect(
        isInMatrix == isInClass,
        isInMatrix ? suggestionClass : state.Id,
        isInMatrix
            ? $"the matrix of {state.Id} has the class {suggestionClass} as {level}, but the class does not name {state.Id}"
            : $"the class {suggestionClass} names {state.Id} as {level}, but the matrix of {state.Id} does not have the class");
}
