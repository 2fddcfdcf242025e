using System.Text;
using System.Text.Json;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>A snapshot of a folder in container notes.</summary>
/// <param name="Name">A session's id, a year, or the name of the Good Practice report's folder.</param>
/// <param name="Files">Its files.</param>
/// <param name="SeenAt">When the folder was listed, by the storage service's clock.</param>
public sealed record NotesFolder(string Name, IReadOnlyList<NotesFile> Files, DateTimeOffset SeenAt)
{
    /// <summary>The name of a notes file without its extension.</summary>
    public const string NotesName = "notes";

    /// <summary>The name of a picture for the cover without its extension.</summary>
    public const string LogoName = "logo";

    /// <summary>How the names of files begin, in any case, that are published beside the documentation as they are.</summary>
    public const string MaterialPrefix = "material/";

    /// <summary>The fingerprint of an empty folder.</summary>
    public const string NoNotes = "none";

    /// <summary>
    /// Part of the fingerprint. Increase it when a new version of the app makes different documents from the same notes: all are then
    /// published again.
    /// </summary>
    const int Form = 12;

    static readonly string[] TextFiles = [".md", ".markdown", ".txt", ".doc", ".docx", ".docm", ".odt", ".rtf", ".pdf"];

    static readonly string[] PictureFiles = [".png", ".jpg", ".jpeg"];

    /// <summary>The notes files, in any format. More than one is an error, because the app cannot know which one counts.</summary>
    public IReadOnlyList<NotesFile> Notes { get; } = [.. Files.Where(file => IsText(file) && IsNamed(file, NotesName))];

    /// <summary>What is meant for the cover of the document, in any format.</summary>
    public IReadOnlyList<NotesFile> Logos { get; } = [.. Files.Where(file => IsNamed(file, LogoName) && !file.IsLock)];

    /// <summary>The logos that can be printed; at most one is expected.</summary>
    public IReadOnlyList<NotesFile> PrintableLogos => [.. Logos.Where(IsPicture)];

    /// <summary>Files that look like notes under another name.</summary>
    public IEnumerable<NotesFile> Misnamed => TextsBeside(NotesName).Where(file => !IsMaterial(file));

    /// <summary>What is to be published beside the documentation as it is.</summary>
    public IEnumerable<NotesFile> Material => Files.Where(IsMaterial);

    /// <summary>Text files with another name than the expected one, except lock files and logos.</summary>
    public IEnumerable<NotesFile> TextsBeside(string name) =>
        Files.Where(file => IsText(file) && !IsNamed(file, name) && !IsNamed(file, LogoName) && !file.IsLock);

    /// <summary>Text files with this name, in any format.</summary>
    public IEnumerable<NotesFile> FindTexts(string name) => Files.Where(file => IsText(file) && IsNamed(file, name));

    /// <summary>When the file that changed last was changed.</summary>
    public DateTimeOffset Changed => Files.Max(file => file.Changed);

    /// <summary>How long the folder had been unchanged. Both times come from the storage service, in whole seconds.</summary>
    public TimeSpan Rested => Files.Count == 0 ? TimeSpan.MaxValue : SeenAt - Changed;

    /// <summary>
    /// Finds the file that a link in the notes refers to: percent-encoded or not, in any case and any Unicode normal form. Where it lay
    /// in a folder on the author's machine, a picture of its name is meant if there is just one: the Redaktion's page uploads no folders.
    /// </summary>
    public NotesFile? Find(string link)
    {
        var path = Composed.Of(Uri.UnescapeDataString(link).Replace('\\', '/'));
        while (path.StartsWith("./", StringComparison.Ordinal)) path = path[2..];
        return Files.FirstOrDefault(file => Composed.Of(file.Name) == path)
            ?? Files.FirstOrDefault(file => string.Equals(Composed.Of(file.Name), path, StringComparison.OrdinalIgnoreCase))
            ?? (path.Contains("://", StringComparison.Ordinal) ? null : FindNamed(path[(path.LastIndexOf('/') + 1)..]));
    }

    NotesFile? FindNamed(string name) =>
        Files.Where(file => IsPicture(file) && !IsMaterial(file)
            && string.Equals(Composed.Of(Path.GetFileName(file.Name)), name, StringComparison.OrdinalIgnoreCase)).ToList() is [var only]
            ? only : null;

    /// <summary>
    /// Equal if and only if the same documentation results: a hash over names and ETags of the files and the facts of the session.
    /// </summary>
    public string FingerprintWith(SessionFacts? session)
    {
        if (Files.Count == 0) return NoNotes;

        var text = new StringBuilder().Append(Form).Append('\n').Append(JsonSerializer.Serialize(session)).Append('\n');
        foreach (var file in Files.OrderBy(file => file.Name, StringComparer.Ordinal))
            text.Append(file.Name).Append('\n').Append(file.ETag).Append('\n');
        return Fingerprint.Of(text.ToString());
    }

    /// <summary>Whether it is published with the notes, if they are: a picture or material.</summary>
    public static bool IsBesideNotes(NotesFile file) => IsPicture(file) || IsMaterial(file);

    static bool IsMaterial(NotesFile file) => file.Name.StartsWith(MaterialPrefix, StringComparison.OrdinalIgnoreCase);

    static bool IsPicture(NotesFile file) => PictureFiles.Contains(Path.GetExtension(file.Name).ToLowerInvariant());

    static bool IsText(NotesFile file) => TextFiles.Contains(Path.GetExtension(file.Name).ToLowerInvariant());

    static bool IsNamed(NotesFile file, string name) =>
        string.Equals(Path.ChangeExtension(file.Name, null), name, StringComparison.OrdinalIgnoreCase);
}
