using System.Diagnostics.Metrics;

namespace GutGuide.Web.Data;

/// <summary>
/// Counts for whoever runs the site, by the names and units that OpenTelemetry expects. None carries a tag: no identity, no
/// question, no answer.
/// </summary>
public sealed class ConsultationMeters
{
    public const string Name = "GutGuide";

    private readonly Counter<long> _started;
    private readonly Counter<long> _finished;
    private readonly Counter<long> _saved;
    private readonly Counter<long> _forgotten;
    private readonly Counter<long> _expired;
    private readonly Histogram<double> _saving;

    public ConsultationMeters(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _started = meter.CreateCounter<long>("gutguide.consultations.started", "{consultation}", "Consultations begun.");
        _finished = meter.CreateCounter<long>("gutguide.consultations.finished", "{consultation}", "Consultations brought to their result.");
        _forgotten = meter.CreateCounter<long>("gutguide.consultations.forgotten", "{consultation}", "Consultations deleted by the person.");
        _expired = meter.CreateCounter<long>("gutguide.consultations.expired", "{consultation}", "Consultations deleted after their time.");
        _saved = meter.CreateCounter<long>("gutguide.pages.saved", "{page}", "Pages of answers saved.");
        _saving = meter.CreateHistogram<double>("gutguide.save.duration", "s", "From the wish to save until the disk has it.");
    }

    public void Started() => _started.Add(1);

    public void Finished() => _finished.Add(1);

    public void Forgotten() => _forgotten.Add(1);

    public void Expired(int count) => _expired.Add(count);

    public void Saved(TimeSpan took)
    {
        _saved.Add(1);
        _saving.Record(took.TotalSeconds);
    }
}
