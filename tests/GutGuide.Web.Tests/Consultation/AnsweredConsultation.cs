using GutGuide.Core.FollowUp;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Data;
using GutGuide.Web.Scoring;
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
        await AnswerAsync(store, consultation, answers, ago);
        return token;
    }

    /// <summary>The same for somebody who has checked in since.</summary>
    public static async Task<string> TwiceInAsync(IServiceProvider site, Answers first, Answers second)
    {
        var store = site.GetRequiredService<ConsultationStore>();
        var token = await InAsync(site, first);
        var earlier = await site.GetRequiredService<ConsultationHolders>().FindByTokenAsync(token) ?? throw new InvalidOperationException("The consultation is gone.");
        var before = new PastResponse(earlier.RulesetHash, first, earlier.ChangedAt);
        var again = await store.BeginAgainAsync(earlier, earlier.RulesetHash, ConsultationContent.Empty with
        {
            FollowUp = FollowUpRecord.Empty with { CheckIns = [new CheckIn(before, DateOnly.FromDateTime(earlier.ChangedAt.UtcDateTime), Overall.Same, [])] },
        }) ?? throw new InvalidOperationException("The consultation is gone.");
        await AnswerAsync(store, again, second, default);
        return token;
    }

    private static Task<Web.Data.Consultation?> AnswerAsync(ConsultationStore store, Web.Data.Consultation consultation, Answers answers, TimeSpan ago)
    {
        var pages = Persona.Flow.Pages(answers);
        return store.ChangeAsync(
            consultation.Id,
            content => pages.Aggregate(content, (sofar, page) => sofar.WithPage(
                page.Id, page.Items.ToDictionary(item => item.LinkId, item => answers[item.LinkId], StringComparer.Ordinal), consultation.StartedAt - ago)),
            isCompleted: true);
    }
}
