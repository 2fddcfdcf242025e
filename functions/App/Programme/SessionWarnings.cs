using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Programme;

/// <summary>What looks like a mistake in a file or an edit, and is taken over all the same.</summary>
static class SessionWarnings
{
    /// <summary>What looks like a mistake in what a file changes.</summary>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<ProgrammeChange> all, IReadOnlyList<StoredSession> stored, DateTimeOffset now)
    {
        List<ProgrammeChange> changes = [.. all.Where(change => change.Fields.Count > 0)];
        var before = stored.ToDictionary(row => row.Session.Id, row => row.Session);
        return
        [
            .. changes.SelectMany(change => OfMove(change.Before?.Session, change.After.Session, now)),
            .. Of(changes.Select(change => change.After.Session), Later(before, changes.Select(change => change.After)), now),
        ];
    }

    /// <summary>Of what changed: what was there before was told then.</summary>
    public static IEnumerable<string> Of(
        IEnumerable<Session> changed, IReadOnlyCollection<Session> programme, DateTimeOffset now)
    {
        foreach (var session in changed.Where(session => !session.IsCancelled))
        {
            if (session.Start < now) yield return $"{Named(session)} liegt in der Vergangenheit.";
            var day = Berlin.Date(session.Start);
            if (Holidays.IsHoliday(day)) yield return $"{Named(session)} ist an einem Feiertag.";
            else if (!Holidays.IsWorkingDay(day)) yield return $"{Named(session)} ist an einem Wochenende.";
            foreach (var other in programme.Where(other => other.Id != session.Id && !other.IsCancelled
                && other.Start < session.End && session.Start < other.End))
                yield return $"{Named(session)} ist zur selben Zeit wie „{other.Title}“.";
        }
    }

    /// <summary>Of a session on another day: that it was over, or that registration still ends as for the day before.</summary>
    public static IEnumerable<string> OfMove(Session? before, Session after, DateTimeOffset now)
    {
        if (before is { IsCancelled: false } && before.IsPastAt(now) && before.Start != after.Start)
            yield return $"{Named(before)} hat schon stattgefunden und wird auf {Berlin.Day(after.Start)} verlegt.";
        if (before is not null && !after.IsCancelled && Berlin.Date(before.Start) < Berlin.Date(after.Start)
            && after.RegistrationCloses == before.RegistrationCloses)
            yield return $"{Named(after)} ist verschoben, aber die Anmeldung endet wie bisher: {Berlin.Until(after.RegistrationCloses)}.";
    }

    public static string Named(Session session) =>
        $"„{session.Title}“ am {Berlin.Day(session.Start)}, {Berlin.Hours(session.Start, session.End)}";

    static List<Session> Later(Dictionary<SessionId, Session> before, IEnumerable<StoredSession> changes)
    {
        var programme = new Dictionary<SessionId, Session>(before);
        foreach (var change in changes) programme[change.Session.Id] = change.Session;
        return [.. programme.Values];
    }
}
