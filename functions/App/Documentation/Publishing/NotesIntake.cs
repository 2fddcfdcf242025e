using ThaffFunctions.Documentation.Notes;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>Finds the only notes file of a folder and reads it.</summary>
public sealed class NotesIntake(NotesReader reader, NotesOutcomes outcomes)
{
    /// <returns>What was read; or, if nothing can be made of it, what becomes of the document.</returns>
    internal async Task<(NotesReadResult.Done? Read, Outcome? Instead)> ReadAsync(NotesDocument document, CancellationToken cancellation)
    {
        var folder = document.Folder;
        if (folder.Notes.Count == 0)
        {
            var expected = $"{document.Expected} als {reader.NamesOf(NotesFolder.NotesName)} erwartet.";
            return (null, await outcomes.RefusedAsync(folder, Remarks(folder.Misnamed, expected), isWithdrawn: true, cancellation));
        }

        if (folder.Notes is not [var file])
            return (null, await outcomes.RefusedAsync(
                folder, Remarks(folder.Notes, SeveralOf(document)), folder.Notes.All(several => several.IsDraft == true), cancellation));
        if (document.Obstacle is { } obstacle)
            return (null, await outcomes.RefusedAsync(folder, Remarks([file], obstacle), file.IsDraft == true, cancellation));

        return await reader.ReadAsync(folder, file, document.Title, cancellation) switch
        {
            NotesReadResult.Refused refused =>
                (null, await outcomes.RefusedAsync(folder, refused.Remarks, refused.IsDraft, cancellation)),
            NotesReadResult.Done read => (read, null),
            _ => (null, new Outcome.Overtaken()),
        };
    }

    static IEnumerable<FileRemark> Remarks(IEnumerable<NotesFile> files, string problem) =>
        files.Select(file => new FileRemark(file, problem));

    static string SeveralOf(NotesDocument document)
    {
        var names = string.Join(", ", document.Folder.Notes.Select(notes => $"„{notes.Name}“"));
        return $"Im Ordner liegen mehrere {document.Several.Found}: {names}. Erwartet wird {document.Several.Expected}.";
    }
}
