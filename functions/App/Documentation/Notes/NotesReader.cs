using ThaffFunctions.NotesReading;
using ThaffFunctions.Operations.Failures;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>Reads a notes file of whatever format, with the pictures beside it.</summary>
public sealed class NotesReader(NotesStore store, PictureReader pictures, IReadOnlyList<INotesFormat> formats)
{
    /// <summary>What a file may be called, for people.</summary>
    /// <param name="name">Its name before the dot.</param>
    public string NamesOf(string name) => string.Join(" oder ", formats.Select(format => $"„{name}{format.Extension}“"));

    /// <param name="folder">The folder; pictures are looked for in it.</param>
    /// <param name="file">The notes among its files.</param>
    /// <param name="title">The title, unless the notes have one of their own.</param>
    public async Task<Reading> ReadAsync(NotesFolder folder, NotesFile file, string title, CancellationToken cancellation)
    {
        var extension = Path.GetExtension(file.Name).ToLowerInvariant();
        var remarks = new Remarks();
        if (formats.FirstOrDefault(format => format.Extension == extension) is not { } format)
            return Refused(file, remarks, $"Dateien mit der Endung „{extension}“ kann das System nicht lesen. Erwartet "
                + $"wird {NamesOf(Path.GetFileNameWithoutExtension(file.Name))}.");
        if (file.Bytes > format.MaxBytes)
            return Refused(file, remarks, $"Die Datei ist größer als {format.MaxBytes / 1024 / 1024} MB. {format.WayToSmaller}");
        if (await store.ReadAsync(folder.Name, file, cancellation) is not { } bytes) return new Reading.Overtaken();
        if (format.Parse(bytes, title, remarks) is not { } notes) return Refused(file, remarks);
        if (await pictures.ReadAsync(folder, notes.Shown, cancellation) is not { } found) return new Reading.Overtaken();

        var content = notes.Compose(found.ByAddress);
        if (content.Blocks.Count == 0) remarks.Refuse(null, "Die Mitschrift hat keinen Inhalt. Erwartet wird Text nach dem Titel.");
        return remarks.Problems.Count > 0 || found.Unusable.Count > 0
            ? new Reading.Refused([.. Of(file, remarks), .. found.Unusable], notes.Head.IsDraft)
            : new Reading.Done(notes.Head, content, remarks);
    }

    static Reading.Refused Refused(NotesFile file, Remarks remarks, string? text = null)
    {
        if (text is not null) remarks.Refuse(null, text);
        return new([.. Of(file, remarks)], IsDraft: false);
    }

    static IEnumerable<FileRemark> Of(NotesFile file, Remarks remarks) =>
        remarks.Problems.Select(problem => new FileRemark(file, new FileProblem(problem.Line, problem.Field, problem.Text)));
}
