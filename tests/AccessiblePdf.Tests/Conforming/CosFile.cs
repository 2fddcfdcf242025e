using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace AccessiblePdf.Tests.Conforming;

/// <summary>A file's objects as its cross-reference stream tells them (ISO 32000-1, 7.5.7 and 7.5.8).</summary>
sealed class CosFile
{
    public CosFile(byte[] bytes)
    {
        Bytes = bytes;
        var text = Encoding.Latin1.GetString(bytes, bytes.Length - 60, 60);
        var start = int.Parse(text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0],
            System.Globalization.CultureInfo.InvariantCulture);
        Trailer = (CosDictionary)ReadAt(start).Value!;
        var table = Decode(Trailer);
        var members = new List<(int Id, int Stream, int Index)>();
        for (var id = 0; id < table.Length / 7; id++)
        {
            var (position, index) = ((int)BinaryPrimitives.ReadUInt32BigEndian(table.AsSpan(7 * id + 1)),
                BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(7 * id + 5)));
            if (table[7 * id] == 1) Add(id, position);
            if (table[7 * id] == 2) members.Add((id, position, index));
        }
        foreach (var stream in members.GroupBy(member => member.Stream)) AddMembers(Objects[stream.Key] as CosDictionary, stream);
    }

    public byte[] Bytes { get; }

    public CosDictionary Trailer { get; }

    public Dictionary<int, object?> Objects { get; } = [];

    /// <summary>Where objects outside object streams begin and end.</summary>
    public List<(int Id, int Start, int End)> Places { get; } = [];

    public object? Resolve(object? value) => value is CosReference reference ? Resolve(Objects.GetValueOrDefault(reference.Id)) : value;

    public CosDictionary? Dictionary(CosDictionary? from, string key) =>
        from is null ? null : Resolve(from.GetValueOrDefault(key)) as CosDictionary;

    public List<object?> Array(CosDictionary? from, string key) =>
        from is null ? [] : Resolve(from.GetValueOrDefault(key)) as List<object?> ?? [];

    /// <summary>Every dictionary of the file, nested ones too.</summary>
    public IEnumerable<CosDictionary> Dictionaries => Objects.Values.SelectMany(Within).OfType<CosDictionary>();

    /// <summary>Every value of the file, nested ones too.</summary>
    public IEnumerable<object?> Values => Objects.Values.SelectMany(Within);

    public static byte[] Decode(CosDictionary stream)
    {
        if (stream.Name("Filter") != "FlateDecode") return stream.Stream!;
        using var inflated = new ZLibStream(new MemoryStream(stream.Stream!), CompressionMode.Decompress);
        var bytes = new MemoryStream();
        inflated.CopyTo(bytes);
        return bytes.ToArray();
    }

    static IEnumerable<object?> Within(object? value) => value switch
    {
        CosDictionary dictionary => dictionary.Values.SelectMany(Within).Prepend(dictionary),
        List<object?> array => array.SelectMany(Within).Prepend(array),
        _ => [value],
    };

    void Add(int id, int position)
    {
        var (value, end) = ReadAt(position);
        Objects[id] = value;
        Places.Add((id, position, end));
    }

    void AddMembers(CosDictionary? stream, IEnumerable<(int Id, int Stream, int Index)> members)
    {
        var content = Decode(stream!);
        var header = new CosReader(content);
        var offsets = Enumerable.Range(0, (int)stream!.Number("N")!).Select(_ => (Id: header.Read(), Offset: (double)header.Read()!))
            .ToList();
        foreach (var (id, _, index) in members)
            Objects[id] = new CosReader(content, (int)stream.Number("First")! + (int)offsets[index].Offset).Read();
    }

    /// <summary>Reads "1 0 obj … endobj"; the end is where "endobj" and its line end stop.</summary>
    (object? Value, int End) ReadAt(int position)
    {
        var start = position + Encoding.Latin1.GetString(Bytes, position, 30).IndexOf("obj", StringComparison.Ordinal) + 3;
        var reader = new CosReader(Bytes, start);
        var value = reader.Read();
        var end = reader.At;
        if (value is CosDictionary stream && Bytes.AsSpan(end, 8).SequenceEqual("\nstream\n"u8))
        {
            var length = (int)stream.Number("Length")!;
            stream.Stream = Bytes.AsSpan(end + 8, length).ToArray();
            end += 8 + length + "\nendstream".Length;
        }
        return (value, end + "\nendobj\n".Length);
    }
}
