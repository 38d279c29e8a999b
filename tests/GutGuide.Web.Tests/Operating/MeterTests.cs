using System.Diagnostics.Metrics;
using GutGuide.Core.Questionnaires;
using GutGuide.Web.Data;
using GutGuide.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GutGuide.Web.Tests.Operating;

public sealed class MeterTests : IDisposable
{
    private readonly SiteFactory _site = new();
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, (int Times, double Sum)> _measured = new(StringComparer.Ordinal);

    [Fact]
    public async Task Each_thing_that_happens_is_counted_once_and_without_a_tag()
    {
        var store = _site.Services.GetRequiredService<ConsultationStore>();
        Listen();

        var (finished, _) = await store.StartAsync("hash");
        var said = new Dictionary<string, Answer?> { ["who"] = Answer.Of("adult") };
        await store.ChangeAsync(finished.Id, content => content.WithPage("start", said, finished.StartedAt));
        await store.ChangeAsync(finished.Id, content => content, isCompleted: true);
        await store.ForgetAsync(finished.Id);
        await store.StartAsync("hash");
        _site.Clock.AdjustTime(_site.Clock.GetUtcNow().AddDays(31));
        await store.DeleteExpiredAsync();

        Assert.Equal(2, _measured["gutguide.consultations.started"].Sum);
        Assert.Equal(1, _measured["gutguide.consultations.finished"].Sum);
        Assert.Equal(1, _measured["gutguide.consultations.forgotten"].Sum);
        Assert.Equal(1, _measured["gutguide.consultations.expired"].Sum);
        Assert.Equal(_measured["gutguide.pages.saved"].Sum, _measured["gutguide.save.duration"].Times);
        Assert.True(_measured["gutguide.pages.saved"].Sum >= 1);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _site.Dispose();
    }

    /// <summary>To this site's meters alone: other tests run beside.</summary>
    private void Listen()
    {
        var factory = _site.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ConsultationMeters.Name && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Assert.True(tags.IsEmpty);
        lock (_measured)
        {
            var (times, sum) = _measured.GetValueOrDefault(instrument.Name);
            _measured[instrument.Name] = (times + 1, sum + value);
        }
    }
}
