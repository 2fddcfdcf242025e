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
        var content = Compose(notes, found.ByAddress, remarks);
        return remarks.Problems.Count > 0 || found.Unusable.Count > 0
            ? new NotesReadResult.Refused([.. Of(file, remarks), .. found.Unusable], head.IsDraft)
            : new NotesReadResult.Done(file, head, content, remarks);
    }

    /// <summary>Why a file that does not lie in a folder yet cannot be read; its pictures are not looked at.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="title">The title if the notes do not contain one.</param>
    /// <returns>German sentences; none if it can be read.</returns>
    public static IReadOnlyList<string> ProblemsOf(INotesFormat format, byte[] bytes, string title)
    {
        var remarks = new Remarks();
        if (format.Parse(bytes, title, remarks) is { } notes) Compose(notes, new Dictionary<string, Picture>(), remarks);
        return [.. remarks.Problems.Select(problem => problem.ToString())];
    }

    static NotesContent Compose(ParsedNotes notes, IReadOnlyDictionary<string, Picture> pictures, Remarks remarks)
    {
        var content = notes.Compose(pictures);
        if (content.Blocks.Count == 0) remarks.Refuse(null, "Die Mitschrift hat keinen Inhalt. Erwartet wird Text nach dem Titel.");
        return content;
    }

    static NotesReadResult.Refused Refused(NotesFile file, Remarks remarks, string? text = null)
    {
        if (text is not null) remarks.Refuse(null, text);
        return new([.. Of(file, remarks)], IsDraft: file.IsDraft == true);
    }

    static IEnumerable<FileRemark> Of(NotesFile file, Remarks remarks) =>
        remarks.Problems.Select(problem => new FileRemark(file, new FileProblem(problem.Line, problem.Field, problem.Text)));
}
