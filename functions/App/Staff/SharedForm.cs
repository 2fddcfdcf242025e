namespace ThaffFunctions.Staff;

/// <summary>
/// A form that two may have open at once, field by field: of what somebody else stored since it was opened, the second keeps all that they
/// did not change themselves.
/// </summary>
/// <typeparam name="T">What the form is filled with, and what it reads.</typeparam>
/// <param name="fields">In the order of the page.</param>
sealed class SharedForm<T>(IReadOnlyList<SharedField<T>> fields)
{
    /// <summary>Tells of every field whether it still says what a form was filled with.</summary>
    public string VersionOf(T value) => string.Join('.', fields.Select(field => FormVersion.Of(field.Text(value))));

    /// <param name="shown">The version with which the form was filled.</param>
    /// <param name="stored">What is stored now.</param>
    /// <param name="typed">What the form says.</param>
    /// <returns>What the form is to say, and what somebody else changed to something else than was typed.</returns>
    public (T Typed, IReadOnlyList<(string Label, string Stored)> Changed) Merge(string shown, T stored, T typed)
    {
        var (before, now, mine) = (shown.Split('.'), VersionOf(stored).Split('.'), VersionOf(typed).Split('.'));
        var merged = typed;
        List<(string, string)> changed = [];
        foreach (var (at, field) in fields.Index())
        {
            var isMine = mine[at] != before.ElementAtOrDefault(at);
            if (!isMine) merged = field.Take(merged, stored);
            if (now[at] == before.ElementAtOrDefault(at) || now[at] == mine[at]) continue;

            var text = (field.Shown ?? field.Text)(stored);
            changed.Add((field.Label + (isMine ? " (auch von Ihnen geändert)" : ""), text.Length > 0 ? text : "–"));
        }

        return (merged, changed);
    }
}
