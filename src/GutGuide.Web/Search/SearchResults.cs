namespace GutGuide.Web.Search;

/// <summary>What a search found.</summary>
/// <param name="Query">What was looked for, as typed; cut when it was very long.</param>
/// <param name="ReadAs">The words that were looked for instead, because what was typed is on no page; null when it is on one.</param>
/// <param name="IsPartial">No page holds all of the words; these hold some.</param>
/// <param name="Pages">Best first.</param>
/// <param name="Words">Entries of the glossary, best first.</param>
public sealed record SearchResults(string Query, string? ReadAs, bool IsPartial, IReadOnlyList<SearchHit> Pages, IReadOnlyList<SearchHit> Words)
{
    public bool IsEmpty => Pages.Count + Words.Count == 0;

    public static SearchResults None(string query) => new(query, null, false, [], []);
}

/// <param name="TitleHtml">Encoded, with the words that were found in mark elements; so is the other.</param>
/// <param name="SnippetHtml">The part of the text that fits best.</param>
public sealed record SearchHit(string Address, string TitleHtml, string SnippetHtml);
