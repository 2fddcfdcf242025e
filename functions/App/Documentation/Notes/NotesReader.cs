using ThaffFunctions.NotesReading;
using ThaffFunctions.Operations.Failures;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>Reads a notes file in any supported format, and the pictures it shows.</summary>
public sealed class NotesReader(NotesStore store, PictureReader pictures, IReadOnlyList<INotesFormat> formats)
{
    /// <summary>The possible names of a file, as a German phrase for staff.</summary>
    /// <param name="name">Its name without extension.</param>
    public string NamesOf(string name) => string.Join(" oder ", formats.Select(format => $"„{name}{format.Extension}“"));

    /// <summary>The format of a file name; null if it cannot be read.</summary>
    public INotesFormat? FormatOf(string name) =>
        formats.FirstOrDefault(format => format.Extension.Equals(Path.GetExtension(name), StringComparison.OrdinalIgnoreCase));

    /// <param name="folder">The folder; pictures are looked for in it.</param>
    /// <param name="file">The notes file in it.</param>
    /// <param name="title">The title if the notes do not contain one.</param>
    public async Task<NotesReadResult> ReadAsync(NotesFolder folder, NotesFile file, string title, CancellationToken cancellation)
    {
        var remarks = new Remarks();
        if (FormatOf(file.Name) is not { } format)
            return Refused(file, remarks, $"Dateien mit der Endung „{Path.GetExtension(file.Name).ToLowerInvariant()}“ kann das System nicht lesen. Erwartet "
                + $"wird {NamesOf(Path.GetFileNameWithoutExtension(file.Name))}.");
        if (file.Bytes > format.MaxBytes)
            return Refused(file, remarks, $"Die Datei ist größer als {format.MaxBytes / 1024 / 1024} MB. {format.WayToSmaller}");
        if (await store.ReadAsync(folder.Name, file, cancellation) is not { } bytes) return new NotesReadResult.Overtaken();
        if (format.Parse(bytes, title, remarks) is not { } notes) return Refused(file, remarks);
        if (await pictures.ReadAsync(folder, notes.Shown, cancellation) is not { } found) return new NotesReadResult.Overtaken();

        var head = file.IsDraft is { } decided ? notes.Head with { IsDraft = decided } : notes.Head;
        var content = notes.Compose(found.ByAddress);
        if (content.Blocks.Count == 0) remarks.Refuse(null, "Die Mitschrift hat keinen Inhalt. Erwartet wird Text nach dem Titel.");
        return remarks.Problems.Count > 0 || found.Unusable.Count > 0
            ? new NotesReadResult.Refused([.. Of(file, remarks), .. found.Unusable], head.IsDraft)
            : new NotesReadResult.Done(file, head, content, remarks);
    }

    static NotesReadResult.Refused Refused(NotesFile file, Remarks remarks, string? text = null)
    {
        if (text is not null) remarks.Refuse(null, text);
        return new([.. Of(file, remarks)], IsDraft: false);
    }

    static IEnumerable<FileRemark> Of(NotesFile file, Remarks remarks) =>
        remarks.Problems.Select(problem => new FileRemark(file, new FileProblem(problem.Line, problem.Field, problem.Text)));
}
