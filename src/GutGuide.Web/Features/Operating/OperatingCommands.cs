using GutGuide.Web.Data;

namespace GutGuide.Web.Features.Operating;

/// <summary>Commands for whoever runs the site: <c>backup</c>, <c>restore</c>, <c>counts</c>.</summary>
internal static class OperatingCommands
{
    public const string Backup = "backup";
    public const string Restore = "restore";
    public const string Counts = "counts";

    private const string KeysOption = "--keys";
    private const string VerifyOption = "--verify";
    private const string ReplaceOption = "--replace";
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUse = 2;

    public static IReadOnlyList<string> Names { get; } = [Backup, Restore, Counts];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, IConfiguration settings, TextWriter output, TextWriter error)
    {
        if (Line.Parse(args, out var fault) is not { } line)
        {
            await error.WriteLineAsync(fault);
            return WrongUse;
        }

        try
        {
            await output.WriteAsync(line.Command switch
            {
                Backup when line.Verify => await VerifyAsync(line),
                Backup => RunBackup(line, settings),
                Restore => RunRestore(line, settings),
                _ => await CountsAsync(settings),
            });
            return Done;
        }
        catch (DataFolderException problem)
        {
            await error.WriteLineAsync(problem.Message);
            return Failed;
        }
    }

    private static string RunBackup(Line line, IConfiguration settings)
    {
        var backup = DataExtensions.BackupOf(settings);
        backup.Write(line.File!);
        if (line.Keys is null)
        {
            return $"Wrote {line.File}. It holds no keys: without them nobody can read an answer in it, you neither. Keep them with {KeysOption} FILE, in another place.\n";
        }

        backup.WriteKeys(line.Keys);
        return $"Wrote {line.File}, and the keys to {line.Keys}. Keep the two in different places.\n";
    }

    private static async Task<string> VerifyAsync(Line line)
    {
        var count = await Data.Backup.VerifyAsync(line.File!, line.Keys);
        return line.Keys is null
            ? $"{line.File} is sound and holds {count} consultations. Whether their keys are at hand is told with {KeysOption} FILE.\n"
            : $"{line.File} is sound, and the keys in {line.Keys} open its {count} consultations.\n";
    }

    private static string RunRestore(Line line, IConfiguration settings)
    {
        DataExtensions.BackupOf(settings).Restore(line.File!, line.Keys, line.Replace);
        return $"Restored {line.File}. Start the site; what has expired meanwhile is deleted within the hour.\n";
    }

    private static async Task<string> CountsAsync(IConfiguration settings)
    {
        var counts = await DataExtensions.ReadCountsAsync(settings);
        return string.Concat(counts.Select(count => $"{count.Day}\t{count.What}\t{count.Shown}\n").Prepend("day\twhat\tcount\n"));
    }

    private sealed record Line(string Command, string? File, string? Keys, bool Replace, bool Verify)
    {
        public static Line? Parse(string[] args, out string fault)
        {
            var line = new Line(args[0], null, null, false, false);
            for (var place = 1; place < args.Length; place++)
            {
                var argument = args[place];
                if (argument == KeysOption && line is { Keys: null, Command: not Counts } && place + 1 < args.Length)
                {
                    line = line with { Keys = args[++place] };
                }
                else if (argument == ReplaceOption && line.Command == Restore)
                {
                    line = line with { Replace = true };
                }
                else if (argument == VerifyOption && line.Command == Backup)
                {
                    line = line with { Verify = true };
                }
                else if (!argument.StartsWith('-') && line is { File: null, Command: not Counts })
                {
                    line = line with { File = argument };
                }
                else
                {
                    fault = $"{line.Command} does not take \"{argument}\"";
                    return null;
                }
            }

            fault = line is { File: null, Command: not Counts } ? $"{line.Command} needs a FILE" : "";
            return fault.Length == 0 ? line : null;
        }
    }
}
