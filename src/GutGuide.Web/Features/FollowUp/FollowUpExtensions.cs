namespace GutGuide.Web.Features.FollowUp;

public static class FollowUpExtensions
{
    public static IServiceCollection AddFollowUp(this IServiceCollection services) => services.AddSingleton<DiaryService>().AddSingleton<CheckInService>();
}
