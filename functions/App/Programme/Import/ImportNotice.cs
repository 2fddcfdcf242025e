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
    /// <param name="deleted">Those in it that staff deleted, and that stay so.</param>
    /// <param name="all">What became of each session of the file that no newer file has spoken of.</param>
    /// <param name="now">This moment.</param>
    public static StaffNotice Of(string name, string version, IReadOnlyList<Session> read, IReadOnlyList<StoredSession> stored,
        IReadOnlyList<Session> deleted, IReadOnlyList<ProgrammeChange> all, DateTimeOffset now)
    {
        List<StoredSession> changes = [.. all.Where(change => change.Fields.Count > 0).Select(change => change.After)];
        var before = stored.ToDictionary(row => row.Session.Id, row => row.Session);
        List<string> told = [.. changes.Select(change => Change(before.GetValueOrDefault(change.Session.Id), change.Session))];
        var unchanged = read.Count - deleted.Count - changes.Count;
        if (unchanged > 0) told.Add($"Unverändert: {Counted(unchanged)}");
        told.AddRange(deleted.Select(session => $"Bleibt gelöscht, steht aber noch in der Datei: {SessionWarnings.Named(session)}."));
        told.AddRange(ProgrammeImport.NotInFile(name, read, stored).Select(session => $"Nicht mehr in der Datei, bleibt bestehen: {SessionWarnings.Named(session)}. Absagen lässt sich ein Termin mit „abgesagt“."));
        var warnings = SessionWarnings.Of(all, stored, now);
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

    static string Change(Session? before, Session after) =>
        before is null ? $"Neu: {SessionWarnings.Named(after)}"
        : after.IsCancelled && !before.IsCancelled ? $"Abgesagt: {SessionWarnings.Named(after)}"
        : before.IsCancelled && !after.IsCancelled ? $"Findet doch statt: {SessionWarnings.Named(after)}"
        : before.Start != after.Start ? $"Verschoben: {SessionWarnings.Named(after)}; bisher {Berlin.Day(before.Start)}, {Berlin.Hours(before.Start, before.End)}"
        : $"Geändert: {SessionWarnings.Named(after)}";

    static string Counted(int sessions) => sessions == 1 ? "1 Termin" : $"{sessions} Termine";
}
