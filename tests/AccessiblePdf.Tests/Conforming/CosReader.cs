using System.Globalization;
using System.Text;

namespace AccessiblePdf.Tests.Conforming;

/// <summary>A name such as <c>/Type</c>.</summary>
readonly record struct CosName(string Value);

/// <summary>A string, and how it was written.</summary>
sealed record CosString(byte[] Bytes, bool IsHex, int HexDigits = 0)
{
    public string Text => Bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(Bytes.AsSpan(2))
        : Encoding.Latin1.GetString(Bytes);
}

/// <summary>A reference to an object.</summary>
readonly record struct CosReference(int Id);

/// <summary>An operator of a content stream, or a keyword.</summary>
readonly record struct CosKeyword(string Value);

/// <summary>A dictionary; with a stream's bytes if it heads one.</summary>
sealed class CosDictionary : Dictionary<string, object?>
{
    public byte[]? Stream { get; set; }

    public string? Name(string key) => this.GetValueOrDefault(key) is CosName name ? name.Value : null;

    public double? Number(string key) => this.GetValueOrDefault(key) as double?;

    public string? Text(string key) => (this.GetValueOrDefault(key) as CosString)?.Text;
}

/// <summary>Reads PDF objects from bytes (ISO 32000-1, 7.2 and 7.3), knowing nothing of the writer.</summary>
sealed class CosReader(byte[] data, int at = 0)
{
    public int At { get; private set; } = at;

    public bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return At >= data.Length;
        }
    }

    public object? Read()
    {
        SkipSpace();
        switch ((char)data[At])
        {
            case '/': return new CosName(ReadName());
            case '(': return ReadLiteral();
            case '[': return ReadArray();
            case '<': return data[At + 1] == '<' ? ReadDictionary() : ReadHex();
        }
        var word = ReadWord();
        if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return word switch { "true" => true, "false" => false, "null" => null, _ => new CosKeyword(word) };
        return number is >= 0 and < int.MaxValue && IsReference() ? new CosReference((int)number) : number;
    }

    /// <summary>Whether " 0 R" follows; it is read if so.</summary>
    bool IsReference()
    {
        if (At + 4 > data.Length || !data.AsSpan(At, 4).SequenceEqual(" 0 R"u8)) return false;
        At += 4;
        return true;
    }

    CosDictionary ReadDictionary()
    {
        At += 2;
        var dictionary = new CosDictionary();
        while (true)
        {
            SkipSpace();
            if (data[At] == '>') break;
            dictionary.Add(((CosName)Read()!).Value, Read());
        }
        At += 2;
        return dictionary;
    }

    List<object?> ReadArray()
    {
        At++;
        var items = new List<object?>();
        while (true)
        {
            SkipSpace();
            if (data[At] == ']') break;
            items.Add(Read());
        }
        At++;
        return items;
    }

    CosString ReadLiteral()
    {
        var (bytes, depth) = (new List<byte>(), 1);
        for (At++; ; At++)
        {
            var next = data[At];
            if (next == '\\') next = data[++At];
            else if (next == '(') depth++;
            else if (next == ')' && --depth == 0) break;
            bytes.Add(next);
        }
        At++;
        return new([.. bytes], false);
    }

    CosString ReadHex()
    {
        var end = Array.IndexOf(data, (byte)'>', At);
        var digits = Encoding.ASCII.GetString(data, At + 1, end - At - 1);
        At = end + 1;
        return new(digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : [], true,
            digits.All(char.IsAsciiHexDigit) ? digits.Length : 1);
    }

    string ReadName()
    {
        At++;
        return ReadWord();
    }

    string ReadWord()
    {
        var start = At;
        while (At < data.Length && !IsSpace(data[At]) && "()<>[]/%".IndexOf((char)data[At], StringComparison.Ordinal) < 0) At++;
        return Encoding.UTF8.GetString(data, start, At - start);
    }

    void SkipSpace()
    {
        while (At < data.Length && IsSpace(data[At])) At++;
    }

    static bool IsSpace(byte character) => character is 0 or 9 or 10 or 12 or 13 or 32;
}
