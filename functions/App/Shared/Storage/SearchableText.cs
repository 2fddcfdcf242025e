using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// Reads from a stored file what may be an address, so that files need to be read once and not for each search.
/// </summary>
static partial class SearchableText
{
    /// <summary>Larger files are not searched.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    /// <summary>Larger parts of a Word file are not searched; an instance has 512 MB.</summary>
    public const int MaxBytesOfPart = 20 * 1024 * 1024;

    static readonly string[] Texts = [".md", ".markdown", ".txt", ".yaml", ".yml", ".csv", ".json", ".html"];

    /// <summary>Whether this kind of file is searched; pictures and PDF files are not.</summary>
    public static bool IsIn(string name) => IsWord(name) || Texts.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    public static WrittenAddresses Read(string name, BinaryData content)
    {
        HashSet<string> found = new(StringComparer.OrdinalIgnoreCase);
        try
        {
            if (IsWord(name)) return new(found, ReadWord(content, found));

            AddFrom(TextOf(content), found);
            return new(found, IsWhole: true);
        }
        catch (InvalidDataException)
        {
            return new(found, IsWhole: false);
        }
    }

    /// <summary>
    /// All parts with and without their markup, since Word splits an address at will; headers, comments and link targets too.
    /// </summary>
    /// <returns>False if a part could not be read.</returns>
    static bool ReadWord(BinaryData content, HashSet<string> found)
    {
        using var package = new ZipArchive(content.ToStream(), ZipArchiveMode.Read);
        var isWhole = true;
        foreach (var part in package.Entries)
        {
            if (!part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                && !part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) continue;

            if (Read(part) is { } bytes)
            {
                AddFrom(TextOf(bytes), found);
                AddFrom(Markup().Replace(TextOf(bytes), ""), found);
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole;
    }

    /// <summary>
    /// Keeps each stretch of the characters of which addresses are made, if it has what no address is without: so an address that stands in
    /// the text stands in one of them.
    /// </summary>
    static void AddFrom(string text, HashSet<string> found)
    {
        foreach (var stretch in AddressCharacters().EnumerateMatches(text))
        {
            var characters = text.AsSpan(stretch.Index, stretch.Length);
            if (characters.Contains('@') || characters.Contains(EmailAddress.RangeOfNone.First, StringComparison.OrdinalIgnoreCase))
                found.Add(characters.ToString());
        }
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

    /// <summary>An address is ASCII, and so the same in every encoding of these files.</summary>
    static string TextOf(BinaryData bytes) => Encoding.Latin1.GetString(bytes);

    static bool IsWord(string name) => Path.GetExtension(name).Equals(".docx", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.@-]+")]
    private static partial Regex AddressCharacters();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
