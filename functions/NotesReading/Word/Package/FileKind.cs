using System.IO.Compression;
using System.Text;

namespace ThaffFunctions.NotesReading.Word.Package;

/// <summary>Recognises files of other kinds that only have the name of a Word file.</summary>
static class FileKind
{
    const string Wanted = "Erwartet wird ein Word-Dokument (.docx).";

    /// <summary>By its first bytes; null if it may be a Word file.</summary>
    public static string? Problem(ReadOnlySpan<byte> file) => file switch
    {
        [] => $"Die Datei ist leer. {Wanted}",
        [(byte)'P', (byte)'K', 3, 4, ..] => null,
        [0xD0, 0xCF, 0x11, 0xE0, ..] when file.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 =>
            "Die Datei ist mit einem Kennwort oder durch Rechteverwaltung geschützt. Bitte in Word unter „Datei“, „Informationen“, "
            + "„Dokument schützen“ den Schutz aufheben und neu speichern.",
        [0xD0, 0xCF, 0x11, 0xE0, ..] =>
            "Das ist eine Datei im alten Word-Format (.doc), die nur .docx heißt. Bitte in Word öffnen und mit „Speichern unter“ als "
            + "„Word-Dokument (*.docx)“ speichern.",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => $"Das ist eine PDF-Datei, die nur .docx heißt. {Wanted}",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] =>
            "Das ist eine RTF-Datei, die nur .docx heißt. Bitte in Word öffnen und mit „Speichern unter“ als „Word-Dokument (*.docx)“ "
            + "speichern.",
        _ => $"Das ist keine Word-Datei, sie heißt nur .docx. {Wanted}",
    };

    /// <summary>By its entries; null if it is a Word file.</summary>
    public static string? ProblemOfContents(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not null)
            return "Das ist ein Dokument von LibreOffice oder OpenOffice (.odt), das nur .docx heißt. Bitte dort mit „Speichern unter“ "
                + "als „Word 2007-365 (.docx)“ speichern.";
        if (!archive.Entries.Any(entry => WordPackage.NameOf(entry).Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)))
            return $"Das ist ein ZIP-Archiv, das nur .docx heißt. {Wanted}";
        if (Has(archive, "xl/")) return $"Das ist eine Excel-Datei, die nur .docx heißt. {Wanted}";
        if (Has(archive, "ppt/")) return $"Das ist eine PowerPoint-Datei, die nur .docx heißt. {Wanted}";

        return null;
    }

    static bool Has(ZipArchive archive, string folder) =>
        archive.Entries.Any(entry => WordPackage.NameOf(entry).StartsWith(folder, StringComparison.OrdinalIgnoreCase))
            && !archive.Entries.Any(entry => WordPackage.NameOf(entry).StartsWith("word/", StringComparison.OrdinalIgnoreCase));
}
