using System.Collections.Concurrent;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// Where applicants wait in line for a seat, one line a session. Those who wait in this process are served in groups: one entity-group
/// transaction replaces the seats row and adds everybody's rows, so that 500 registrations at once cost some thirty transactions. Between
/// instances the seats row's ETag is the optimistic lock: whoever comes second reads again.
/// </summary>
public sealed class SeatDesk(SeatLocks locks, SeatAllotment allotment, RowKeyHash hash, ProductMetrics metrics)
{
    readonly ConcurrentDictionary<SessionId, Line> lines = new();

    /// <summary>
    /// A seat or a place on the waiting list for each, whichever is next; with an address that is known, an application to be settled after
    /// the answer. Cut off half-way, some have theirs; whoever applies again finds them known.
    /// </summary>
    /// <param name="together">Who applies together for a session, in their order: each gets what is next. The first applies for all.</param>
    /// <returns>
    /// What became of the first: what the others found would tell whether an address before them was known. If registration closed in
    /// between, that.
    /// </returns>
    public async Task<SeatOutcome> TakeAsync(IReadOnlyList<Applicant> together)
    {
        var session = together[0].Session;
        var first = together[0].KeyBy(hash);
        IReadOnlyList<Applicant> applicants =
            [together[0], .. together.Skip(1).Select(colleague => colleague with { RegisteredBy = first })];
        var line = lines.GetOrAdd(session, id => new(locks.Of(id), []));
        var queued = applicants.Select(applicant => new QueuedApplicant(applicant)).ToList();
        foreach (var applicant in queued) line.Applicants.Enqueue(applicant);
        foreach (var applicant in queued) await ServeUntilAsync(session, line, applicant);
        var outcomes = await Task.WhenAll(queued.Select(applicant => applicant.Outcome.Task));
        var outcome = outcomes.FirstOrDefault(outcome => outcome is not SeatOutcome.Received) ?? outcomes[0];
        if (outcome is SeatOutcome.UnknownSession) Forget(session);
        foreach (var _ in applicants) metrics.CountRegistration(outcome.GetType().Name);
        return outcome;
    }

    /// <summary>Anybody can make up ids of sessions; none of them is remembered.</summary>
    void Forget(SessionId unknown)
    {
        lines.TryRemove(unknown, out _);
        locks.Forget(unknown);
    }

    /// <summary>Whoever finds the desk free serves the head of the line, until its own applicant is served.</summary>
    async Task ServeUntilAsync(SessionId session, Line line, QueuedApplicant own)
    {
        while (!own.Outcome.Task.IsCompleted)
            await line.Lock.RunAsync(
                async () =>
                {
                    if (!own.Outcome.Task.IsCompleted) await ServeAsync(session, NextGroup(line.Applicants));
                    return true;
                },
                CancellationToken.None);
    }

    /// <summary>
    /// The head of the line, up to the first who shares an address with another: a row may stand in a transaction only once.
    /// </summary>
    static List<QueuedApplicant> NextGroup(ConcurrentQueue<QueuedApplicant> line)
    {
        var group = new List<QueuedApplicant>();
        var addresses = new HashSet<string>();
        while (group.Count < SeatAllotment.MaxOfOneGroup && line.TryPeek(out var next) && addresses.Add(next.Applicant.Email.Canonical)
            && line.TryDequeue(out next))
            group.Add(next);
        return group;
    }

    async Task ServeAsync(SessionId session, List<QueuedApplicant> group)
    {
        try
        {
            while (group.Count > 0)
                await OptimisticConcurrency.RetryAsync(() => allotment.TryServeAsync(session, group), CancellationToken.None);
        }
        catch (Exception failure)
        {
            foreach (var applicant in group) applicant.Outcome.TrySetException(failure);
        }
    }

    /// <summary>A line keeps its lock, so that no two at once take applicants from it.</summary>
    sealed record Line(SeatLock Lock, ConcurrentQueue<QueuedApplicant> Applicants);
}
