using System.Text.Json;
using GutGuide.Core.Questionnaires;

namespace GutGuide.Web.Tests.Commands;

/// <summary>One command, run to its end inside the test.</summary>
/// <param name="ExitCode">Null when the arguments name no command.</param>
public sealed record CommandRun(int? ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public static Task<CommandRun> OfAsync(params string[] args) => WithInputAsync("", args);

    public static async Task<CommandRun> WithInputAsync(string input, params string[] args)
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await Features.Editing.Commands.TryRunAsync(args, reader, output, error);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Answers as a line that <c>evaluate</c> takes.</summary>
    public static string Line(string id, Answers answers) => JsonSerializer.Serialize(new
    {
        id,
        answers = answers.All.ToDictionary(pair => pair.Key, pair => (object?)pair.Value.Number ?? pair.Value.Codes),
    });
}
