namespace ThaffFunctions.Programme.Import;

/// <summary>
/// Edits of staff and files of the programme, merged field by field with what the file last said: an edit holds until the file says
/// something new of that field. A session that is missing from the file stays: <see cref="ProgrammeImport.NotInFile"/>.
/// </summary>
static class ProgrammeMerge
{
    /// <param name="stored">The session as stored, perhaps edited.</param>
    /// <param name="read">The session as a file has it.</param>
    /// <returns>What holds, what the file says where that is something else, and the cases to be reported.</returns>
    public static (Session Session, IReadOnlyDictionary<SessionField, string> FileSays, IReadOnlyList<EditCase> Cases) Merge(
        StoredSession? stored, Session read)
    {
        if (stored is null || stored.FileSays.Count == 0) return (read, StoredSession.AsFile, []);

        var (now, file) = (SessionText.Of(stored.Session), SessionText.Of(read));
        var merged = file.ToDictionary(field => field.Key, field => IsKept(field.Key) ? now[field.Key] : field.Value);
        // of a date from here and a time from there there may be no session: then the file holds
        var session = SessionText.Read(merged, []) ?? read;
        var held = SessionText.Of(session);
        return (session, FileSays(file, held),
            [.. stored.FileSays.Keys.Where(field => file[field] != now[field]).Select(field =>
                new EditCase(read.Id, field, now[field], file[field], IsKept: held[field] == now[field]))]);

        bool IsKept(SessionField field) => stored.FileSays.TryGetValue(field, out var before) && file[field] == before;
    }

    /// <summary>
    /// Whether a session that staff deleted stays deleted: so it does until a file says something new of it. What staff had made themselves
    /// is new in any file.
    /// </summary>
    public static bool StaysDeleted(StoredSession stored, Session read)
    {
        if (!stored.IsDeleted || !stored.IsOfFile) return false;

        var said = SessionText.Of(stored.Session);
        return SessionText.Of(read).All(field => field.Value == stored.FileSays.GetValueOrDefault(field.Key, said[field.Key]));
    }

    /// <summary>What the file says, kept for the fields that an edit makes something else.</summary>
    public static IReadOnlyDictionary<SessionField, string> AfterEdit(StoredSession stored, Session edited)
    {
        var now = SessionText.Of(stored.Session);
        return stored.IsOfFile
            ? FileSays(now.ToDictionary(field => field.Key, field => stored.FileSays.GetValueOrDefault(field.Key, field.Value)),
                SessionText.Of(edited))
            : StoredSession.AsFile;
    }

    static Dictionary<SessionField, string> FileSays(
        IReadOnlyDictionary<SessionField, string> file, IReadOnlyDictionary<SessionField, string> held) =>
        file.Where(field => field.Value != held[field.Key]).ToDictionary();
}
