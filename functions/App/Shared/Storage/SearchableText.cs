using System.Buffers;
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

    /// <summary>RFC 5321.</summary>
    const int LongestAddress = 254;

    /// <summary>Of which addresses are made, without the @ that each has once.</summary>
    static readonly SearchValues<char> OfAddress =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+/=?^_`{|}~.-");

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
    /// Keeps what stands around each sign that no address is without, as far as an address reaches: so an address that stands in the text
    /// stands in one of them, and a text without spaces is not kept as a whole.
    /// </summary>
    static void AddFrom(string text, HashSet<string> found)
    {
        foreach (var sign in Sign().EnumerateMatches(text))
        {
            var end = sign.Index + sign.Length;
            var before = text.AsSpan(Math.Max(0, sign.Index - LongestAddress)..sign.Index);
            var after = text.AsSpan(end..Math.Min(text.Length, end + LongestAddress));
            var first = sign.Index - before.Length + before.LastIndexOfAnyExcept(OfAddress) + 1;
            var length = after.IndexOfAnyExcept(OfAddress);
            found.Add(text[first..(end + (length < 0 ? after.Length : length))]);
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

    /// <summary>All that addresses have, or what stands for them (<see cref="EmailAddress.RangeOfNone"/>).</summary>
    [GeneratedRegex("@|ohne-", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
