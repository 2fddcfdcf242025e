using ThaffFunctions.Programme;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Statistics;

/// <summary>
/// For other slices: how many took part. The count of a session is taken once, after its end, and stays: neither erasing persons nor a new
/// edition of the documentation changes it.
/// </summary>
public sealed class ParticipationQuery(ProgrammeQuery programme, HeadcountStore headcounts, TimeProvider clock)
{
    /// <summary>Null while the session is not over, and where nobody registered.</summary>
    public async Task<Participation?> FindAsync(Session session, CancellationToken cancellation) =>
        IsOver(session) ? ParticipationRules.Of(await headcounts.KeepAsync(session, cancellation)) : null;

    /// <summary>The sessions of a year that are over; null if there is nothing to tell.</summary>
    public async Task<YearParticipation?> OfYearAsync(int year, CancellationToken cancellation)
    {
        List<Headcount> counts = [];
        foreach (var session in await programme.AllAsync(cancellation))
        {
            if (session.Id.Year == year && IsOver(session)) counts.Add(await headcounts.KeepAsync(session, cancellation));
        }

        return ParticipationRules.Of(counts);
    }

    bool IsOver(Session session) => !session.IsCancelled && session.IsPastAt(clock.GetUtcNow());
}
