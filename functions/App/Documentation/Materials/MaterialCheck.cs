using System.Globalization;
using System.IO.Compression;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Documentation.Materials;

/// <summary>
/// Whether a file may be published as it is. It is looked at no closer than to see that it is what its name says, without macros; what
/// stands in it is up to staff.
/// </summary>
static class MaterialCheck
{
    public const int MaxMegabytes = 50;

    const int LongestName = 120;
    const string Damaged = "Die Datei ist beschädigt oder mit einem Kennwort geschützt.";

    /// <param name="name">Without folder.</param>
    /// <param name="content">Can be read in any order.</param>
    /// <returns>A German sentence; null if it may be published.</returns>
    public static string? ProblemOf(string name, Stream content) =>
        NameProblem(name)
        ?? (MaterialKind.Of(name) is not { } kind ? "Erwartet wird PDF, PowerPoint (.pptx), Excel (.xlsx) oder Word (.docx)."
            : content.Length == 0 ? "Die Datei ist leer."
            : content.Length > MaxMegabytes * 1024 * 1024 ? $"Die Datei ist größer als {MaxMegabytes} MB. Bitte verkleinern Sie sie."
            : kind.MainPart is { } part ? OfficeProblem(part, content) : PdfProblem(content));

    /// <returns>A German sentence; null if the name can be an address and says to people what it is.</returns>
    public static string? NameProblem(string name) =>
        name.StartsWith('.') || name.Length > LongestName || name.Any(letter =>
            TypedText.EndsLine(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control
            || letter is '/' or '\\' or '#' or '?' or '%' or '"')
            ? $"Der Name geht nicht als Adresse. Erlaubt sind höchstens {LongestName} Zeichen, am Anfang kein Punkt, darunter keine unsichtbaren und keines von / \\ # ? % \"."
            : null;

    /// <summary>
    /// A PDF begins with its version (ISO 32000-2, 7.5.2); readers accept it within the first 1,024 bytes (ISO 32000-1, annex H).
    /// </summary>
    static string? PdfProblem(Stream content) =>
        StartOf(content, 1024).IndexOf("%PDF-"u8) >= 0 ? null : "Das ist keine PDF-Datei, sie heißt nur so.";

    static ReadOnlySpan<byte> StartOf(Stream content, int length)
    {
        var start = new byte[length];
        var read = content.ReadAtLeast(start, length, throwOnEndOfStream: false);
        content.Position = 0;
        return start.AsSpan(0, read);
    }

    static string? OfficeProblem(string mainPart, Stream content)
    {
        if (!StartOf(content, 4).SequenceEqual("PK\u0003\u0004"u8)) return Damaged;

        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = package.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return !names.Contains(mainPart) ? "Das ist eine Datei anderer Art, als ihre Endung sagt."
                : names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                ? "Die Datei enthält Makros. Bitte speichern Sie sie ohne."
                : null;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or ArgumentException) // of lengths that lead nowhere
        {
            return Damaged;
        }
    }
}
