using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Programme.Import;

/// <summary>What staff are told after a file was taken over: what became of each session in it, and what looks like a mistake.</summary>
static class ImportNotice
{
    /// <param name="name">The file.</param>
    /// <param name="version">Its ETag: each version of a file is told once.</param>
    /// <param name="read">The sessions in it.</param>
    /// <param name="stored">The programme before.</param>
    /// <param name="all">What became of each session of the file that no newer file has spoken of.</param>
    /// <param name="now">This moment.</param>
    public static StaffNotice Of(string name, string version, IReadOnlyList<Session> read, IReadOnlyList<StoredSession> stored,
        IReadOnlyList<ProgrammeChange> all, DateTimeOffset now)
    {
        List<StoredSession> changes = [.. all.Where(change => change.Fields.Count > 0).Select(change => change.After)];
        var before = stored.ToDictionary(row => row.Session.Id, row => row.Session);
        List<string> told = [.. changes.Select(change => Change(before.GetValueOrDefault(change.Session.Id), change.Session))];
        var unchanged = read.Count - changes.Count;
        if (unchanged > 0) told.Add($"Unverändert: {Counted(unchanged)}");
        told.AddRange(ProgrammeImport.NotInFile(name, read, stored).Select(session => $"Nicht mehr in der Datei, bleibt bestehen: {Named(session)}. Absagen lässt sich ein Termin mit „abgesagt“."));
        var warnings = WarningsOf(all, stored, now);
        return new($"programme|{name}|{version}", $"Programm übernommen: {name}",
            [
                changes.Count == 0 ? $"Die Datei „{name}“ ist übernommen; neu oder geändert ist darin nichts."
                    : $"Die Datei „{name}“ ist übernommen: {Counted(changes.Count)} neu oder geändert.",
                warnings.Count == 0 ? "Auffällig ist nichts." : "Bitte prüfen Sie, was mit „Achtung“ beginnt; übernommen ist es trotzdem.",
            ],
            [
                .. warnings.Select(warning => $"Achtung: {warning}"),
                .. all.SelectMany(change => change.Cases).Select(found => $"Bearbeitet in der Redaktion: {found}"),
                .. told,
            ]);
    }

    /// <summary>What looks like a mistake in what a file changes.</summary>
    internal static IReadOnlyList<string> WarningsOf(
        IReadOnlyList<ProgrammeChange> all, IReadOnlyList<StoredSession> stored, DateTimeOffset now)
    {
        List<ProgrammeChange> changes = [.. all.Where(change => change.Fields.Count > 0)];
        var before = stored.ToDictionary(row => row.Session.Id, row => row.Session);
        return
        [
            .. changes.SelectMany(change => Moved(change.Before?.Session, change.After.Session, now)),
            .. Warnings(changes.Select(change => change.After.Session), Later(before, changes.Select(change => change.After)), now),
        ];
    }

    /// <summary>Of a session on another day: that it was over, or that registration still ends as for the day before.</summary>
    internal static IEnumerable<string> Moved(Session? before, Session after, DateTimeOffset now)
    {
        if (before is { IsCancelled: false } && before.IsPastAt(now) && before.Start != after.Start)
            yield return $"{Named(before)} hat schon stattgefunden und wird auf {Berlin.Day(after.Start)} verlegt.";
        if (before is not null && !after.IsCancelled && Berlin.Date(before.Start) < Berlin.Date(after.Start)
            && after.RegistrationCloses == before.RegistrationCloses)
            yield return $"{Named(after)} ist verschoben, aber die Anmeldung endet wie bisher: {Berlin.Until(after.RegistrationCloses)}.";
    }

    static string Change(Session? before, Session after) =>
        before is null ? $"Neu: {Named(after)}"
        : after.IsCancelled && !before.IsCancelled ? $"Abgesagt: {Named(after)}"
        : before.IsCancelled && !after.IsCancelled ? $"Findet doch statt: {Named(after)}"
        : before.Start != after.Start ? $"Verschoben: {Named(after)}; bisher {Berlin.Day(before.Start)}, {Berlin.Hours(before.Start, before.End)}"
        : $"Geändert: {Named(after)}";

    /// <summary>Of what changed: what was there before was told then.</summary>
    internal static IEnumerable<string> Warnings(IEnumerable<Session> changed, IReadOnlyCollection<Session> programme, DateTimeOffset now)
    {
        foreach (var session in changed.Where(session => !session.IsCancelled))
        {
            if (session.Start < now) yield return $"{Named(session)} liegt in der Vergangenheit.";
            if (Berlin.Local(session.Start).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                yield return $"{Named(session)} ist an einem Wochenende.";
            foreach (var other in programme.Where(other => other.Id != session.Id && !other.IsCancelled
                && other.Start < session.End && session.Start < other.End))
                yield return $"{Named(session)} ist zur selben Zeit wie „{other.Title}“.";
        }
    }

    static List<Session> Later(Dictionary<SessionId, Session> before, IEnumerable<StoredSession> changes)
    {
        var programme = new Dictionary<SessionId, Session>(before);
        foreach (var change in changes) programme[change.Session.Id] = change.Session;
        return [.. programme.Values];
    }

    static string Named(Session session) => $"„{session.Title}“ am {Berlin.Day(session.Start)}, {Berlin.Hours(session.Start, session.End)}";

    static string Counted(int sessions) => sessions == 1 ? "1 Termin" : $"{sessions} Termine";
}
