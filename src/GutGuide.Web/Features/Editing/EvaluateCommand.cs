using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using GutGuide.Core.Plans;

namespace GutGuide.Web.Features.Editing;

/// <summary><c>evaluate</c>: one decision for each line of answers, in their order and as soon as it is known.</summary>
internal sealed class EvaluateCommand
{
    /// <summary>Lines on their way at a time: enough to keep every core busy, few enough for any length of input.</summary>
    private const int OnTheWay = 64;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DecisionEngine _engine;
    private readonly AnswerLineReader _reader;

    private EvaluateCommand(DecisionEngine engine)
    {
        _engine = engine;
        _reader = new AnswerLineReader(engine.Ruleset.Questionnaire, engine.Ruleset.Suggestions);
    }

    public static async Task<int> RunAsync(CommandLine line, IConfiguration settings, TextReader input, TextWriter output)
    {
        var command = new EvaluateCommand(new DecisionEngine(CheckedRules.Load(line, settings)));
        if (line.File is null)
        {
            return await command.EvaluateAsync(input, output);
        }

        using var file = new StreamReader(line.File, Encoding.UTF8);
        return await command.EvaluateAsync(file, output);
    }

    private async Task<int> EvaluateAsync(TextReader input, TextWriter output)
    {
        var lines = Channel.CreateBounded<Task<EvaluatedLine>>(OnTheWay);

        // On a thread of its own: reading from a terminal blocks until the next line is typed.
        var writing = Task.Run(() => WriteAsync(lines, output));
        try
        {
            while (await input.ReadLineAsync() is { } line)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    await lines.Writer.WriteAsync(Task.Run(() => Evaluate(line)));
                }
            }
        }
        catch (ChannelClosedException)
        {
            // Writing has failed; waiting for it below says why.
        }
        finally
        {
            lines.Writer.TryComplete();
        }

        return await writing;
    }

    private static async Task<int> WriteAsync(Channel<Task<EvaluatedLine>> lines, TextWriter output)
    {
        var exitCode = Commands.Done;
        try
        {
            await foreach (var line in lines.Reader.ReadAllAsync())
            {
                var (json, isFaulty) = await line;
                await output.WriteLineAsync(json);
                exitCode = isFaulty ? Commands.Faulty : exitCode;
            }

            await output.FlushAsync();
            return exitCode;
        }
        finally
        {
            lines.Writer.TryComplete();
        }
    }

    private EvaluatedLine Evaluate(string text)
    {
        var line = _reader.Read(text);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            if (line.Answers is { } answers)
            {
                DecisionJson.Write(json, line.Id, _engine.Decide(answers, line.Feedback));
            }
            else
            {
                DecisionJson.WriteError(json, line.Id, line.Error);
            }
        }

        return new EvaluatedLine(Encoding.UTF8.GetString(buffer.WrittenSpan), line.Answers is null);
    }

    private readonly record struct EvaluatedLine(string Json, bool IsFaulty);
}
