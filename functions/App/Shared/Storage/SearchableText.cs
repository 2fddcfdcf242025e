using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ThaffFunctions.Shared.Storage;

/// <summary>The text of a stored file, as far as an address must be found in it.</summary>
static partial class SearchableText
{
    /// <summary>Larger files, and larger contents of Word files, are not searched.</summary>
    public const int MostBytes = 50 * 1024 * 1024;

    static readonly string[] Texts = [".md", ".markdown", ".txt", ".yaml", ".yml", ".csv", ".json", ".html"];

    /// <summary>Whether this kind of file is searched; pictures and PDF files are not.</summary>
    public static bool IsIn(string name) => IsWord(name) || Texts.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <returns>Null if it cannot be read.</returns>
    public static string? Of(string name, BinaryData content)
    {
        // an address is ASCII, and so the same in every encoding of these files
        if (!IsWord(name)) return Encoding.Latin1.GetString(content);

        try
        {
            return OfWord(content);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>All parts with and without their markup, since Word splits an address at will; headers, comments and link targets too.</summary>
    static string? OfWord(BinaryData content)
    {
        var text = new StringBuilder();
        using var package = new ZipArchive(content.ToStream(), ZipArchiveMode.Read);
        var left = MostBytes;
        foreach (var part in package.Entries)
        {
            if (!part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                && !part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) continue;

            using var stream = part.Open();
            if (ReadAtMost(stream, left) is not { } bytes) return null;

            left -= bytes.Length;
            var xml = Encoding.Latin1.GetString(bytes);
            text.Append(xml).Append('\n').Append(Markup().Replace(xml, "")).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What a header says of the size is not believed.</summary>
    static byte[]? ReadAtMost(Stream stream, int most)
    {
        using var read = new MemoryStream();
        var buffer = new byte[81_920];
        while (stream.Read(buffer) is > 0 and var count)
        {
            if (read.Length + count > most) return null;
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    static bool IsWord(string name) => Path.GetExtension(name).Equals(".docx", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
