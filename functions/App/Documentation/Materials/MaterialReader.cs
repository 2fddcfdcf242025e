using ThaffFunctions.Documentation.Notes;

namespace ThaffFunctions.Documentation.Materials;

/// <summary>Looks at the material of a folder. A file that cannot be published does not stop the others.</summary>
public sealed class MaterialReader(NotesStore notes)
{
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
                hints.Add($"„{file.Name}“ wird nicht veröffentlicht. {problem}");
            else
                materials.Add(new(new(name, file.Bytes), stop => notes.OpenAsync(folder.Name, file, stop)));
        }

        return (materials, hints);
    }
}
