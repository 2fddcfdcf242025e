using System.Buffers.Binary;

namespace AccessiblePdf.Tests.Conforming;

/// <summary>A piece of marked content that is open.</summary>
sealed record OpenMark(string Tag, int? Number);

/// <summary>Something drawn, and the marked content around it.</summary>
sealed record DrawnItem(IReadOnlyList<OpenMark> Marks, FontFacts? Font = null, IReadOnlyList<int>? Codes = null);

/// <summary>A page and what its content stream does (ISO 32000-1, 8.2 and 14.6).</summary>
sealed class PageFacts
{
    static readonly string[] Known = ["BDC", "EMC", "BT", "ET", "Td", "Tf", "Ts", "TJ", "rg", "RG", "w", "J", "j", "re", "f", "m", "l", "S",
        "q", "Q", "cm", "Do"];

    readonly List<object?> operands = [];
    readonly Dictionary<string, FontFacts> fonts;
    List<OpenMark> marks = [];
    FontFacts? font;
    int depth;

    public PageFacts(CosFile file, CosDictionary page, Dictionary<string, FontFacts> fonts)
    {
        (Page, this.fonts) = (page, fonts);
        var content = new CosReader(CosFile.Decode(file.Dictionary(page, "Contents")!));
        while (!content.IsAtEnd)
        {
            var next = content.Read();
            if (next is CosKeyword keyword) Do(keyword.Value);
            else operands.Add(next);
        }
        if (marks.Count > 0 || depth > 0) Problems.Add("something is left open");
    }

    public CosDictionary Page { get; }

    public List<DrawnItem> Items { get; } = [];

    /// <summary>Every mark opened, with those around it.</summary>
    public List<(OpenMark Mark, IReadOnlyList<OpenMark> Around)> Opened { get; } = [];

    public List<string> Unknown { get; } = [];

    public List<string> Problems { get; } = [];

    public int DeepestState { get; private set; }

    void Do(string name)
    {
        switch (name)
        {
            case "BDC":
                var mark = new OpenMark(((CosName)operands[0]!).Value, (int?)(operands[1] as CosDictionary)?.Number("MCID"));
                Opened.Add((mark, marks));
                marks = [.. marks, mark];
                break;
            case "EMC": marks = marks[..^1]; break;
            case "q": DeepestState = Math.Max(DeepestState, ++depth); break;
            case "Q": depth--; break;
            case "Tf": font = fonts.GetValueOrDefault(((CosName)operands[0]!).Value); break;
            case "TJ": Items.Add(new(marks, font, [.. ((List<object?>)operands[0]!).OfType<CosString>().SelectMany(Codes)])); break;
            case "f" or "S" or "Do": Items.Add(new(marks)); break;
        }
        if (!Known.Contains(name)) Unknown.Add(name);
        operands.Clear();
    }

    static IEnumerable<int> Codes(CosString shown)
    {
        for (var at = 0; at + 1 < shown.Bytes.Length; at += 2) yield return BinaryPrimitives.ReadUInt16BigEndian(shown.Bytes.AsSpan(at));
    }
}
