namespace GutGuide.Web.Data;

/// <summary>Where the database and the keys live. Only the owner can read it.</summary>
public sealed class DataFolder(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Keys that decrypt answers, apart from the answers.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string ConnectionString => $"Data Source={System.IO.Path.Combine(Path, "gutguide.db")}";

    /// <exception cref="DataFolderException">The folder cannot be made or written to.</exception>
    public void Create()
    {
        try
        {
            CreateOwnerOnly(Path);
            CreateOwnerOnly(Keys);
            var probe = System.IO.Path.Combine(Path, $".write-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The data folder {Path} cannot be written to ({fault.Message}). Give the site's user write access, or set GutGuide:DataDirectory to another folder.", fault);
        }
    }

    private static void CreateOwnerOnly(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}

/// <summary>Data cannot be kept; the message is for the person who runs the site.</summary>
public sealed class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);
