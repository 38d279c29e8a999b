using GutGuide.Core.Rules;
using GutGuide.Web.Content;
using GutGuide.Web.Content.Loading;
using GutGuide.Web.Content.Records;
using GutGuide.Web.Features.Editing.Comparing;

namespace GutGuide.Web.Features.Editing.Desk;

/// <summary>What editors work on: the content folder as it is on disk now, beside what is published.</summary>
internal sealed class EditorDesk(ContentLoader loader, LiveContent live, RulesetStudies studies, TimeProvider clock)
{
    private readonly Lock _oneAtATime = new();
    private (string Print, LoadedContent Loaded, Ruleset Ruleset)? _folder;
    private (LoadedContent Loaded, LoadedContent Judged)? _judged;
    private (Ruleset Before, Ruleset After, EditEffect Effect)? _effect;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public SiteContent Published => live.Current;

    /// <summary>What was published when the site started.</summary>
    public SiteContent AtStart { get; } = live.Current;

    /// <summary>The folder, read again when a file in it has changed, with every fault that keeps it from being published.</summary>
    public LoadedContent Folder()
    {
        var loaded = Read().Loaded;
        lock (_oneAtATime)
        {
            if (_judged is not { } judged || judged.Loaded != loaded)
            {
                _judged = judged = (loaded, Judge(loaded));
            }

            return judged.Judged;
        }
    }

    /// <summary>The rules on disk where they have no error, else those that are published.</summary>
    public RulesetStudy Study() => studies.Of(Read().Ruleset);

    /// <summary>The folder beside what was signed off.</summary>
    public RecordComparison Record() => RecordComparison.Of(loader.Directory);

    /// <summary>What publishing the folder would change. Null while it has errors other than broken promises, which the effect tells of.</summary>
    /// <param name="sinceStart">Compared with what was published when the site started, instead of with what is published now.</param>
    public EditEffect? Effect(bool sinceStart)
    {
        var (_, loaded, edited) = Read();
        if (loaded.Problems.ErrorCount > 0)
        {
            return null;
        }

        lock (_oneAtATime)
        {
            var (before, after) = (sinceStart ? AtStart.Ruleset : live.Current.Ruleset, edited);
            if (_effect is not { } known || known.Before != before || known.After != after)
            {
                var proof = EditEffect.IsSame(before, after) ? null : studies.ReportOf(before);
                _effect = (before, after, EditEffect.Of(before, proof, after, studies.ReportOf(after)));
            }

            return _effect.Value.Effect;
        }
    }

    /// <summary>Broken promises are errors like all others: rules that break one are not published.</summary>
    private LoadedContent Judge(LoadedContent loaded)
    {
        if (loaded.Problems.ErrorCount > 0)
        {
            return loaded;
        }

        var all = new ContentProblems();
        all.AddRange(loaded.Problems.All);
        all.AddRange(loaded.Content.FaultsOf(studies.ReportOf(loaded.Content.Ruleset)));
        return loaded with { Problems = all };
    }

    private (string Print, LoadedContent Loaded, Ruleset Ruleset) Read()
    {
        lock (_oneAtATime)
        {
            var print = PrintOf(loader.Directory) + Today;
            if (_folder is not { } folder || folder.Print != print)
            {
                var loaded = loader.Load();
                var published = live.Current.Ruleset;
                var isPublished = loaded.Problems.ErrorCount > 0 || EditEffect.IsSame(loaded.Content.Ruleset, published);
                _folder = folder = (print, loaded, isPublished ? published : loaded.Content.Ruleset);
            }

            return folder;
        }
    }

    /// <summary>Another whenever a file came, went or was saved.</summary>
    private static string PrintOf(string directory)
    {
        var print = new HashCode();
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            print.Add(file.FullName);
            print.Add(file.Length);
            print.Add(file.LastWriteTimeUtc);
        }

        return $"{print.ToHashCode()} ";
    }
}
