using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GutGuide.Core.Plans;

namespace GutGuide.Web.Features.Editing;

/// <summary><c>evaluate</c>: one decision for each line of answers, as the lines come.</summary>
internal static class EvaluateCommand
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(CommandLine line, IConfiguration settings, TextReader input, TextWriter output)
    {
        var engine = new DecisionEngine(SoundRuleset.Load(line, settings));
        if (line.File is null)
        {
            return await EvaluateAsync(engine, input, output);
        }

        using var file = new StreamReader(line.File, Encoding.UTF8);
        return await EvaluateAsync(engine, file, output);
    }

    private static async Task<int> EvaluateAsync(DecisionEngine engine, TextReader input, TextWriter output)
    {
        var reader = new AnswerLineReader(engine.Ruleset.Questionnaire);
        var buffer = new ArrayBufferWriter<byte>();
        var exitCode = Commands.Done;
        while (await input.ReadLineAsync() is { } text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var line = reader.Read(text);
            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer, Compact))
            {
                if (line.Answers is { } answers)
                {
                    DecisionJson.Write(json, line.Id, engine.Decide(answers));
                }
                else
                {
                    DecisionJson.WriteError(json, line.Id, line.Error);
                    exitCode = Commands.Faulty;
                }
            }

            await output.WriteLineAsync(Encoding.UTF8.GetString(buffer.WrittenSpan));
        }

        await output.FlushAsync();
        return exitCode;
    }
}
