using System.Security.Cryptography;
using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>
/// Downloads the pictures of a volume's chapters. All are in memory while the volume is printed, so equal pictures are kept once and the
/// total size is limited.
/// </summary>
/// <param name="files">The files of published editions.</param>
/// <param name="mostBytes">The limit of the total size.</param>
sealed class VolumePictures(PublishedFiles files, long mostBytes = 120 * 1024 * 1024)
{
    readonly Dictionary<string, ReadOnlyMemory<byte>> known = [];
    long left = mostBytes;

    /// <summary>
    /// The pictures of a chapter by name, up to the limit; null if one does not exist any more because its edition was replaced.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>?> ReadAsync(
        DocumentPath path, string version, IReadOnlyList<Block> blocks, CancellationToken cancellation)
    {
        Dictionary<string, ReadOnlyMemory<byte>> found = [];
        foreach (var name in NamesIn(blocks))
        {
            if (await files.ReadAsync(path.Picture(version, name), cancellation) is not { } picture) return null;

            if (Kept(picture.ToMemory()) is { } kept) found[name] = kept;
        }

        return found;
    }

    ReadOnlyMemory<byte>? Kept(ReadOnlyMemory<byte> picture)
    {
        var hash = Convert.ToHexString(SHA256.HashData(picture.Span));
        if (known.TryGetValue(hash, out var same)) return same;
        if (picture.Length > left) return null;

        left -= picture.Length;
        return known[hash] = picture;
    }

    static HashSet<string> NamesIn(IReadOnlyList<Block> blocks)
    {
        HashSet<string> names = [];
        new BlockMap(Note, inline => inline).Of(blocks);
        return names;

        Block Note(Block block)
        {
            if (block is Figure figure) names.Add(ContentFile.PictureOf(figure));
            return block;
        }
    }
}
