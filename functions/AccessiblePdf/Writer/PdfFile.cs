using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace AccessiblePdf.Writer;

/// <summary>The objects of one file, written as they come: streams at once, all others gathered in object streams (ISO 32000-1, 7.5.7 and 7.5.8).</summary>
sealed class PdfFile : IDisposable
{
    const int ObjectsPerStream = 200;

    readonly Stream output;
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly List<Place> places = [new(Kind.Free, 0, 65535)];
    readonly StringBuilder gathered = new();
    readonly List<(int Id, int Offset)> gatheredObjects = [];
    long written;

    public PdfFile(Stream output)
    {
        this.output = output;
        Write("%PDF-1.7\n%"u8);
        Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    enum Kind : byte
    {
        Free,
        Plain,
        Gathered,
    }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        places.Add(default);
        return places.Count - 1;
    }

    public int Add(string content)
    {
        var id = Reserve();
        Set(id, content);
        return id;
    }

    public void Set(int id, string content)
    {
        gatheredObjects.Add((id, gathered.Length));
        gathered.Append(content).Append('\n');
        if (gatheredObjects.Count == ObjectsPerStream) FlushGathered();
    }

    public int AddStream(string entries, ReadOnlySpan<byte> data)
    {
        var id = Reserve();
        SetStream(id, entries, data);
        return id;
    }

    public void SetStream(int id, string entries, ReadOnlySpan<byte> data) => SetRawStream(id, entries + "/Filter/FlateDecode", Deflate(data));

    /// <summary>A stream whose bytes are written as they are; the entries name their filter, if any.</summary>
    public void SetRawStream(int id, string entries, ReadOnlySpan<byte> data)
    {
        places[id] = new(Kind.Plain, written, 0);
        Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n<<{entries}/Length {data.Length}>>\nstream\n")));
        Write(data);
        Write("\nendstream\nendobj\n"u8);
    }

    /// <summary>Ends the file. Its identifier is drawn from the content, so that equal documents are equal files (14.4).</summary>
    public void Finish(int catalog, int information)
    {
        FlushGathered();
        var id = Reserve();
        var start = written;
        places[id] = new(Kind.Plain, start, 0);
        var table = new byte[7 * places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            var entry = table.AsSpan(7 * i);
            entry[0] = (byte)places[i].Kind;
            BinaryPrimitives.WriteUInt32BigEndian(entry[1..], checked((uint)places[i].Position));
            BinaryPrimitives.WriteUInt16BigEndian(entry[5..], places[i].Index);
        }
        var identifier = Convert.ToHexString(hash.GetCurrentHash().AsSpan(0, 16));
        SetStream(id, string.Create(CultureInfo.InvariantCulture,
            $"/Type/XRef/Size {places.Count}/W[1 4 2]/Root {catalog} 0 R/Info {information} 0 R/ID[<{identifier}><{identifier}>]"), table);
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
        if (gatheredObjects.Count == 0) return;
        var id = Reserve();
        var offsets = new StringBuilder();
        for (var i = 0; i < gatheredObjects.Count; i++)
        {
            var (member, offset) = gatheredObjects[i];
            places[member] = new(Kind.Gathered, id, (ushort)i);
            offsets.Append(CultureInfo.InvariantCulture, $"{member} {offset} ");
        }
        var entries = string.Create(CultureInfo.InvariantCulture, $"/Type/ObjStm/N {gatheredObjects.Count}/First {offsets.Length}");
        SetStream(id, entries, Encoding.ASCII.GetBytes(offsets.Append(gathered).ToString()));
        gathered.Clear();
        gatheredObjects.Clear();
    }

    void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        hash.AppendData(bytes);
        written += bytes.Length;
    }

    readonly record struct Place(Kind Kind, long Position, ushort Index);
}
