using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace AccessiblePdf.Writer;

/// <summary>
/// The objects of one file, written as they come: streams at once, all others gathered in object streams (ISO 32000-1, 7.5.7 and 7.5.8).
/// </summary>
sealed class PdfFile : IDisposable
{
    const int ObjectsPerStream = 200, PlaceSize = 1 + 4 + 2;

    readonly Stream output;
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly StringBuilder gathered = new();
    readonly List<int> gatheredIds = [], gatheredOffsets = [];

    /// <summary>The entries of the cross-reference stream (7.5.8.3).</summary>
    byte[] places = new byte[PlaceSize * ObjectsPerStream];
    int objects;
    long written;

    public PdfFile(Stream output)
    {
        this.output = output;
        SetPlace(Reserve(), Kind.Free, 0, 65535);
        Write("%PDF-1.7\n%"u8);
        Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    enum Kind : byte
    {
        Free,
        Plain,
        Gathered,
    }

    /// <summary>Reserves the number of an object that is written later.</summary>
    public int Reserve()
    {
        if (places.Length == PlaceSize * objects) Array.Resize(ref places, 2 * places.Length);
        return objects++;
    }

    public int Add(string content)
    {
        var id = Reserve();
        Set(id, content);
        return id;
    }

    public void Set(int id, string content)
    {
        gatheredIds.Add(id);
        gatheredOffsets.Add(gathered.Length);
        gathered.Append(content).Append('\n');
        if (gatheredIds.Count == ObjectsPerStream) FlushGathered();
    }

    public int AddStream(string entries, ReadOnlySpan<byte> data)
    {
        var id = Reserve();
        SetStream(id, entries, data);
        return id;
    }

    public void SetStream(int id, string entries, ReadOnlySpan<byte> data) =>
        SetRawStream(id, entries + "/Filter/FlateDecode", Deflate(data));

    /// <summary>A stream whose bytes are written as they are; the entries name their filter, if any.</summary>
    public void SetRawStream(int id, string entries, ReadOnlySpan<byte> data)
    {
        SetPlace(id, Kind.Plain, written, 0);
        Write(Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n<<{entries}/Length {data.Length}>>\nstream\n")));
        Write(data);
        Write("\nendstream\nendobj\n"u8);
    }

    /// <summary>Ends the file. Its identifier is a hash of the content, so that equal documents give equal files (14.4).</summary>
    public void Finish(int catalog, int information)
    {
        FlushGathered();
        var id = Reserve();
        var start = written;
        SetPlace(id, Kind.Plain, start, 0);
        var identifier = Convert.ToHexString(hash.GetCurrentHash().AsSpan(0, 16));
        SetStream(id, string.Create(CultureInfo.InvariantCulture,
            $"/Type/XRef/Size {objects}/W[1 4 2]/Root {catalog} 0 R/Info {information} 0 R/ID[<{identifier}><{identifier}>]"),
            places.AsSpan(0, PlaceSize * objects));
        Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n")));
    }

    public void Dispose() => hash.Dispose();

    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(data);
        return deflated.ToArray();
    }

    void FlushGathered()
    {
        if (gatheredIds.Count == 0) return;
        var id = Reserve();
        var offsets = new StringBuilder();
        for (var i = 0; i < gatheredIds.Count; i++)
        {
            SetPlace(gatheredIds[i], Kind.Gathered, id, (ushort)i);
            offsets.Append(CultureInfo.InvariantCulture, $"{gatheredIds[i]} {gatheredOffsets[i]} ");
        }
        var entries = string.Create(CultureInfo.InvariantCulture, $"/Type/ObjStm/N {gatheredIds.Count}/First {offsets.Length}");
        SetStream(id, entries, Encoding.ASCII.GetBytes(offsets.Append(gathered).ToString()));
        gathered.Clear();
        gatheredIds.Clear();
        gatheredOffsets.Clear();
    }

    void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        hash.AppendData(bytes);
        written += bytes.Length;
    }

    /// <param name="id">The object.</param>
    /// <param name="kind">How it is written.</param>
    /// <param name="position">Where in the file, or the number of the object stream.</param>
    /// <param name="index">Which of the stream's objects.</param>
    void SetPlace(int id, Kind kind, long position, ushort index)
    {
        var place = places.AsSpan(PlaceSize * id, PlaceSize);
        place[0] = (byte)kind;
        BinaryPrimitives.WriteUInt32BigEndian(place[1..], checked((uint)position));
        BinaryPrimitives.WriteUInt16BigEndian(place[5..], index);
    }
}
