using GutGuide.Core.Plans;
using GutGuide.Web.Cases;
using GutGuide.Web.Content;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>One result page as the whole site shows it.</summary>
/// <param name="Main">The markup between the header and the footer.</param>
public sealed record ResultPage(string Case, Decision Decision, string Main);

/// <summary>Result pages of invented people, few enough to be quick, which together show every suggestion that any of them is shown.</summary>
public sealed class ResultPages : IAsyncLifetime, IAsyncDisposable
{
    public SiteFactory Site { get; } = new();

    public IReadOnlyList<ResultPage> All { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var calm = new CalmPerson(ShippedContent.Ruleset);
        var cases = CaseSet.Shipped(ShippedContent.Ruleset, new ContentProblems()).Cases;
        var covered = new HashSet<string>(StringComparer.Ordinal);
        var pages = new List<ResultPage>();
        foreach (var person in cases)
        {
            var answers = calm.Saying(person.Answers);
            var decision = Persona.Engine.Decide(answers);
            var shown = decision.Shown.Select(planned => planned.Suggestion.Id).ToArray();
            var adds = !covered.IsSupersetOf(shown);
            covered.UnionWith(shown);
            if (adds || decision.States.Contains("sp-ed"))
            {
                var visitor = await Site.Holder(await AnsweredConsultation.InAsync(Site.Services, answers)).OpenAsync("/consultation/result");
                pages.Add(new ResultPage(person.Id, decision, MainOf(visitor.Page)));
            }
        }

        All = pages;
    }

    public static string MainOf(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];

    Task IAsyncLifetime.DisposeAsync() => Site.DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
