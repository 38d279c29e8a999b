using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using GutGuide.Web.Content;

namespace GutGuide.Web.Features.Editing.Comparing;

/// <summary>The content folder as it was in a revision of its git repository, unpacked into a folder of its own until disposed.</summary>
internal sealed class GitRevision : IDisposable
{
    private GitRevision(string directory) => Directory = directory;

    public string Directory { get; }

    /// <exception cref="ContentException">Git is missing, the folder is in no repository, or it knows no such revision.</exception>
    public static GitRevision Unpack(string contentDirectory, string revision)
    {
        var whole = Path.GetFullPath(contentDirectory);
        var (inside, prefix) = Run(whole, revision, "rev-parse", "--show-prefix");
        if (!inside)
        {
            throw Fault(revision, $"the folder {whole} is in no git repository; name a folder with the other content instead");
        }

        // The rest stands at the root: a path inside a tree is read from there.
        var folder = prefix.Trim().TrimEnd('/');
        var (known, commit) = Run(whole, revision, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        if (!known)
        {
            throw Fault(revision, "git knows no such revision, and there is no such folder; name a branch, a tag, a commit such as HEAD~1, or a folder");
        }

        var unpacked = new GitRevision(System.IO.Directory.CreateTempSubdirectory("gutguide-against-").FullName);
        try
        {
            unpacked.Fill(whole, revision, folder.Length == 0 ? commit.Trim() : $"{commit.Trim()}:{folder}", folder);
            return unpacked;
        }
        catch
        {
            unpacked.Dispose();
            throw;
        }
    }

    /// <summary>The commit in which a file of the content folder last changed; null when git cannot tell.</summary>
    public static string? LastChangeOf(string contentDirectory, string file)
    {
        try
        {
            var (known, commit) = Run(Path.GetFullPath(contentDirectory), file, "log", "-1", "--format=%h", "--", file);
            return known && commit.Trim() is { Length: > 0 } hash ? hash : null;
        }
        catch (ContentException)
        {
            return null;
        }
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private void Fill(string whole, string revision, string tree, string folder)
    {
        using var git = Start(whole, revision, "-C", TopOf(whole, revision), "archive", "--format=tar", tree);
        using var archive = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(archive);
        git.WaitForExit();
        if (git.ExitCode != 0)
        {
            throw Fault(revision, $"this revision has no folder {folder}; name a later one");
        }

        archive.Position = 0;
        TarFile.ExtractToDirectory(archive, Directory, overwriteFiles: false);
    }

    private static string TopOf(string whole, string revision) => Run(whole, revision, "rev-parse", "--show-toplevel").Output.Trim();

    private static (bool Succeeded, string Output) Run(string directory, string revision, params string[] arguments)
    {
        using var git = Start(directory, revision, arguments);
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return (git.ExitCode == 0, output);
    }

    private static Process Start(string directory, string revision, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var git = Process.Start(start)!;

            // What git says there is told in our own words; unread, a long complaint would block it.
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            return git;
        }
        catch (Win32Exception)
        {
            throw Fault(revision, "git is not installed, so no revision can be read; install it, or name a folder with the other content");
        }
    }

    private static ContentException Fault(string revision, string message) =>
        new([new ContentProblem(revision, 0, ProblemSeverity.Error, message)]);
}
