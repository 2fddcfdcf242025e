using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Statistics;

/// <summary>
/// Read access for other slices: how many took part. A session is counted once, after its end, and the count is stored: neither erasing
/// persons nor a new edition of the documentation changes it.
/// </summary>
public sealed class ParticipationQuery(ProgrammeQuery programme, HeadcountStore headcounts, TimeProvider clock)
{
    /// <summary>Null if the session is not over, nobody registered, or the count cannot be read.</summary>
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

    /// <summary>The sum of a year's past sessions; null if nothing may be published.</summary>
    public async Task<YearParticipation?> OfYearAsync(int year, CancellationToken cancellation)
    {
        List<Headcount> counts = [];
        var over = (await programme.AllAsync(cancellation)).Where(session => session.Id.Year == year && IsOver(session));
        await OneByOne.ForEachAsync(over, async session => counts.Add(await headcounts.KeepAsync(session, cancellation)), cancellation);

        return ParticipationRules.Of(counts);
    }

    bool IsOver(Session session) => !session.IsCancelled && session.IsPastAt(clock.GetUtcNow());
}
