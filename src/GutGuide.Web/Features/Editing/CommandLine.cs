using System.Globalization;
using GutGuide.Web.Content;
using GutGuide.Web.Features.Operating;

namespace GutGuide.Web.Features.Editing;

/// <summary>One command with what stands behind it.</summary>
/// <param name="Content">Of <c>--content</c>; null when it is left to the settings.</param>
/// <param name="File">What <c>evaluate</c> reads; null for standard input.</param>
/// <param name="Against">Of <c>check --against</c>: a folder or a git revision to compare with; null for none.</param>
/// <param name="FailOnLooser">Of <c>check --fail-on looser</c>: an edit that loosens anything is a fault.</param>
/// <param name="By">Of <c>sign-off --by "NAME, ROLE"</c>.</param>
/// <param name="Date">Of <c>sign-off --date</c>; null for today.</param>
internal sealed record CommandLine(string Command, string? Content, string? File, string? Against = null, bool FailOnLooser = false, string? By = null, DateOnly? Date = null)
{
    public const string Check = "check";
    public const string SignOff = "sign-off";
    public const string Evaluate = "evaluate";
    public const string Questionnaire = "questionnaire";

    private const string ContentOption = "--content";
    private const string AgainstOption = "--against";
    private const string FailOnOption = "--fail-on";
    private const string Looser = "looser";
    private const string ByOption = "--by";
    private const string DateOption = "--date";
    private const string StandardInput = "-";

    private static readonly string[] Names = [Check, Evaluate, Questionnaire, SignOff, .. OperatingCommands.Names];

    /// <summary>Null, with the fault in words, when the arguments are not a command.</summary>
    public static CommandLine? Parse(string[] args, out string fault)
    {
        fault = "";
        if (!Names.Contains(args[0]))
        {
            fault = $"there is no command \"{args[0]}\"{NearestName.Hint(args[0], Names)}";
            return null;
        }

        var line = new CommandLine(args[0], null, null);
        for (var place = 1; place < args.Length && fault.Length == 0; place++)
        {
            var (option, value) = Split(args[place]);
            if (option == ContentOption && line.Content is null)
            {
                value ??= place + 1 < args.Length ? args[++place] : null;
                fault = string.IsNullOrEmpty(value) ? $"{ContentOption} names no folder" : "";
                line = line with { Content = value };
            }
            else if (option == AgainstOption && line.Command is Check or SignOff && line.Against is null)
            {
                value ??= place + 1 < args.Length ? args[++place] : null;
                fault = string.IsNullOrEmpty(value) ? $"{AgainstOption} names no folder or git revision" : "";
                line = line with { Against = value };
            }
            else if (option == FailOnOption && line.Command == Check && !line.FailOnLooser)
            {
                value ??= place + 1 < args.Length ? args[++place] : null;
                fault = value == Looser ? "" : $"{FailOnOption} knows only \"{Looser}\"";
                line = line with { FailOnLooser = true };
            }
            else if (option == ByOption && line.Command == SignOff && line.By is null)
            {
                value ??= place + 1 < args.Length ? args[++place] : null;
                line = line with { By = value };
            }
            else if (option == DateOption && line.Command == SignOff && line.Date is null)
            {
                value ??= place + 1 < args.Length ? args[++place] : null;
                fault = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? "" : $"{DateOption} takes a day such as 2026-12-01";
                line = line with { Date = date };
            }
            else if (line.Command == Evaluate && line.File is null && (option == StandardInput || !option.StartsWith('-')))
            {
                line = line with { File = args[place] };
            }
            else
            {
                fault = $"{line.Command} does not take \"{args[place]}\"";
            }
        }

        if (fault.Length == 0)
        {
            fault = FaultOf(line);
        }

        return fault.Length > 0 ? null : line with { File = line.File == StandardInput ? null : line.File };
    }

    /// <summary>What options lack beside each other.</summary>
    private static string FaultOf(CommandLine line) =>
        line.FailOnLooser && line.Against is null ? $"{FailOnOption} {Looser} needs {AgainstOption}: looser than what?"
        : line.Command == SignOff && NameAndRole(line.By) is null ? $"say who signs off, and in what role: {SignOff} {ByOption} \"NAME, ROLE\""
        : "";

    /// <summary>Null unless both are given.</summary>
    public static (string Name, string Role)? NameAndRole(string? by) =>
        by?.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } role] && !by.Any(char.IsControl) ? (name, role) : null;

    private static (string Option, string? Value) Split(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
            ? (argument[..equals], argument[(equals + 1)..])
            : (argument, null);
}
