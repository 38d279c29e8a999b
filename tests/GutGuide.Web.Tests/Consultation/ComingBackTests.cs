using System.Net;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Data;
using GutGuide.Web.Tests.Content;
using GutGuide.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>Taking it again, comparing, and forgetting all of it, on the whole site.</summary>
public sealed class ComingBackTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly Persona Bloated = Persona.AllWell.Saying("gut", "bloating").Saying("bloating-often", "most").Saying("bloating-way", "lot");
    private static readonly Persona LessBloated = Persona.AllWell.Saying("gut", "bloating").Saying("bloating-often", "few").Saying("bloating-way", "lot");

    [Fact]
    public async Task The_second_time_stands_beside_the_first_without_a_verdict()
    {
        var visitor = await AgainAsync(LessBloated);

        await visitor.OpenAsync("/consultation/compare");

        Assert.Equal("/consultation/compare", visitor.Address);
        Assert.Matches("6 or 7 days a week</td><td[^>]*>1 or 2 days a week", visitor.Page);
        Assert.DoesNotContain("%", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("improve", visitor.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_second_time_begins_with_nothing_chosen()
    {
        var visitor = await StartedAgainAsync();

        Assert.Equal("/consultation/q/start", visitor.Address);
        Assert.DoesNotMatch("<input[^>]* checked", visitor.Page);
    }

    [Fact]
    public async Task A_second_click_goes_on_with_what_the_first_began()
    {
        var visitor = await StartedAgainAsync();
        var token = ("__RequestVerificationToken", visitor.Token());
        await visitor.AnswerAsync(("who", "adult"));
        var place = visitor.Address;

        using var second = await visitor.PostAsync("/consultation/again", token);

        Assert.Equal(place, second.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_first_time_there_is_nothing_to_compare()
    {
        var visitor = await (await site.AnsweredByAsync(Bloated)).OpenAsync("/consultation/compare");

        Assert.Equal("/consultation/result", visitor.Address);
    }

    [Fact]
    public async Task Somebody_with_an_eating_disorder_is_shown_no_weight_beside_a_weight()
    {
        var before = Persona.AllWell.Saying("gut", "bloating").Saying("triggers", "milk").Saying("weight-kg", 71).Saying("height-cm", 170);
        var token = await TokenAsync(before);
        var now = Persona.AllWell.Saying("eating-now", "ed").Saying("coping", "eating").Answers();
        await site.Services.GetRequiredService<ConsultationStore>().ChangeAsync(
            (await ConsultationOf(token)).Id,
            _ => Content(now) with { Earlier = new EarlierConsultation(RulesetHash(), before.Answers(), site.Clock.GetUtcNow()) },
            isCompleted: true);

        var visitor = await site.Holder(token).OpenAsync("/consultation/compare");

        Assert.Equal("/consultation/compare", visitor.Address);
        Assert.DoesNotContain("71 kg", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_leaves_no_row_of_either_time_nor_of_any_way_to_them()
    {
        var visitor = await AgainAsync(LessBloated);
        await visitor.OpenAsync("/consultation/resume");
        await visitor.SendAsync("/consultation/resume", ("_handler", "make"));
        var (consultations, browsers) = await RowsAsync();

        await visitor.OpenAsync("/consultation/result");
        await visitor.SendAsync("/consultation/forget");

        Assert.Contains("are deleted from this site", visitor.Text, StringComparison.Ordinal);
        Assert.Equal((consultations - 1, browsers - 1), await RowsAsync());
    }

    [Fact]
    public async Task Forgetting_twice_says_the_same_twice()
    {
        var visitor = await site.AnsweredByAsync(Bloated);
        await visitor.OpenAsync("/consultation/result");
        var token = ("__RequestVerificationToken", visitor.Token());
        await visitor.SendAsync("/consultation/forget");

        using var second = await visitor.PostAsync("/consultation/forget", token);

        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        Assert.Equal("/consultation?notice=forgotten", second.Headers.Location?.OriginalString);
    }

    private async Task<FormVisitor> StartedAgainAsync()
    {
        var visitor = await site.AnsweredByAsync(Bloated);
        await visitor.OpenAsync("/consultation");
        return await visitor.SendAsync("/consultation/again");
    }

    private async Task<FormVisitor> AgainAsync(Persona second)
    {
        var visitor = await StartedAgainAsync();
        var pages = ShippedContent.Ruleset.Questionnaire.Pages.ToDictionary(page => page.Id, StringComparer.Ordinal);
        for (var steps = 0; steps < pages.Count && visitor.Address.StartsWith("/consultation/q/", StringComparison.Ordinal); steps++)
        {
            await visitor.AnswerAsync([.. pages[visitor.Address["/consultation/q/".Length..]].Items.SelectMany(second.Fields)]);
        }

        return await visitor.SendAsync("/consultation/check-answers");
    }

    private Task<string> TokenAsync(Persona persona) => AnsweredConsultation.InAsync(site.Services, persona.Answers());

    private async Task<Web.Data.Consultation> ConsultationOf(string token) =>
        await site.Services.GetRequiredService<ConsultationHolders>().FindByTokenAsync(token) ?? throw new InvalidOperationException("The consultation is gone.");

    private string RulesetHash() => site.Services.GetRequiredService<Web.Scoring.ScoringService>().CurrentHash;

    private ConsultationContent Content(Answers answers) => Persona.Flow.Pages(answers).Aggregate(ConsultationContent.Empty, (sofar, page) => sofar.WithPage(
        page.Id, page.Items.ToDictionary(item => item.LinkId, item => answers[item.LinkId], StringComparer.Ordinal), site.Clock.GetUtcNow()));

    private async Task<(int Consultations, int Browsers)> RowsAsync()
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<GutGuideDbContext>>().CreateDbContextAsync();
        return (await db.Consultations.CountAsync(), await db.Browsers.CountAsync());
    }
}
