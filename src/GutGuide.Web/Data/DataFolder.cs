using System.Xml;
using System.Xml.Linq;

namespace GutGuide.Web.Data;

/// <summary>Where the database and the keys live. Only the owner can read it.</summary>
public sealed class DataFolder(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const string LockName = "in-use";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Keys that decrypt answers, apart from the answers.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string Database => System.IO.Path.Combine(Path, "gutguide.db");

    public string ConnectionString => $"Data Source={Database}";

    /// <summary>Says that a site is running on the folder; several may.</summary>
    /// <exception cref="DataFolderException">A backup is being restored into it.</exception>
    public IDisposable Hold() => Lock(FileAccess.Read, FileShare.ReadWrite, "A backup is being restored into it; start again when that is done.");

    /// <summary>Makes sure that no site is running on the folder, and that none starts.</summary>
    /// <exception cref="DataFolderException">One is.</exception>
    public IDisposable HoldAlone() => Lock(FileAccess.ReadWrite, FileShare.None, "A site is running on it; stop it first.");

    /// <exception cref="DataFolderException">The folder cannot be made or written to.</exception>
    public void Create()
    {
        try
        {
            CreateOwnerOnly(Path);
            CreateOwnerOnly(Keys);
            CloseToOthers(Path);
            CloseToOthers(Keys);
            CreateOwnerOnlyFile(Database);
            CreateOwnerOnlyFile(System.IO.Path.Combine(Path, LockName));
            var probe = System.IO.Path.Combine(Path, $".write-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The data folder {Path} cannot be written to ({fault.Message}). Give the site's user write access, or set GutGuide:DataDirectory to another folder.", fault);
        }
    }

    /// <summary>A damaged key is a person's answers lost: whoever runs the site decides, not the site.</summary>
    /// <exception cref="DataFolderException">A key cannot be read.</exception>
    public void RequireReadableKeys()
    {
        foreach (var key in Directory.EnumerateFiles(Keys, "*.xml"))
        {
            try
            {
                XElement.Load(key);
            }
            catch (Exception fault) when (fault is XmlException or IOException or UnauthorizedAccessException)
            {
                throw new DataFolderException($"The key {key} cannot be read ({fault.Message}). Put it back from a backup of the keys; or move it away, and the answers under it are lost.", fault);
            }
        }
    }

    private FileStream Lock(FileAccess access, FileShare share, string otherwise)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(Path, LockName), FileMode.Open, access, share);
        }
        catch (IOException fault)
        {
            throw new DataFolderException($"The data folder {Path} is in use. {otherwise}", fault);
        }
    }

    /// <summary>SQLite gives the files that stand beside a database the mode of the database.</summary>
    private static void CreateOwnerOnlyFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(path, options).Dispose();
    }

    /// <summary>
    /// An operator may have made the folder; or the first page with a form, which asked for a key before the database was ready.
    /// </summary>
    private static void CloseToOthers(string folder)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(folder) != OwnerOnly)
        {
            try
            {
                File.SetUnixFileMode(folder, OwnerOnly);
            }
            catch (UnauthorizedAccessException)
            {
                // A volume that belongs to somebody else; the files in it are still the site's alone.
            }
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
