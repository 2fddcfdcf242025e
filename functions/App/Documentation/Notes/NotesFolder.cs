using System.Text;
using System.Text.Json;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>What lies in a folder of container notes.</summary>
/// <param name="Name">A session's id, or what else the notes are about.</param>
/// <param name="Files">Its files.</param>
/// <param name="SeenAt">When this was so, by the storage's own clock.</param>
public sealed record NotesFolder(string Name, IReadOnlyList<NotesFile> Files, DateTimeOffset SeenAt)
{
    /// <summary>What notes are called, before the dot.</summary>
    public const string NotesName = "notes";

    /// <summary>The fingerprint of an empty folder.</summary>
    public const string NoNotes = "none";

    /// <summary>Raised when a new version of the app makes other documents of the same notes: all are made anew.</summary>
    const int Form = 6;

    static readonly string[] TextFiles = [".md", ".markdown", ".txt", ".doc", ".docx", ".docm", ".odt", ".rtf", ".pdf"];

    /// <summary>Whatever their format; more than one cannot be told apart.</summary>
    public IReadOnlyList<NotesFile> Notes { get; } = [.. Files.Where(file => IsText(file) && IsNamed(file, NotesName))];

    /// <summary>Files that look like notes under another name.</summary>
    public IEnumerable<NotesFile> Misnamed => TextsBeside(NotesName);

    /// <summary>Texts of another name than one that is expected; not those that Word keeps beside an open document.</summary>
    public IEnumerable<NotesFile> TextsBeside(string name) =>
        Files.Where(file => IsText(file) && !IsNamed(file, name)
            && !Path.GetFileName(file.Name).StartsWith("~$", StringComparison.Ordinal));

    /// <summary>Texts of one name, in whatever format.</summary>
    public IEnumerable<NotesFile> TextsNamed(string name) => Files.Where(file => IsText(file) && IsNamed(file, name));

    /// <summary>When any of it last changed.</summary>
    public DateTimeOffset Changed => Files.Max(file => file.Changed);

    /// <summary>For how long nothing of it had changed; both times come from the storage, in whole seconds.</summary>
    public TimeSpan Rested => Files.Count == 0 ? TimeSpan.MaxValue : SeenAt - Changed;

    /// <summary>Names a file as a link in the notes does: with or without percent signs, in any case, composed or not.</summary>
    public NotesFile? Find(string link)
    {
        var path = Composed.Of(Uri.UnescapeDataString(link).Replace('\\', '/'));
        while (path.StartsWith("./", StringComparison.Ordinal)) path = path[2..];
        return Files.FirstOrDefault(file => Composed.Of(file.Name) == path)
            ?? Files.FirstOrDefault(file => string.Equals(Composed.Of(file.Name), path, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Equal exactly if the same documentation comes of it: the files in their versions, and what the programme says.</summary>
    public string FingerprintWith(SessionFacts? session)
    {
        if (Files.Count == 0) return NoNotes;

        var text = new StringBuilder().Append(Form).Append('\n').Append(JsonSerializer.Serialize(session)).Append('\n');
        foreach (var file in Files.OrderBy(file => file.Name, StringComparer.Ordinal))
            text.Append(file.Name).Append('\n').Append(file.ETag).Append('\n');
        return Fingerprint.Of(text.ToString());
    }

    static bool IsText(NotesFile file) => TextFiles.Contains(Path.GetExtension(file.Name).ToLowerInvariant());

    static bool IsNamed(NotesFile file, string name) =>
        string.Equals(Path.ChangeExtension(file.Name, null), name, StringComparison.OrdinalIgnoreCase);
}
