using System.Text;
using System.Text.RegularExpressions;

namespace AccessiblePdf.Tests.Conforming;

/// <summary>The file's bytes, its limits, its colours.</summary>
static partial class FileRules
{
    public static IReadOnlyList<Rule> All =>
    [
        new("UA:6.1-1 A:6.1.2-1", facts => Unless(Encoding.ASCII.GetString(facts.File.Bytes, 0, 9) == "%PDF-1.7\n")),
        new("A:6.1.2-2", facts => Unless(facts.File.Bytes is [.., _] bytes && bytes[9] == '%' && bytes[10..14].All(part => part > 127))),
        new("A:6.1.3-1", facts =>
            Unless(facts.File.Array(facts.File.Trailer, "ID") is [CosString { Bytes.Length: 16 }, CosString { Bytes.Length: 16 }])),
        new("A:6.1.3-3", facts => Unless(Encoding.Latin1.GetString(facts.File.Bytes, facts.File.Bytes.Length - 7, 7) == "\n%%EOF\n")),
        new("A:6.1.4-2 A:6.1.9-1 A:6.1.7.1-1..2",
            facts => facts.File.Places.Where(place => !IsWellFormed(facts.File.Bytes, place)).Select(place => $"object {place.Id}")),
        new("A:6.1.7.2-1", facts =>
            facts.File.Dictionaries.Where(dictionary =>
                dictionary.Stream is not null && dictionary.Name("Filter") is not (null or "FlateDecode" or "DCTDecode"))
                .Select(dictionary => $"{dictionary["Filter"]}")),
        new("A:6.1.6-1..2", facts =>
            Strings(facts).Where(text => text.IsHex && (text.HexDigits % 2 != 0 || text.HexDigits != 2 * text.Bytes.Length))
                .Select(text => text.Text)),
        new("A:6.1.8-1 A:6.1.13-4",
            facts => facts.File.Values.OfType<CosName>()
                .Concat(facts.File.Dictionaries.SelectMany(dictionary => dictionary.Keys.Select(key => new CosName(key))))
            .Where(name => name.Value.Length > 127 || name.Value.Contains('\uFFFD')).Select(name => name.Value)),
        new("A:6.1.13-1..2 A:6.1.13-5",
            facts => facts.File.Values.OfType<double>()
                .Where(number => Math.Abs(number) > int.MaxValue || number != 0 && Math.Abs(number) < 0.0005)
                .Select(number => $"{number}")),
        new("A:6.1.13-3", facts => Strings(facts).Where(text => text.Bytes.Length >= 32_768).Select(text => text.Text[..20])),
        new("A:6.1.13-7", facts => Unless(facts.File.Objects.Count <= 8_388_607)),
        new("A:6.1.13-8", facts => facts.Pages.Where(page => page.DeepestState > 28).Select(_ => "nested too deep")),
        new("A:6.1.13-11", facts =>
            facts.Pages.Select(page => facts.File.Array(page.Page, "MediaBox"))
                .Where(box => box is not [0.0, 0.0, >= 3.0 and <= 14_400.0, >= 3.0 and <= 14_400.0]).Select(_ => "size of a page")),
        new("A:6.2.2-1", facts => facts.Pages.SelectMany(page => page.Unknown.Concat(page.Problems))),
        new("A:6.2.2-2", facts =>
            facts.Pages.Where(page => facts.File.Dictionary(page.Page, "Resources") is null).Select(_ => "a page inherits its resources")),
        new("A:6.2.3-1 A:6.2.4.3-2 A:6.2.4.3-4", facts => Unless(Profile(facts) is { Length: > 128 } profile
            && Encoding.ASCII.GetString(profile, 12, 8) == "mntrRGB " && profile[8] < 5
            && Encoding.ASCII.GetString(profile, 36, 4) == "acsp")),
        new("A:6.2.3-2..3", facts =>
            Unless(facts.File.Array(facts.Catalog, "OutputIntents") is [CosDictionary intent] && intent.Name("S") == "GTS_PDFA1")),
        new("A:6.2.8-1..4", facts =>
            Images(facts).Where(image =>
                image.ContainsKey("Alternates") || image.ContainsKey("OPI") || image.ContainsKey("Interpolate")
                    || image.Number("BitsPerComponent") != 8).Select(_ => "image")),
        new("A:6.2.4.3-3", facts =>
            Images(facts).Where(image => image.Name("ColorSpace") is not ("DeviceRGB" or "DeviceGray"))
                .Select(image => $"{image["ColorSpace"]}")),
        new("A:6.5.1-1", facts =>
            facts.File.Dictionaries.Where(dictionary => dictionary.ContainsKey("URI") && dictionary.Name("S") != "URI")
                .Select(_ => "action")),
    ];

    public static IEnumerable<string> Unless(bool holds) => holds ? [] : ["not so"];

    static IEnumerable<CosString> Strings(PdfFacts facts) => facts.File.Values.OfType<CosString>();

    static IEnumerable<CosDictionary> Images(PdfFacts facts) =>
        facts.File.Dictionaries.Where(dictionary => dictionary.Name("Subtype") == "Image");

    static byte[]? Profile(PdfFacts facts) =>
        facts.File.Array(facts.Catalog, "OutputIntents") is [CosDictionary intent]
            && facts.File.Dictionary(intent, "DestOutputProfile") is { } stream
        ? CosFile.Decode(stream) : null;

    static bool IsWellFormed(byte[] bytes, (int Id, int Start, int End) place) =>
        bytes[place.Start - 1] == '\n'
            && ObjectStart().IsMatch(Encoding.Latin1.GetString(bytes, place.Start, Math.Min(24, place.End - place.Start)))
        && Encoding.Latin1.GetString(bytes, place.End - 18, 18) == "\nendstream\nendobj\n";

    [GeneratedRegex(@"\A[1-9][0-9]* 0 obj\n<<")]
    private static partial Regex ObjectStart();
}
