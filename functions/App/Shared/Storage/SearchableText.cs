using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ThaffFunctions.Shared.Storage;

/// <summary>Finds an address in the text of a stored file.</summary>
static partial class SearchableText
{
    /// <summary>Larger files are not searched.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    /// <summary>Larger parts of a Word file are not searched; an instance has 512 MB.</summary>
    public const int MaxBytesOfPart = 20 * 1024 * 1024;

    static readonly string[] Texts = [".md", ".markdown", ".txt", ".yaml", ".yml", ".csv", ".json", ".html"];

    /// <summary>Whether this kind of file is searched; pictures and PDF files are not.</summary>
    public static bool IsIn(string name) => IsWord(name) || Texts.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <returns>Null if the file cannot be read.</returns>
    public static bool? Names(string name, BinaryData content, EmailAddress address)
    {
        try
        {
            return IsWord(name) ? IsInWord(content, address.Value) : IsInText(content, address.Value);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>
    /// All parts with and without their markup, since Word splits an address at will; headers, comments and link targets too.
    /// </summary>
    static bool? IsInWord(BinaryData content, string address)
    {
        using var package = new ZipArchive(content.ToStream(), ZipArchiveMode.Read);
        bool? found = false;
        foreach (var part in package.Entries)
        {
            if (!part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                && !part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) continue;

            if (Read(part) is not { } bytes) found = null;
            else if (IsInText(bytes, address) || IsInText(Markup().Replace(TextOf(bytes), ""), address)) return true;
        }

        return found;
    }

    /// <summary>What the package says of the size is not believed.</summary>
    static BinaryData? Read(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        using var read = new MemoryStream();
        var buffer = new byte[81_920];
        while (stream.Read(buffer) is > 0 and var count)
        {
            if (read.Length + count > MaxBytesOfPart) return null;
            read.Write(buffer, 0, count);
        }

        return BinaryData.FromBytes(read.GetBuffer().AsMemory(0, (int)read.Length));
    }

    static bool IsInText(BinaryData bytes, string address) => IsInText(TextOf(bytes), address);

    static bool IsInText(string text, string address) => text.Contains(address, StringComparison.OrdinalIgnoreCase);

    /// <summary>An address is ASCII, and so the same in every encoding of these files.</summary>
    static string TextOf(BinaryData bytes) => Encoding.Latin1.GetString(bytes);

    static bool IsWord(string name) => Path.GetExtension(name).Equals(".docx", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
