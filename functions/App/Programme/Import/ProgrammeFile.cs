using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Programme.Import;

/// <summary>A programme file, read and checked as a whole: either every session of it, or everything that is wrong with it.</summary>
sealed record ProgrammeFile(IReadOnlyList<Session> Sessions, IReadOnlyList<FileProblem> Problems)
{
    /// <summary>A year's programme has a few dozen KiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    public static readonly ProgrammeFile TooLarge = Unusable(new(null, null, "Die Datei ist größer als 1 MB; so groß ist kein Programm."));

    /// <summary>Eighty years of months; checking what is no programme at all must not take long.</summary>
    const int MaxSessions = 1_000;

    const int MaxProblems = 100;

    public static ProgrammeFile Read(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes) return TooLarge;

        var extension = Path.GetExtension(name).ToUpperInvariant();
        if (extension is not (".YAML" or ".YML" or ".CSV"))
            return Unusable(new(null, null, "Ein Programm ist eine Datei mit der Endung .yaml, .yml oder .csv."));

        var (text, problem) = FileEncoding.Read(bytes, mayBeWindows1252: extension == ".CSV", expected: "YAML oder CSV");
        if (problem is not null) return Unusable(problem);
        return string.IsNullOrWhiteSpace(text) ? Unusable(new(null, null, "Die Datei ist leer.")) : Read(text, extension == ".CSV");
    }

    static ProgrammeFile Read(string text, bool isCsv)
    {
        var problems = new List<FileProblem>();
        var entries = isCsv ? CsvEntries.Read(text, problems) : YamlEntries.Read(text, problems);
        if (entries.Count == 0 && problems.Count == 0) return Unusable(new(null, null, "Die Datei enthält keinen Termin."));
        if (entries.Count > MaxSessions)
            return Unusable(new(null,
                null, $"Die Datei enthält mehr als {MaxSessions.ToString("N0", Berlin.German)} Termine; das ist kein Programm."));

        var sessions = new List<Session>();
        var lines = new Dictionary<SessionId, int>();
        foreach (var entry in entries)
        {
            if (SessionReader.Read(entry, problems) is not { } session) continue;
            if (lines.TryAdd(session.Id, entry.Line)) sessions.Add(session);
            else problems.Add(new(entry.Line,
                FieldNames.NameOf(SessionField.Id,
                    entry.IsGerman), $"Die Kennung „{session.Id}“ steht schon beim Termin in Zeile {lines[session.Id]}."));
        }

        return problems.Count == 0 ? new(sessions, []) : new([], Shortened(problems));
    }

    static ProgrammeFile Unusable(FileProblem problem) => new([], [problem]);

    static List<FileProblem> Shortened(List<FileProblem> problems)
    {
        var ordered = problems.OrderBy(problem => problem.Line ?? 0).ToList();
        return ordered.Count <= MaxProblems ? ordered
            : [.. ordered.Take(MaxProblems), new(null, null, $"… und {ordered.Count - MaxProblems} weitere.")];
    }
}
