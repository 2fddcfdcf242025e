using System.IO.Compression;
using System.Xml;

namespace ThaffFunctions.NotesReading.Word.Package;

/// <summary>
/// Checks a file before anything is read from it: whether it is a Word file, its unpacked size, the nesting of its parts. And repairs what
/// Word opens but the Open XML SDK refuses: links with invalid addresses, and relationships to missing parts.
/// </summary>
static class WordPackage
{
    const int MaxEntries = 5_000;
    const long MaxUnpacked = 400L * 1024 * 1024;

    /// <summary>Of one XML part. Parsed, it takes about twenty times as much memory. A report of 1,000 pages has about 10 MB.</summary>
    const long MaxPart = 24 * 1024 * 1024;

    /// <summary>Reading is recursive. Word itself nests tables about ten levels deep.</summary>
    const int MaxDepth = 200;

    /// <summary>A document type declaration stands within so many bytes of the beginning.</summary>
    const int Beginning = 1024;

    const string Damaged = "Die Word-Datei ist beschädigt und lässt sich nicht öffnen. Bitte in Word öffnen (es bietet eine Reparatur an), neu speichern und noch einmal ablegen.";

    static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxPart };

    /// <summary>The file, repaired where necessary; null if it cannot be opened, and the remarks say why.</summary>
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

    /// <summary>
    /// The XML reader would refuse it too, but only as damaged. In an encoding other than UTF-8 it is still reported as damaged.
    /// </summary>
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
