namespace ThaffFunctions.Programme.Import;

/// <summary>What a file changes of one session.</summary>
/// <param name="Before">As it is stored; null if it is new.</param>
/// <param name="After">As it will be stored.</param>
/// <param name="Cases">Edits of staff of which the file says something else.</param>
sealed record ProgrammeChange(StoredSession? Before, StoredSession After, IReadOnlyList<EditCase> Cases)
{
    public bool IsWritten => Before is null || Before.Session != After.Session || !SaysTheSame(Before.FileSays, After.FileSays);

    /// <summary>The fields that change, as they are and as they will be.</summary>
    public IReadOnlyList<(SessionField Field, string Before, string After)> Fields { get; } =
        Between(Before is null ? null : SessionText.Of(Before.Session), SessionText.Of(After.Session));

    static IReadOnlyList<(SessionField, string, string)> Between(
        IReadOnlyDictionary<SessionField, string>? before, IReadOnlyDictionary<SessionField, string> after) =>
        [.. SessionText.Fields.Where(name => before is null ? after[name].Length > 0 : before[name] != after[name])
            .Select(name => (name, before?[name] ?? "", after[name]))];

    static bool SaysTheSame(IReadOnlyDictionary<SessionField, string> one, IReadOnlyDictionary<SessionField, string> other) =>
        one.Count == other.Count && one.All(field => other.TryGetValue(field.Key, out var text) && text == field.Value);
}
