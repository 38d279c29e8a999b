using System.Globalization;
using GutGuide.Web;
using GutGuide.Web.Components;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Loading;
using GutGuide.Web.Data;
using GutGuide.Web.Features.Consultation;
using GutGuide.Web.Features.Editing;
using GutGuide.Web.Features.Editing.Desk;
using GutGuide.Web.Features.Editing.Desk.Serving;
using GutGuide.Web.Features.Editing.LiveEditing;
using GutGuide.Web.Features.FollowUp;
using GutGuide.Web.Features.Operating;
using GutGuide.Web.Features.Reading;
using GutGuide.Web.Hosting;
using GutGuide.Web.Publishing;
using GutGuide.Web.Search;
using GutGuide.Web.Security;
using GutGuide.Web.Settings;
using Serilog;

if (await Commands.TryRunAsync(args, Console.In, Console.Out, Console.Error) is { } exitCode)
{
    return exitCode;
}

Log.Logger = new LoggerConfiguration().WriteTo.Console(formatProvider: CultureInfo.InvariantCulture).CreateBootstrapLogger();
try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    builder.WebHost.ConfigureKestrel(ServerLimits.Configure);
    builder.Services.Configure<HostOptions>(ServerLimits.Configure);
    builder.Services.AddSerilog((services, logging) => Site.ConfigureLogging(logging, services, builder), preserveStaticLogger: true);
    builder.Services.AddData(builder.Configuration);
    builder.Services.AddContent(builder.Configuration);
    builder.Services.AddReading(builder.Configuration);
    builder.Services.AddPublishedPages(builder.Configuration, services => services.GetRequiredService<SiteStartup>().Completed);
    builder.Services.AddSingleton<SearchIndex>();
    builder.Services.AddConsultation();
    builder.Services.AddFollowUp();
    builder.Services.AddSingleton<ProvenRules>();
    builder.Services.AddSingleton<SitePublisher>();
    builder.Services.AddSingleton<SiteStartup>();
    builder.Services.AddHostedService<DailyRepublisher>();
    builder.Services.AddLiveEditing(builder.Configuration, builder.Environment);
    builder.Services.AddSingleton<RulesetStudies>();
    builder.Services.AddHostedService<RulesPagePublisher>();
    builder.Services.AddEditorDesk(builder.Configuration, builder.Environment);
    builder.Services.AddRazorComponents().AddInteractiveServerComponents();
    builder.Services.AddSecurity(builder.Configuration);
    builder.Services.AddHealth();

    await using var app = builder.Build();
    var startup = app.Services.GetRequiredService<SiteStartup>();
    var opened = startup.OpenAsync();

    app.UseTransportSecurity();
    app.UsePublishedPages();
    app.UseSite();
    app.UseStartupWait();
    app.UseRouting();
    app.UseRateLimiter();
    app.UseAntiforgery();
    app.MapStaticAssets();
    app.MapSearch();
    app.MapConsultation();
    app.MapFollowUp();
    app.MapHealth();
    app.MapLiveEditing();
    app.MapEditorDesk();
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(Site.ConfigureCircuits);
    Site.FindEndpoints(app);
    await opened;
    await app.StartAsync();
    await startup.CompleteAsync();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (ContentException fault)
{
    Log.Fatal("The content has faults, so the site does not start.{NewLine}{Problems:l}", Environment.NewLine, fault.Message);
    return 1;
}
catch (Exception fault) when (fault is DataFolderException or SettingException)
{
    Log.Fatal("{Fault:l}", fault.Message);
    return 1;
}
catch (Exception fault) when (fault is not HostAbortedException)
{
    Log.Fatal(fault, "The site stopped because of a fault.");
    return 1;
}
finally
{
    await Log.CloseAndFlushAsync();
}
