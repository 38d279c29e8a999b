namespace GutGuide.Web.Data;

/// <summary>Puts what people say on disk, in the way that suits the database.</summary>
public interface IDatabaseWrites
{
    /// <summary>Runs a statement of the SQL that all our databases share, and returns once it is on disk.</summary>
    /// <param name="sql">One of few constant texts: each is prepared once.</param>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="System.Data.Common.DbException">It is not on disk, nor will it be.</exception>
    Task<int> RunAsync(string sql, params (string Name, object Value)[] values);
}
