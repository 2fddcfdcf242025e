using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>
/// Looks at a file before anything is unpacked from it: whether it is a Word file at all, how big it would become, how deep its parts are
/// nested. And mends what the Open XML SDK would refuse to open though Word does: links that are no addresses, and parts that are named but not there.
/// </summary>
static class WordPackage
{
    const int MaxEntries = 5_000;
    const long MaxUnpacked = 400L * 1024 * 1024;

    /// <summary>Of one part with text; read, it takes about twenty times as much memory. A report of 1,000 pages has about ten.</summary>
    const long MaxPart = 24 * 1024 * 1024;

    /// <summary>Word itself nests a table in a table about ten times; reading follows the nesting.</summary>
    const int MaxDepth = 200;

    /// <summary>As much of a part as stands before its first element.</summary>
    const int Beginning = 1024;

    const string Damaged = "Die Word-Datei ist beschädigt und lässt sich nicht öffnen. Bitte in Word öffnen (es bietet eine Reparatur an), neu speichern und noch einmal ablegen.";

    static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxPart };

    /// <summary>The file, fit to be opened; null if it is not, and the remarks say why.</summary>
    public static byte[]? Check(byte[] file, Remarks remarks)
    {
        if (FileKind.Problem(file) is { } problem)
        {
            remarks.Refuse(null, problem);
            return null;
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            if (ProblemOf(archive) is { } wrong)
                remarks.Refuse(null, wrong);
            else
                return WordRelationships.Mended(archive) ?? file;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or EndOfStreamException or ArgumentException or NotSupportedException)
        {
            remarks.Refuse(null, Damaged);
        }

        return null;
    }

    public static void RefuseDamaged(Remarks remarks) => remarks.Refuse(null, Damaged);

    static string? ProblemOf(ZipArchive archive)
    {
        if (archive.Entries.Count > MaxEntries || archive.Entries.Sum(entry => Math.Min(entry.Length, MaxUnpacked)) > MaxUnpacked)
            return "Die Datei wird ausgepackt zu groß (mehr als 400 MB). Sie wurde nicht geöffnet.";
        if (FileKind.ProblemOfContents(archive) is { } problem) return problem;

        foreach (var entry in archive.Entries.Where(IsXml))
        {
            if (entry.Length > MaxPart) return "Der Text der Datei ist zu groß (mehr als 24 MB ohne Bilder). Sie wurde nicht gelesen.";
            if (DeclaresType(entry)) return "Die Datei enthält eine Dokumenttypdefinition (DTD), die Word nie schreibt und die Angriffe benutzen. Sie wurde nicht gelesen.";
            if (DepthOf(entry) > MaxDepth) return "Tabellen, Felder oder Rahmen sind zu tief ineinander geschachtelt. Die Datei wurde nicht gelesen.";
        }

        return null;
    }

    /// <summary>The reader would refuse it too, but only as damaged; one in another encoding still is.</summary>
    static bool DeclaresType(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var start = new byte[Beginning];
        return start.AsSpan(..stream.ReadAtLeast(start, Beginning, throwOnEndOfStream: false)).IndexOf("<!DOCTYPE"u8) >= 0;
    }

    static int DepthOf(ZipArchiveEntry entry)
    {
        using var reader = XmlReader.Create(entry.Open(), Strict);
        var depth = 0;
        while (depth <= MaxDepth && reader.Read()) depth = Math.Max(depth, reader.Depth);
        return depth;
    }

    static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
