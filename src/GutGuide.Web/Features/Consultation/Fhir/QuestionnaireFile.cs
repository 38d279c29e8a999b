using System.Text;
using GutGuide.Web.Publishing;
using GutGuide.Web.Scoring;
using GutGuide.Web.Security;
using GutGuide.Web.Settings;

namespace GutGuide.Web.Features.Consultation.Fhir;

/// <summary>The questionnaire as FHIR: worked out once for each ruleset, and then finished bytes.</summary>
public sealed class QuestionnaireFile(ScoringService scoring, SiteAddress site) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile Finished? _finished;

    public async Task<PublishedResource> CurrentAsync(CancellationToken cancellation)
    {
        var hash = scoring.CurrentHash;
        if (_finished is { } known && known.RulesetHash == hash)
        {
            return known.File;
        }

        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (_finished is not { } made || made.RulesetHash != hash)
            {
                var rules = await scoring.ForAsync(hash, cancellation);
                var bytes = Encoding.UTF8.GetBytes(FhirJson.Write(FhirQuestionnaire.From(rules.Ruleset.Questionnaire, site)));
                var content = new PublishedContent(Addresses.QuestionnaireFhir, $"{FhirJson.ContentType}; charset=utf-8", "public, no-cache", bytes, SecurityHeaders.Asset);
                _finished = made = new Finished(hash, PublishedResource.Of(content, CompressionEffort.Quick));
            }

            return made.File;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private sealed record Finished(string RulesetHash, PublishedResource File);
}
