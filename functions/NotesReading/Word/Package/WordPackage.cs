using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

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

    const string Damaged = "Die Word-Datei ist beschädigt und lässt sich nicht öffnen. Bitte in Word öffnen (es bietet eine Reparatur "
        + "an), neu speichern und noch einmal ablegen.";

    static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxPart
    };

    /// <summary>The file, repaired where necessary; null if it cannot be opened, and the remarks say why.</summary>
    public static byte[]? Check(byte[] file, Remarks remarks, ReadingOptions options)
    {
        if (FileKind.Problem(file) is { } kind)
        {
            remarks.Refuse(null, kind);
            return null;
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            if (ProblemOf(archive) is { } wrong)
            {
                remarks.Refuse(null, wrong);
                return null;
            }

            var repair = new PackageRepair(archive);
            if (repair.Problem() is not { } problem) return repair.Repaired(remarks) ?? file;

            remarks.Refuse(null, problem);
            return null;
        }
        catch (Exception damaged)
            when (damaged is InvalidDataException or XmlException or EndOfStreamException or ArgumentException or NotSupportedException)
        {
            options.Failed(ReadingFailure.Of(damaged));
            remarks.Refuse(null, Damaged);
            return null;
        }
    }

    /// <summary>The name of an entry as relationships mean it, however the program that packed it wrote it.</summary>
    public static string NameOf(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/').TrimStart('/');
        while (name.StartsWith("./", StringComparison.Ordinal)) name = name[2..].TrimStart('/');
        return name;
    }

    /// <param name="remarks">Take the problem.</param>
    /// <param name="place">What was being read; null if it is not known.</param>
    public static void RefuseDamaged(Remarks remarks, string? place = null) =>
        remarks.Refuse(null, place is null ? Damaged : $"{Damaged} Gelesen wurde gerade: {place}.");

    static string? ProblemOf(ZipArchive archive)
    {
        if (archive.Entries.Count > MaxEntries || archive.Entries.Sum(entry => Math.Min(entry.Length, MaxUnpacked)) > MaxUnpacked)
            return "Die Datei wird ausgepackt zu groß (mehr als 400 MB). Sie wurde nicht geöffnet.";
        return FileKind.ProblemOfContents(archive);
    }

    /// <summary>Whether a part must not be read. Throws an <see cref="XmlException"/> if it is no XML.</summary>
    public static string? ProblemOf(ZipArchiveEntry part)
    {
        if (part.Length > MaxPart) return "Der Text der Datei ist zu groß (mehr als 24 MB ohne Bilder). Sie wurde nicht gelesen.";
        if (DeclaresType(part))
            return "Die Datei enthält eine Dokumenttypdefinition (DTD), die Word nie schreibt und die Angriffe benutzen. Sie wurde "
                + "nicht gelesen.";
        if (DepthOf(part) > MaxDepth)
            return "Tabellen, Felder oder Rahmen sind zu tief ineinander geschachtelt. Die Datei wurde nicht gelesen.";

        return null;
    }

    /// <summary>Loads a small part, such as relationships.</summary>
    public static XDocument Load(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Strict);
        return XDocument.Load(reader);
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

    /// <summary>Whether the first byte is that of a tag, in any encoding: byte order marks, spaces and zero bytes are skipped.</summary>
    public static bool BeginsAsXml(ZipArchiveEntry entry)
    {
        using var stream = new BufferedStream(entry.Open());
        int first;
        do first = stream.ReadByte();
        while (first is 0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or ' ' or '\t' or '\r' or '\n');
        return first == '<';
    }

    static int DepthOf(ZipArchiveEntry entry)
    {
        using var reader = XmlReader.Create(entry.Open(), Strict);
        var depth = 0;
        while (depth <= MaxDepth && reader.Read()) depth = Math.Max(depth, reader.Depth);
        return depth;
    }
}
