using ThaffFunctions.Documentation.Notes;

namespace ThaffFunctions.Documentation.Materials;

/// <summary>Looks at the material of a folder. A file that cannot be published does not stop the others.</summary>
public sealed class MaterialReader(NotesStore notes)
{
    /// <summary>Their names are stored in one column, which holds 32,768 characters.</summary>
    internal const int MaxFiles = 20;

    /// <returns>What can be published, and what is wrong with the rest.</returns>
    internal async Task<(IReadOnlyList<PreparedMaterial> Materials, IReadOnlyList<string> Hints)> ReadAsync(
        NotesFolder folder, CancellationToken cancellation)
    {
        List<PreparedMaterial> materials = [];
        List<string> hints = [];
        foreach (var file in folder.Material.OrderBy(file => file.Name, StringComparer.OrdinalIgnoreCase))
        {
            await using var content = await notes.OpenAsync(folder.Name, file, cancellation);
            if (content is null) continue; // the folder has changed, and is looked at again

            var name = file.Name[NotesFolder.MaterialPrefix.Length..];
            if (MaterialCheck.ProblemOf(name, content) is { } problem)
                hints.Add(NotPublished(file, problem));
            else if (materials.Any(other => string.Equals(other.Material.Name, name, StringComparison.OrdinalIgnoreCase)))
                hints.Add(NotPublished(file, "Eine andere Datei heißt ebenso."));
            else if (materials.Count == MaxFiles)
                hints.Add(NotPublished(file, $"Es sind schon {MaxFiles} andere da."));
            else
                materials.Add(new(new(name, file.Bytes), stop => notes.OpenAsync(folder.Name, file, stop)));
        }

        hints.AddRange(Elsewhere(folder).Select(file => NotPublished(file, "Material zum Herunterladen liegt im Ordner „material“.")));
        return (materials, hints);
    }

    /// <summary>Files that would be material in its folder.</summary>
    static IEnumerable<NotesFile> Elsewhere(NotesFolder folder) => folder.Files.Except(folder.Material).Except(folder.Notes)
        .Where(file => MaterialKind.Of(file.Name) is not null && !file.IsLock);

    static string NotPublished(NotesFile file, string why) => $"„{file.Name}“ wird nicht veröffentlicht. {why}";
}
