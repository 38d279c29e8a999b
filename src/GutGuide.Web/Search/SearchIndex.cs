using System.Net;
using GutGuide.Web.Content;
using Microsoft.Data.Sqlite;

namespace GutGuide.Web.Search;

/// <summary>
/// Full-text search over what is published, in a small SQLite database in memory that belongs to nothing else: whichever
/// database the site keeps its data in, search stays as it is.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private const int MostPages = 20;
    private const int MostWords = 5;

    private const string Schema = """
        CREATE VIRTUAL TABLE entries USING fts5(
            title, description, headings, text, also, address UNINDEXED, kind UNINDEXED,
            tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3');
        CREATE VIRTUAL TABLE phrases USING fts5(words, address UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE spelled USING fts5(text, content = '', tokenize = 'unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE vocabulary USING fts5vocab(spelled, 'row');
        """;

    // A word in the title tells more of a page than the same word somewhere in its text.
    private const string Search = """
        SELECT address, highlight(entries, 0, char(2), char(3)), snippet(entries, 3, char(2), char(3), '…', 28)
        FROM entries
        WHERE entries MATCH $words AND kind = $kind
        ORDER BY bm25(entries, 10.0, 4.0, 3.0, 1.0, 8.0), rowid
        LIMIT $most
        """;

    // Which words of a phrase are in what was typed shows by the marks.
    private const string Meant = "SELECT address, highlight(phrases, 0, char(2), '') FROM phrases WHERE phrases MATCH $words";

    private const char Mark = '\u0002';

    private readonly Lock _oneAtATime = new();
    private SqliteConnection? _database;
    private volatile Spelling _spelling = new([]);
    private volatile WordWeights _weights = new([], 0);

    /// <summary>Puts the content in the place of what could be found before, in one step.</summary>
    public void Rebuild(SiteContent content)
    {
        var fresh = Build(content);
        var vocabulary = Vocabulary(fresh);
        var spelling = new Spelling(vocabulary);
        var weights = new WordWeights(vocabulary, vocabulary.Select(word => word.Entries).DefaultIfEmpty().Max());
        SqliteConnection? old;
        lock (_oneAtATime)
        {
            (old, _database) = (_database, fresh);
            _spelling = spelling;
            _weights = weights;
        }

        old?.Dispose();
    }

    /// <summary>
    /// Finds what holds every word, or its beginning. When nothing does, the nearest words of the site take the place of those
    /// that are on no page; and when that does not help either, what holds some of the words counts.
    /// </summary>
    /// <param name="typed">Anything at all. It is neither kept nor logged.</param>
    public SearchResults Find(string? typed)
    {
        var query = (typed ?? "").Trim();
        query = query.Length > SearchWords.MostCharacters ? query[..SearchWords.MostCharacters] : query;
        var words = SearchWords.Of(query);
        return words.Count == 0 ? SearchResults.None(query) : Find(query, words);
    }

    public void Dispose()
    {
        lock (_oneAtATime)
        {
            _database?.Dispose();
            _database = null;
        }
    }

    private SearchResults Find(string query, IReadOnlyList<string> words)
    {
        var expressions = words.Select(Beginning).ToArray();
        var exact = WithMeant(Results(query, expressions, " AND "), words, expressions);
        if (exact.Pages.Count > 0)
        {
            return exact;
        }

        // Guessing looks at every word of the site: nobody else waits for that.
        var spelling = _spelling;
        var guesses = words.Select(word => IsOnAPage(word) ? [] : spelling.Nearest(word)).ToArray();
        string? readAs = null;
        if (guesses.Any(nearest => nearest.Count > 0))
        {
            readAs = string.Join(' ', words.Zip(guesses, (word, nearest) => nearest.Count > 0 ? nearest[0] : word));
            expressions = [.. expressions.Zip(guesses, (word, nearest) => nearest.Count > 0 ? $"({string.Join(" OR ", nearest.Select(Quoted))})" : word)];
            var spelled = words.Zip(guesses, (word, nearest) => nearest.Count > 0 ? nearest[0] : word).ToArray();
            if (WithMeant(Results(query, expressions, " AND "), spelled, expressions) is { Pages.Count: > 0 } meant)
            {
                return meant with { ReadAs = readAs };
            }
        }

        return !exact.IsEmpty ? exact
            : Results(query, expressions, " OR ") is { IsEmpty: false } some ? some with { ReadAs = readAs, IsPartial = words.Count > 1 }
            : SearchResults.None(query);
    }

    private SearchResults Results(string query, IEnumerable<string> words, string joint)
    {
        var expression = string.Join(joint, words);
        return new SearchResults(query, null, false, Hits(expression, SearchKind.Page, MostPages), Hits(expression, SearchKind.Word, MostWords));
    }

    /// <summary>
    /// Puts first the pages that people look for with these words, though others may hold them more often. A phrase counts when
    /// all of it was typed and it tells at least half of what that does; the most telling comes first.
    /// </summary>
    private SearchResults WithMeant(SearchResults found, IReadOnlyList<string> words, IReadOnlyList<string> expressions)
    {
        var meant = Addresses(string.Join(" OR ", words.Select(Quoted)), words);
        var all = meant.Count == 0 ? [] : Hits(string.Join(" OR ", expressions), SearchKind.Page, int.MaxValue);
        var first = meant.Select(address => all.Find(hit => hit.Address == address)).OfType<SearchHit>().ToArray();
        return found with { Pages = [.. first.Concat(found.Pages).DistinctBy(hit => hit.Address).Take(MostPages)] };
    }

    private List<string> Addresses(string expression, IReadOnlyList<string> typed)
    {
        lock (_oneAtATime)
        {
            return _database is null ? [] : Addresses(_database, expression, typed, _weights);
        }
    }

    private static List<string> Addresses(SqliteConnection database, string expression, IReadOnlyList<string> typed, WordWeights weights)
    {
        var enough = weights.Of(typed) / 2;
        using var command = database.CreateCommand();
        command.CommandText = Meant;
        command.Parameters.AddWithValue("$words", expression);
        using var reader = command.ExecuteReader();
        var meant = new List<(string Address, double Weight)>();
        while (reader.Read())
        {
            var words = reader.GetString(1).Split(' ');
            if (words.All(word => word[0] == Mark) && weights.Of(words.Select(word => word[1..])) is var weight && weight >= enough)
            {
                meant.Add((reader.GetString(0), weight));
            }
        }

        return [.. meant.OrderByDescending(phrase => phrase.Weight).Select(phrase => phrase.Address).Distinct()];
    }

    private bool IsOnAPage(string word) => Hits(Beginning(word), SearchKind.Page, 1).Count > 0;

    private List<SearchHit> Hits(string expression, SearchKind kind, int most)
    {
        lock (_oneAtATime)
        {
            return _database is null ? [] : Hits(_database, expression, kind, most);
        }
    }

    private static List<SearchHit> Hits(SqliteConnection database, string expression, SearchKind kind, int most)
    {
        using var command = database.CreateCommand();
        command.CommandText = Search;
        command.Parameters.AddWithValue("$words", expression);
        command.Parameters.AddWithValue("$kind", kind.ToString());
        command.Parameters.AddWithValue("$most", most);
        using var reader = command.ExecuteReader();
        var hits = new List<SearchHit>();
        while (reader.Read())
        {
            hits.Add(new SearchHit(reader.GetString(0), Marked(reader.GetString(1)), Marked(reader.GetString(2))));
        }

        return hits;
    }

    // One letter alone begins half of all words.
    private static string Beginning(string word) => word.Length == 1 ? Quoted(word) : $"({Quoted(word)} OR {Quoted(word)}*)";

    private static string Quoted(string word) => $"\"{word}\"";

    // Lines of the text were headings, cells and paragraphs: a snippet shows where one ends.
    private static string Marked(string text) => WebUtility.HtmlEncode(text.Replace("\n", " \u00B7 ", StringComparison.Ordinal))
        .Replace("\u0002", "<mark>", StringComparison.Ordinal)
        .Replace("\u0003", "</mark>", StringComparison.Ordinal);

    private static SqliteConnection Build(SiteContent content)
    {
        var database = new SqliteConnection("Data Source=:memory:;Pooling=False");
        database.Open();
        using (var schema = database.CreateCommand())
        {
            schema.CommandText = Schema;
            schema.ExecuteNonQuery();
        }

        using var transaction = database.BeginTransaction();
        foreach (var entry in SearchEntries.Of(content))
        {
            Add(database, entry);
        }

        transaction.Commit();
        return database;
    }

    private static void Add(SqliteConnection database, SearchEntry entry)
    {
        using var command = database.CreateCommand();
        command.CommandText = """
            INSERT INTO entries (title, description, headings, text, also, address, kind) VALUES ($title, $description, $headings, $text, $also, $address, $kind);
            INSERT INTO spelled (text) VALUES ($title || char(10) || $description || char(10) || $headings || char(10) || $text || char(10) || $also);
            """;
        command.Parameters.AddWithValue("$title", entry.Title);
        command.Parameters.AddWithValue("$description", entry.Description);
        command.Parameters.AddWithValue("$headings", entry.Headings);
        command.Parameters.AddWithValue("$text", entry.Text);
        command.Parameters.AddWithValue("$address", entry.Address);
        command.Parameters.AddWithValue("$also", string.Join('\n', entry.Also));
        command.Parameters.AddWithValue("$kind", entry.Kind.ToString());
        command.ExecuteNonQuery();
        foreach (var words in entry.Also.Select(SearchWords.Of).Where(words => words.Count > 0))
        {
            using var phrase = database.CreateCommand();
            phrase.CommandText = "INSERT INTO phrases (words, address) VALUES ($words, $address)";
            phrase.Parameters.AddWithValue("$words", string.Join(' ', words));
            phrase.Parameters.AddWithValue("$address", entry.Address);
            phrase.ExecuteNonQuery();
        }
    }

    private static List<(string Word, int Entries)> Vocabulary(SqliteConnection database)
    {
        using var command = database.CreateCommand();
        command.CommandText = "SELECT term, doc FROM vocabulary WHERE length(term) > 2";
        using var reader = command.ExecuteReader();
        var words = new List<(string, int)>();
        while (reader.Read())
        {
            words.Add((reader.GetString(0), reader.GetInt32(1)));
        }

        return words;
    }
}
