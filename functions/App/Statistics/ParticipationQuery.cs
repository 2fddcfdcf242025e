using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Statistics;

/// <summary>
/// For other slices: how many took part. The count of a session is taken once, after its end, and stays: neither erasing persons nor a new
/// edition of the documentation changes it.
/// </summary>
public sealed class ParticipationQuery(ProgrammeQuery programme, HeadcountStore headcounts, TimeProvider clock)
{
    /// <summary>Null while the session is not over, and where nobody registered or the count cannot be read.</summary>
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

    /// <summary>The sessions of a year that are over; null if there is nothing to tell.</summary>
    public async Task<YearParticipation?> OfYearAsync(int year, CancellationToken cancellation)
    {
        List<Headcount> counts = [];
        var over = (await programme.AllAsync(cancellation)).Where(session => session.Id.Year == year && IsOver(session));
        await OneByOne.ForEachAsync(over, async session => counts.Add(await headcounts.KeepAsync(session, cancellation)), cancellation);

        return ParticipationRules.Of(counts);
    }

    bool IsOver(Session session) => !session.IsCancelled && session.IsPastAt(clock.GetUtcNow());
}
