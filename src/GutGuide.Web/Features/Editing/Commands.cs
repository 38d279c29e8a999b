using GutGuide.Web.Content;
using GutGuide.Web.Features.Operating;

namespace GutGuide.Web.Features.Editing;

/// <summary>The command line beside serving: does one thing and ends, without a web host.</summary>
public static class Commands
{
    /// <summary>Everything is in order.</summary>
    internal const int Done = 0;

    /// <summary>The content or an input line has errors.</summary>
    internal const int Faulty = 1;

    /// <summary>The command line cannot be understood.</summary>
    internal const int WrongUse = 2;

    private const string Usage = """
        usage: GutGuide.Web [setting ...]                          serves the site
               GutGuide.Web check [--content DIR] [--against REV [--fail-on looser]]
                                                                   checks the content, proves the rules and compares them with
                                                                   what was signed off; says what the edit since a git revision
                                                                   or a folder changes, and fails when it loosens anything
               GutGuide.Web sign-off --by "NAME, ROLE" [--date DAY] [--content DIR] [--against REV]
                                                                   shows what changed, then records the rules as they are
               GutGuide.Web evaluate [FILE] [--content DIR]        answers in, decisions out, as JSON Lines
               GutGuide.Web questionnaire [--content DIR]          the questionnaire as FHIR R4 JSON
               GutGuide.Web backup FILE [--keys FILE]              a copy of the database, taken while the site runs
               GutGuide.Web backup --verify FILE [--keys FILE]     tells whether a copy is whole, and whether the keys open it
               GutGuide.Web restore FILE [--keys FILE] [--replace] puts a copy in place, while no site runs
               GutGuide.Web counts                                 how many started, finished and left, by day
        """;

    /// <summary>Runs the command that <paramref name="args"/> name.</summary>
    /// <returns>The exit code; null when they name none, so that the site is to be served.</returns>
    public static async Task<int?> TryRunAsync(string[] args, TextReader input, TextWriter output, TextWriter error)
    {
        if (args.Length == 0 || IsSetting(args[0]))
        {
            return null;
        }

        if (args[0] is "help" or "--help" or "-h")
        {
            await output.WriteLineAsync(Usage);
            return Done;
        }

        if (OperatingCommands.Names.Contains(args[0]))
        {
            return await OperatingCommands.RunAsync(args, Settings(), output, error);
        }

        if (CommandLine.Parse(args, out var fault) is not { } line)
        {
            await error.WriteLineAsync($"{fault}{Environment.NewLine}{Usage}");
            return WrongUse;
        }

        return await RunAsync(line, input, output, error);
    }

    private static async Task<int> RunAsync(CommandLine line, TextReader input, TextWriter output, TextWriter error)
    {
        var settings = Settings();
        try
        {
            return line.Command switch
            {
                CommandLine.Check => await CheckCommand.RunAsync(line, settings, output),
                CommandLine.SignOff => await SignOffCommand.RunAsync(line, settings, output),
                CommandLine.Evaluate => await EvaluateCommand.RunAsync(line, settings, input, output),
                _ => await QuestionnaireCommand.RunAsync(line, settings, output),
            };
        }
        catch (ContentException fault)
        {
            await error.WriteLineAsync(fault.Message);
            return Faulty;
        }
        catch (IOException fault) when (line.File is not null)
        {
            await error.WriteLineAsync($"{line.File} cannot be read: {fault.Message}");
            return Faulty;
        }
    }

    private static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>Settings of the web host, such as <c>--urls=http://127.0.0.1:5080</c>; these belong to serving.</summary>
    private static bool IsSetting(string argument) =>
        argument is not ("--help" or "-h") && (argument.StartsWith('-') || argument.Contains('='));
}
