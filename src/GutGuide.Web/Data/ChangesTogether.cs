using System.Runtime.InteropServices;

namespace GutGuide.Web.Data;

/// <summary>What a person said, as a function of what is stored; and what became of it.</summary>
/// <param name="Known">
/// What was known of it when the change was made. One that was begun anew since stays as it is: the change answers other questions.
/// </param>
/// <param name="IsCompleted">Null leaves it as it is.</param>
internal sealed record ConsultationChange(Consultation Known, Func<ConsultationContent, ConsultationContent> Content, bool? IsCompleted)
{
    private readonly TaskCompletionSource<Consultation?> _saved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The consultation as saved; null when it is gone.</summary>
    public Task<Consultation?> Saved => _saved.Task;

    /// <summary>What is said and whether it is completed after all of them, in their order.</summary>
    public static Consultation Apply(Consultation before, IReadOnlyList<ConsultationChange> changes)
    {
        var fitting = changes.Where(change => before.IsOf(change.Known)).ToArray();
        return before with
        {
            Content = fitting.Aggregate(before.Content, (content, change) => change.Content(content)),
            IsCompleted = fitting.Aggregate(before.IsCompleted, (isCompleted, change) => change.IsCompleted ?? isCompleted),
        };
    }

    public void Succeed(Consultation? saved) => _saved.TrySetResult(saved);

    public void Fail(Exception fault) => _saved.TrySetException(fault);
}

/// <summary>
/// Changes of one consultation that come while it is being saved wait for that, and are then saved in one go. So many at once
/// all come through, and cost hardly more than one.
/// </summary>
internal sealed class ChangesTogether
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, List<ConsultationChange>> _waiting = [];

    /// <param name="save">Saves changes in their order, on top of what is known, which may be out of date; null when the consultation is gone.</param>
    public Task<Consultation?> SaveAsync(Consultation known, ConsultationChange change, Func<Consultation, IReadOnlyList<ConsultationChange>, Task<Consultation?>> save)
    {
        lock (_lock)
        {
            ref var waiting = ref CollectionsMarshal.GetValueRefOrAddDefault(_waiting, known.Id, out var isBeingSaved);
            (waiting ??= []).Add(change);
            if (isBeingSaved)
            {
                return change.Saved;
            }
        }

        _ = SaveAllAsync(known, save);
        return change.Saved;
    }

    private async Task SaveAllAsync(Consultation known, Func<Consultation, IReadOnlyList<ConsultationChange>, Task<Consultation?>> save)
    {
        while (TakeAll(known.Id) is { } changes)
        {
            try
            {
                var saved = await save(known, changes);
                known = saved ?? known;
                changes.ForEach(change => change.Succeed(saved));
            }
            catch (Exception fault)
            {
                changes.ForEach(change => change.Fail(fault));
            }
        }
    }

    private List<ConsultationChange>? TakeAll(Guid id)
    {
        lock (_lock)
        {
            var changes = _waiting[id];
            if (changes.Count == 0)
            {
                _waiting.Remove(id);
                return null;
            }

            _waiting[id] = [];
            return changes;
        }
    }
}
