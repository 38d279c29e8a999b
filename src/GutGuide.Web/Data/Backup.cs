using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GutGuide.Web.Data;

/// <summary>
/// Copies of the database, taken while the site runs, and the way back. The keys travel in a file of their own: whoever finds
/// a backup of the database alone can read no answer.
/// </summary>
public sealed class Backup(DataFolder folder, string connectionString)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes one consistent copy, whatever is being saved meanwhile.</summary>
    /// <exception cref="DataFolderException">There is nothing to copy, or the file exists or cannot be written.</exception>
    public void Write(string file)
    {
        var source = new SqliteConnectionStringBuilder(connectionString);
        if (!File.Exists(source.DataSource))
        {
            throw new DataFolderException($"There is no database at {source.DataSource}; nothing was backed up.");
        }

        var unfinished = CreateNew(file);
        try
        {
            using (var connection = new SqliteConnection(source.ToString()))
            {
                connection.Open();
                using var copy = connection.CreateCommand();
                copy.CommandText = "VACUUM INTO $file";
                copy.Parameters.AddWithValue("$file", unfinished);
                copy.ExecuteNonQuery();
            }

            RequireSound(unfinished);
            Finish(unfinished, file);
        }
        catch (SqliteException fault)
        {
            throw new DataFolderException($"The backup {file} could not be written ({fault.Message}).", fault);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Writes the keys that open the answers.</summary>
    /// <exception cref="DataFolderException">There are none, or the file exists or cannot be written.</exception>
    public void WriteKeys(string file)
    {
        var keys = Directory.Exists(folder.Keys) ? Directory.GetFiles(folder.Keys, "*.xml") : [];
        if (keys.Length == 0)
        {
            throw new DataFolderException($"There are no keys in {folder.Keys}; nothing was backed up.");
        }

        var unfinished = CreateNew(file);
        try
        {
            using (var packed = ZipFile.Open(unfinished, ZipArchiveMode.Update))
            {
                foreach (var key in keys)
                {
                    packed.CreateEntryFromFile(key, Path.GetFileName(key));
                }
            }

            Finish(unfinished, file);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Puts a backup in the place of the database. No site may run on the data folder meanwhile.</summary>
    /// <param name="replace">Whether a database that stands there may be lost.</param>
    /// <exception cref="DataFolderException">The backup is not sound, a site is running, or something would be lost.</exception>
    public void Restore(string file, string? keysFile, bool replace)
    {
        if (!File.Exists(file))
        {
            throw new DataFolderException($"There is no file {file}; nothing was restored.");
        }

        RequireSound(file);
        var keys = keysFile is null ? null : ReadKeys(keysFile);
        folder.Create();
        using var alone = folder.HoldAlone();
        var database = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (!replace && File.Exists(database) && new FileInfo(database).Length > 0)
        {
            throw new DataFolderException($"There is a database at {database}. Back it up, then add --replace if it may be lost; nothing was restored.");
        }

        try
        {
            // Keys too many do no harm; keys too few would.
            foreach (var (name, bytes) in keys ?? [])
            {
                var key = Path.Combine(folder.Keys, name);
                WriteOwnerOnly(key + ".restoring", new MemoryStream(bytes));
                File.Move(key + ".restoring", key, overwrite: true);
            }

            Place(file, database);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"{file} could not be put in place ({fault.Message}); the database is as it was.", fault);
        }
    }

    /// <summary>Tells whether a backup is sound, and whether the keys of another file open every answer in it. Changes nothing.</summary>
    /// <returns>How many consultations it holds.</returns>
    /// <exception cref="DataFolderException">It is not; the message says why.</exception>
    public static async Task<int> VerifyAsync(string file, string? keysFile)
    {
        if (!File.Exists(file))
        {
            throw new DataFolderException($"There is no file {file}.");
        }

        RequireSound(file);
        await using var db = new GutGuideDbContext(new DbContextOptionsBuilder().UseSqlite(ReadOnly(file)).Options);
        if (keysFile is not null)
        {
            var keys = Directory.CreateTempSubdirectory("gutguide-keys-");
            try
            {
                foreach (var (name, bytes) in ReadKeys(keysFile))
                {
                    WriteOwnerOnly(Path.Combine(keys.FullName, name), new MemoryStream(bytes));
                }

                await AnswerKeys.RequireAsync(db, ConsultationProtector.Of(keys), DateTimeOffset.MinValue);
            }
            finally
            {
                keys.Delete(recursive: true);
            }
        }

        return await db.Consultations.CountAsync();
    }

    private static void Place(string file, string database)
    {
        var (beside, journal) = (database + ".restoring", database + "-wal");
        try
        {
            using (var backup = File.OpenRead(file))
            {
                WriteOwnerOnly(beside, backup);
            }

            // A journal of the old database would be played into the new one. It goes into the old one, or aside, until the new one stands.
            TakeInJournal(database);
            if (File.Exists(journal))
            {
                File.Move(journal, journal + ".replaced", overwrite: true);
            }

            File.Move(beside, database, overwrite: true);
            File.Delete(journal + ".replaced");
            File.Delete(database + "-shm");
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void TakeInJournal(string database)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
            connection.Open();
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            checkpoint.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // It is damaged, and about to be replaced.
        }
    }

    private static List<(string Name, byte[] Bytes)> ReadKeys(string file)
    {
        try
        {
            using var packed = ZipFile.OpenRead(file);
            var keys = packed.Entries.Where(entry => entry.Name == entry.FullName && entry.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(ReadKey).ToList();
            return keys.Count > 0 ? keys : throw new DataFolderException($"{file} holds no keys; nothing was restored.");
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"{file} cannot be read as a file of keys ({fault.Message}); nothing was restored.", fault);
        }
    }

    private static (string Name, byte[] Bytes) ReadKey(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return (entry.Name, bytes.ToArray());
    }

    /// <exception cref="DataFolderException">The file is no database of this site, or damaged.</exception>
    private static void RequireSound(string file)
    {
        try
        {
            using var connection = new SqliteConnection(ReadOnly(file));
            connection.Open();
            using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            var found = check.ExecuteScalar() as string;
            check.CommandText = "SELECT COUNT(*) FROM \"Consultations\"";
            check.ExecuteScalar();
            if (found != "ok")
            {
                throw new DataFolderException($"{file} is damaged ({found}).");
            }
        }
        catch (SqliteException fault)
        {
            throw new DataFolderException($"{file} is not a sound database of this site ({fault.Message}).", fault);
        }
    }

    private static string ReadOnly(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();

    /// <summary>Makes an empty file beside the one that is wanted, readable by its owner only.</summary>
    private static string CreateNew(string file)
    {
        if (File.Exists(file))
        {
            throw new DataFolderException($"{file} exists already; a backup never replaces another.");
        }

        try
        {
            var unfinished = file + ".unfinished";
            WriteOwnerOnly(unfinished, Stream.Null);
            return unfinished;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"{file} cannot be written ({fault.Message}).", fault);
        }
    }

    private static void Finish(string unfinished, string file)
    {
        using (var written = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
        {
            written.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file);
    }

    private static void WriteOwnerOnly(string file, Stream from)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var stream = new FileStream(file, options);
        from.CopyTo(stream);
        stream.Flush(flushToDisk: true);
    }
}
