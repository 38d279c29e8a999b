using GutGuide.Web.Content;
using GutGuide.Web.Features.Operating;

namespace GutGuide.Web.Features.Editing;

/// <summary>One command with what stands behind it.</summary>
/// <param name="Content">Of <c>--content</c>; null when it is left to the settings.</param>
/// <param name="File">What <c>evaluate</c> reads; null for standard input.</param>
/// <param name="Against">Of <c>check --against</c>: a folder or a git revision to compare with; null for none.</param>
internal sealed record CommandLine(string Command, string? Content, string? File, string? Against = null)
{
    public const string Check = "check";
    public const string Evaluate = "evaluate";
    public const string Questionnaire = "questionnaire";

    private const string ContentOption = "--content";
    private const string AgainstOption = "--against";
    private const string StandardInput = "-";

    private static readonly string[] Names = [Check, Evaluate, Questionnaire, .. OperatingCommands.Names];

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
            else if (option == AgainstOption && line.Command == Check && line.Against is null)
            {
                value ??= place + 1 < args.Length ? args[++place] : null;
                fault = string.IsNullOrEmpty(value) ? $"{AgainstOption} names no folder or git revision" : "";
                line = line with { Against = value };
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

        return fault.Length > 0 ? null : line with { File = line.File == StandardInput ? null : line.File };
    }

    private static (string Option, string? Value) Split(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
            ? (argument[..equals], argument[(equals + 1)..])
            : (argument, null);
}
