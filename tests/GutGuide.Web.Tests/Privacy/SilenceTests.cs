using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Tests.Consultation;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog.Core;

namespace GutGuide.Web.Tests.Privacy;

/// <summary>After somebody with telling answers went all the way, nothing but their own pages knows one of them.</summary>
public sealed partial class SilenceTests(SilenceTests.FullRun run) : IClassFixture<SilenceTests.FullRun>
{
    [Fact]
    public void No_log_no_measurement_and_no_trace_holds_an_answer()
    {
        Assert.Contains(run.Heard, line => line.StartsWith("log", StringComparison.Ordinal));
        Assert.Contains(run.Heard, line => line.StartsWith("meter gutguide.pages.saved", StringComparison.Ordinal));
        Assert.Contains(run.Heard, line => line.StartsWith("trace", StringComparison.Ordinal));
        AssertSilent(run.Heard);
    }

    /// <summary>There it would write down every message of a page: what was typed and chosen.</summary>
    [Fact]
    public void The_hub_of_live_pages_stays_quiet_at_the_most_talkative_level()
    {
        Assert.True(run.IsTalkative);
        Assert.False(run.IsHubTalkative);
    }

    [Fact]
    public void No_address_and_no_header_holds_an_answer()
    {
        Assert.Contains(run.Headers, line => line.Contains("/consultation/result", StringComparison.Ordinal));
        AssertSilent(run.Headers);
    }

    [Fact]
    public void No_title_holds_an_answer()
    {
        var titles = run.Pages.Select(page => Title().Match(page).Groups[1].Value).ToArray();

        Assert.Contains(titles, title => title.StartsWith("Your result", StringComparison.Ordinal));
        AssertSilent(titles);
    }

    [Fact]
    public void No_error_page_holds_an_answer()
    {
        Assert.Contains("That did not go through", run.ErrorPage, StringComparison.Ordinal);
        AssertSilent([run.ErrorPage]);
    }

    [Fact]
    public void No_file_of_the_data_folder_holds_an_answer()
    {
        Assert.Contains(run.Files, file => file.Name == "gutguide.db");

        // The published rules name every code, so the bytes searched for are those of stored answers.
        var stored = run.Answers.All.Select(pair => $"\"{pair.Key}\":{{").Append(FullRun.Typed);
        Assert.All(stored, text => Assert.DoesNotContain(run.Files, file =>
            file.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || file.Bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0));
    }

    [Fact]
    public void Every_file_with_answers_or_keys_is_its_owners_alone()
    {
        Assert.Contains(run.Files, file => file.Name.StartsWith("key-", StringComparison.Ordinal));
        Assert.All(run.Files, file => Assert.True(file.Mode == (UnixFileMode.UserRead | UnixFileMode.UserWrite), $"{file.Name} has mode {file.Mode}."));
    }

    private void AssertSilent(IEnumerable<string> lines)
    {
        Assert.NotEmpty(run.Telling);
        Assert.All(lines, line => Assert.All(run.Telling, answer => Assert.DoesNotContain(answer, line, StringComparison.OrdinalIgnoreCase)));
    }

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex Title();

    /// <summary>Somebody with many conditions, who also types nonsense once, walks to the result on a site that logs all it can.</summary>
    public sealed class FullRun : IAsyncLifetime, IDisposable
    {
        public const string Typed = "ninety-seven-and-a-bit";

        private static readonly string[] Sources = ["Default", "Override:Microsoft.AspNetCore", "Override:Microsoft.EntityFrameworkCore", "Override:Microsoft.AspNetCore.DataProtection"];

        private readonly SiteFactory _factory = new();
        private readonly Observer _observer = new();

        public IReadOnlyList<string> Heard { get; private set; } = [];

        public List<string> Headers { get; } = [];

        public List<string> Pages { get; } = [];

        public string ErrorPage { get; private set; } = "";

        public IReadOnlyList<(string Name, byte[] Bytes, UnixFileMode Mode)> Files { get; private set; } = [];

        public Answers Answers { get; } = Person.Answers();

        public bool IsTalkative { get; private set; }

        public bool IsHubTalkative { get; private set; }

        /// <summary>Codes of the answers that could stand nowhere by chance, what was typed, and the age.</summary>
        public IReadOnlyList<string> Telling { get; private set; } = [];

        private static Persona Person => Persona.AllWell
            .Saying("age", 97)
            .Saying("gut", "bloating", "heartburn")
            .Saying("conditions", "liver", "kidney")
            .Saying("food", "packaged", "caffeine")
            .Saying("life", "painkiller", "stress")
            .Saying("triggers", "onion");

        public async Task InitializeAsync()
        {
            await using var site = _factory.WithWebHostBuilder(builder =>
            {
                foreach (var source in Sources)
                {
                    builder.UseSetting($"Serilog:MinimumLevel:{source}", "Verbose");
                }

                builder.ConfigureTestServices(services => services.AddSingleton<ILogEventSink>(_observer));
            });
            var browser = site.CreateDefaultClient(new Uri("http://localhost"), new Listening(this), new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler());
            await WalkAsync(new FormVisitor(browser));
            var logs = site.Services.GetRequiredService<ILoggerFactory>();
            IsTalkative = logs.CreateLogger("Microsoft.AspNetCore.Routing").IsEnabled(LogLevel.Trace);
            IsHubTalkative = logs.CreateLogger("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher").IsEnabled(LogLevel.Debug);
            Heard = _observer.Heard;
            Telling = [Typed, .. Answers.All.SelectMany(pair => pair.Value.Codes).Distinct().Where(IsTelling)];
            Files = [.. Directory.EnumerateFiles(_factory.DataDirectory, "*", SearchOption.AllDirectories)
                .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal))
                .Select(file => (Path.GetFileName(file), ReadShared(file), ModeOf(file)))];
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose()
        {
            _observer.Dispose();
            _factory.Dispose();
        }

        private async Task WalkAsync(FormVisitor visitor)
        {
            var pages = ShippedContent.Ruleset.Questionnaire.Pages.ToDictionary(page => page.Id, StringComparer.Ordinal);
            await visitor.StartAsync();
            for (var step = 0; step < pages.Count && visitor.Address.StartsWith("/consultation/q/", StringComparison.Ordinal); step++)
            {
                var page = pages[visitor.Address["/consultation/q/".Length..]];
                if (page.Items.FirstOrDefault(item => item.LinkId == "age") is { } age)
                {
                    await visitor.AnswerAsync((age.LinkId, Typed));
                }

                await visitor.AnswerAsync([.. page.Items.SelectMany(item => Fields(item, Person.AnswerTo(item)))]);
            }

            await visitor.SendAsync("/consultation/check-answers");
            Assert.Equal("/consultation/result", visitor.Address);
            using var refused = await visitor.PostAsync("/consultation/q/start", ("who", "adult"));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            ErrorPage = await refused.Content.ReadAsStringAsync();
        }

        private static IEnumerable<(string Name, string Value)> Fields(QuestionnaireItem item, Answer? answer) =>
            answer is null ? []
            : answer.Number is not null ? [(item.LinkId, answer.ToString())]
            : answer.Codes.Select(code => (item.LinkId, code));

        /// <summary>Long enough, and part of no page's or question's own name.</summary>
        private static bool IsTelling(string code) => code.Length >= 6 && !ShippedContent.Ruleset.Questionnaire.Pages.Any(page =>
            page.Id.Contains(code, StringComparison.Ordinal) || page.Title.Contains(code, StringComparison.OrdinalIgnoreCase) || page.Items.Any(item => item.LinkId.Contains(code, StringComparison.Ordinal)));

        private static UnixFileMode ModeOf(string file) =>
            OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(file);

        private static byte[] ReadShared(string path)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }

        private sealed class Listening(FullRun run) : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var answer = await base.SendAsync(request, cancellationToken);
                run.Headers.Add($"{request.RequestUri} {answer.Headers}");
                run.Pages.Add(await answer.Content.ReadAsStringAsync(cancellationToken));
                return answer;
            }
        }
    }
}
