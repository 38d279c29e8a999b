using System.Net;
using GutGuide.Web.Data;
using GutGuide.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>Forgetting all that was said, on the whole site.</summary>
public sealed class ComingBackTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly Persona Bloated = Persona.AllWell.Saying("gut", "bloating").Saying("bloating-often", "most").Saying("bloating-way", "lot");
    private static readonly Persona LessBloated = Persona.AllWell.Saying("gut", "bloating").Saying("bloating-often", "few").Saying("bloating-way", "lot");

    [Fact]
    public async Task Forgetting_leaves_no_row_of_either_time_nor_of_any_way_to_them()
    {
        var visitor = site.Holder(await AnsweredConsultation.TwiceInAsync(site.Services, Bloated.Answers(), LessBloated.Answers()));
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

    private async Task<(int Consultations, int Browsers)> RowsAsync()
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<GutGuideDbContext>>().CreateDbContextAsync();
        return (await db.Consultations.CountAsync(), await db.Browsers.CountAsync());
    }
}
