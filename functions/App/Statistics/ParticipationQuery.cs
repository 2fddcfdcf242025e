using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Statistics;

/// <summary>
/// Read access for other slices: how many were registered. A session is counted once, after its end, and the count is stored: neither
/// erasing persons nor a new edition of the documentation changes it.
/// </summary>
public sealed class ParticipationQuery(ProgrammeQuery programme, HeadcountStore headcounts, ClosedYearStore closed, TimeProvider clock)
{
    /// <summary>Null if the session is not over, nothing may be published, or the count cannot be read.</summary>
    public async Task<Participation?> FindAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            return IsOver(session) ? ParticipationRules.Of(await headcounts.KeepAsync(session, cancellation)) : null;
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    /// <summary>The year's past sessions; null if nothing may be published.</summary>
    public async Task<YearParticipation?> OfYearAsync(int year, CancellationToken cancellation)
    {
        try
        {
            if (await closed.FindAsync(year, cancellation) is { } published) return published;
        }
        catch (UnreadableException)
        {
            return null; // it was published: another count beside it would tell the difference
        }

        List<Headcount> counts = [];
        var sessions = (await programme.AllAsync(cancellation)).Where(session => session.Id.Year == year && !session.IsCancelled).ToList();
        await IndependentItems.ForEachAsync(
            sessions.Where(IsOver), async session => counts.Add(await headcounts.KeepAsync(session, cancellation)), cancellation);

        var isClosed = Berlin.Date(clock.GetUtcNow()).Year > year && counts.Count == sessions.Count;
        var told = ParticipationRules.Of(counts, isClosed);
        return told is not null && isClosed ? await closed.KeepAsync(year, told, cancellation) : told;
    }

    bool IsOver(Session session) => !session.IsCancelled && session.IsPastAt(clock.GetUtcNow());
}
