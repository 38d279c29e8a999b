using FluentValidation;
using GutGuide.Web.Features.Consultation.Fhir;
using GutGuide.Web.Scoring;

namespace GutGuide.Web.Features.Consultation;

public static class ConsultationExtensions
{
    public static IServiceCollection AddConsultation(this IServiceCollection services)
    {
        services.AddSingleton<RulesetStore>();
        services.AddSingleton<ScoringService>();
        services.AddSingleton<ConsultationService>();
        services.AddSingleton<ConsultationCookie>();
        services.AddSingleton<IValidator<PageSubmission>, PageSubmissionValidator>();
        services.AddSingleton<QuestionnaireFile>();
        services.AddSingleton<ShutdownNotice>();
        return services.AddHostedService<ExpiryJob>();
    }
}
