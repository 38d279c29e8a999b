using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace GutGuide.Web.Tests.Privacy;

/// <summary>Hears everything a running site says to its operator: logs of every level, measurements, traces.</summary>
public sealed class Observer : ILogEventSink, IDisposable
{
    private readonly List<string> _heard = [];
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _traces;

    public Observer()
    {
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>(Measured);
        _meters.SetMeasurementEventCallback<int>(Measured);
        _meters.SetMeasurementEventCallback<double>(Measured);
        _meters.Start();
        _traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Hear($"trace {activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(happened => happened.Tags))}"),
        };
        ActivitySource.AddActivityListener(_traces);
    }

    public IReadOnlyList<string> Heard
    {
        get
        {
            lock (_heard)
            {
                return [.. _heard];
            }
        }
    }

    public void Emit(LogEvent logEvent) =>
        Hear($"log {logEvent.RenderMessage(CultureInfo.InvariantCulture)} {string.Join(' ', logEvent.Properties)} {logEvent.Exception}");

    public void Dispose()
    {
        _meters.Dispose();
        _traces.Dispose();
    }

    private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        Hear($"meter {instrument.Name} {string.Join(' ', tags.ToArray())}");

    private void Hear(string line)
    {
        lock (_heard)
        {
            _heard.Add(line);
        }
    }
}
