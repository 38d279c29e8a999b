using GutGuide.Core.Questionnaires;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Consultation;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Consultation;

/// <summary>A consultation with every question answered, put into the site's database without a walk through its pages.</summary>
public static class AnsweredConsultation
{
    /// <param name="ago">How long ago it was answered.</param>
    /// <returns>The token for the cookie of the person's browser.</returns>
    public static async Task<string> InAsync(IServiceProvider site, Answers answers, TimeSpan ago = default)
    {
        var store = site.GetRequiredService<ConsultationStore>();
        var (consultation, token) = await store.StartAsync(site.GetRequiredService<ScoringService>().CurrentHash);
        var pages = Persona.Flow.Pages(answers);
        await store.ChangeAsync(
            consultation.Id,
            content => pages.Aggregate(content, (sofar, page) => sofar.WithPage(
                page.Id, page.Items.ToDictionary(item => item.LinkId, item => answers[item.LinkId], StringComparer.Ordinal), consultation.StartedAt - ago)),
            isCompleted: true);
        return token;
    }
}
