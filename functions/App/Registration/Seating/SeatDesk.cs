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
public sealed class SeatDesk(SeatGates gates, SeatAllotment allotment, RowKeyHash hash, ProductMetrics metrics)
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
        var line = lines.GetOrAdd(session, id => new(gates.Of(id), []));
        var turns = applicants.Select(applicant => new Turn(applicant)).ToList();
        foreach (var turn in turns) line.Turns.Enqueue(turn);
        foreach (var turn in turns) await ServeUntilAsync(session, line, turn);
        var outcomes = await Task.WhenAll(turns.Select(turn => turn.Outcome.Task));
        var outcome = outcomes.FirstOrDefault(outcome => outcome is not SeatOutcome.Received) ?? outcomes[0];
        if (outcome is SeatOutcome.UnknownSession) Forget(session);
        foreach (var _ in applicants) metrics.CountRegistration(outcome.GetType().Name);
        return outcome;
    }

    /// <summary>Anybody can make up ids of sessions; none of them is remembered.</summary>
    void Forget(SessionId unknown)
    {
        lines.TryRemove(unknown, out _);
        gates.Forget(unknown);
    }

    /// <summary>Whoever finds the desk free serves the head of the line, until its own turn is over.</summary>
    async Task ServeUntilAsync(SessionId session, Line line, Turn own)
    {
        while (!own.Outcome.Task.IsCompleted)
            await line.Gate.RunAsync(
                async () =>
                {
                    if (!own.Outcome.Task.IsCompleted) await ServeAsync(session, NextGroup(line.Turns));
                    return true;
                },
                CancellationToken.None);
    }

    /// <summary>
    /// The head of the line, up to the first who shares an address with another: a row may stand in a transaction only once.
    /// </summary>
    static List<Turn> NextGroup(ConcurrentQueue<Turn> line)
    {
        var group = new List<Turn>();
        var addresses = new HashSet<string>();
        while (group.Count < SeatAllotment.MaxOfOneGroup && line.TryPeek(out var next) && addresses.Add(next.Applicant.Email.Canonical)
            && line.TryDequeue(out next))
            group.Add(next);
        return group;
    }

    async Task ServeAsync(SessionId session, List<Turn> group)
    {
        try
        {
            while (group.Count > 0)
                await OptimisticConcurrency.RetryAsync(() => allotment.TryServeAsync(session, group), CancellationToken.None);
        }
        catch (Exception failure)
        {
            foreach (var turn in group) turn.Outcome.TrySetException(failure);
        }
    }

    /// <summary>A line has one gate for good, so that no two at once take turns from it.</summary>
    sealed record Line(SeatGate Gate, ConcurrentQueue<Turn> Turns);
}
