using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using UglyToad.PdfPig.Tokens;

namespace AccessiblePdf.Tests;

/// <summary>What a program can check of PDF/UA-1 and PDF/A-2a, each failure named by its clause.</summary>
static partial class Conformance
{
    static readonly string[] StandardRoles =
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
        "Table", "TR", "TH", "TD", "THead", "TBody", "Span", "Quote", "Note", "Reference", "Code", "Link", "Figure",
    ];

    static readonly Dictionary<string, string[]> AllowedParents = new()
    {
        ["TR"] = ["Table", "THead", "TBody"],
        ["TH"] = ["TR"],
        ["TD"] = ["TR"],
        ["THead"] = ["Table"],
        ["TBody"] = ["Table"],
        ["LI"] = ["L"],
        ["Lbl"] = ["LI", "Note"],
        ["LBody"] = ["LI"],
        ["TOCI"] = ["TOC"],
    };

    static readonly Dictionary<string, string[]> AllowedKids = new()
    {
        ["Table"] = ["Caption", "THead", "TBody", "TR"],
        ["THead"] = ["TR"],
        ["TBody"] = ["TR"],
        ["TR"] = ["TH", "TD"],
        ["L"] = ["Caption", "L", "LI"],
        ["LI"] = ["Lbl", "LBody"],
        ["TOC"] = ["Caption", "TOC", "TOCI"],
    };

    /// <summary>Fails with everything that is wrong.</summary>
    public static void Check(TaggedPdf pdf)
    {
        var problems = Catalog(pdf).Concat(Metadata(pdf)).Concat(Pages(pdf)).Concat(Structure(pdf)).Concat(Fonts(pdf)).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(20)));
    }

    static IEnumerable<string> Catalog(TaggedPdf pdf)
    {
        if (pdf.GetText(pdf.Catalog, "Lang") is not { Length: > 0 }) yield return "UA 7.2: no document language";
        if (pdf.Get<BooleanToken>(pdf.Get<DictionaryToken>(pdf.Catalog, "MarkInfo")!, "Marked")?.Data != true) yield return "UA 6.2: not marked";
        if (pdf.Get<BooleanToken>(pdf.Get<DictionaryToken>(pdf.Catalog, "ViewerPreferences")!, "DisplayDocTitle")?.Data != true) yield return "UA 7.1: the title is not displayed";
        if (pdf.Get<ArrayToken>(pdf.Catalog, "OutputIntents")?.Data.Count != 1) yield return "A 6.2.3: no output intent";
    }

    static IEnumerable<string> Metadata(TaggedPdf pdf)
    {
        XNamespace ua = "http://www.aiim.org/pdfua/ns/id/", a = "http://www.aiim.org/pdfa/ns/id/", dc = "http://purl.org/dc/elements/1.1/", rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        var xmp = XDocument.Parse(pdf.Xmp[pdf.Xmp.IndexOf("<x:xmpmeta", StringComparison.Ordinal)..pdf.Xmp.IndexOf("<?xpacket end", StringComparison.Ordinal)]);
        if (xmp.Descendants(ua + "part").SingleOrDefault()?.Value != "1") yield return "UA 5: no identification";
        if (xmp.Descendants(a + "part").SingleOrDefault()?.Value != "2" || xmp.Descendants(a + "conformance").SingleOrDefault()?.Value != "A") yield return "A 6.6.4: no identification";
        var title = xmp.Descendants(dc + "title").Descendants(rdf + "li").SingleOrDefault()?.Value;
        if (string.IsNullOrWhiteSpace(title) || title != pdf.Information.Title) yield return $"A 6.6.3: title '{title}' and '{pdf.Information.Title}'";
    }

    static IEnumerable<string> Pages(TaggedPdf pdf)
    {
        var referenced = pdf.All.SelectMany(node => node.Marks).ToHashSet();
        var linked = pdf.All.Where(node => node.Role == "Link").SelectMany(node => node.Annotations).Select(Key).ToHashSet();
        foreach (var page in pdf.Pages)
        {
            var contents = page.GetMarkedContents().SelectMany(TaggedPdf.WithKids).ToList();
            var marked = contents.Where(content => content.IsArtifact || content.MarkedContentIdentifier >= 0).Sum(content => content.Letters.Count);
            if (marked != page.Letters.Count) yield return $"UA 7.1: {page.Letters.Count - marked} letters of page {page.Number} are unmarked";
            foreach (var content in contents.Where(content => !content.IsArtifact && !referenced.Contains((page.Number, content.MarkedContentIdentifier))))
                yield return $"UA 7.1: mark {content.MarkedContentIdentifier} of page {page.Number} is not in the structure";
            if (page.Letters.Any(letter => letter.Location.X < -0.1 || letter.Location.X > page.Width || letter.Location.Y < 0 || letter.Location.Y > page.Height))
                yield return $"page {page.Number}: letters outside the page";
            if (pdf.GetText(page.Dictionary, "Tabs") != "S") yield return $"UA 7.18.3: tab order of page {page.Number}";
            foreach (var annotation in pdf.Get<ArrayToken>(page.Dictionary, "Annots")?.Data.Select(pdf.Resolve).Cast<DictionaryToken>() ?? [])
            {
                if (string.IsNullOrWhiteSpace(pdf.GetText(annotation, "Contents"))) yield return $"UA 7.18.5: a link of page {page.Number} has no description";
                if (pdf.Get<NumericToken>(annotation, "F")?.Int != 4) yield return "A 6.3.2: annotation flags";
                if (!linked.Contains(Key(annotation))) yield return $"UA 7.18.5: a link of page {page.Number} is not in the structure";
            }
        }

        int Key(DictionaryToken annotation) => pdf.Get<NumericToken>(annotation, "StructParent")!.Int;
    }

    static IEnumerable<string> Structure(TaggedPdf pdf)
    {
        var roles = pdf.Get<DictionaryToken>(pdf.StructTreeRoot, "RoleMap")!;
        var (level, notes) = (0, new HashSet<string>());
        foreach (var node in pdf.All)
        {
            var role = Standard(node);
            if (!StandardRoles.Contains(role)) yield return $"UA 7.1: role {node.Role}";
            if (AllowedParents.TryGetValue(role, out var parents) && !parents.Contains(Standard(node.Parent!))) yield return $"UA 7.2: {role} in {node.Parent!.Role}";
            if (AllowedKids.TryGetValue(role, out var kids) && node.Kids.Find(kid => !kids.Contains(Standard(kid))) is { } stranger) yield return $"UA 7.2: {stranger.Role} in {role}";
            if (node.Kids.Skip(1).Any(kid => kid.Role == "Caption") && role is "L" or "TOC") yield return $"UA 7.2: caption inside {role}";
            if (role is ['H', var digit])
            {
                if (digit - '0' > level + 1) yield return $"UA 7.4.2: {role} after level {level}";
                level = digit - '0';
            }
            if (role == "Figure" && string.IsNullOrEmpty(pdf.GetText(node.Dictionary, "Alt"))) yield return "UA 7.3: figure without alternative text";
            if (role == "Figure" && Attribute(pdf, node, "BBox") is null) yield return "UA 7.3: figure without box";
            if (role == "TH" && Attribute(pdf, node, "Scope") is null) yield return "UA 7.5: header cell without scope";
            if (role == "Note" && !notes.Add(pdf.GetText(node.Dictionary, "ID") ?? "")) yield return "UA 7.9: identifier of a note";
            if (role == "Link" && node.Annotations.Count == 0) yield return $"UA 7.18.5: link '{node.Text}' without annotation";
            if (role == "Table") foreach (var problem in Grid(pdf, node)) yield return problem;
        }

        string Standard(PdfNode node) => pdf.GetText(roles, node.Role) ?? node.Role;
    }

    /// <summary>Every row fills the same columns, each place once.</summary>
    static IEnumerable<string> Grid(TaggedPdf pdf, PdfNode table)
    {
        foreach (var section in table.Kids.Any(kid => kid.Role == "TR") ? [table] : table.Kids.Where(kid => kid.Role is "THead" or "TBody"))
        {
            var taken = new HashSet<(int Row, int Column)>();
            var rows = section.Kids.Where(kid => kid.Role == "TR").ToList();
            for (var row = 0; row < rows.Count; row++)
            {
                var column = 0;
                foreach (var cell in rows[row].Kids)
                {
                    while (taken.Contains((row, column))) column++;
                    var (width, height) = (Span(cell, "ColSpan"), Span(cell, "RowSpan"));
                    for (var y = row; y < row + height; y++)
                    {
                        for (var x = column; x < column + width; x++)
                        {
                            if (!taken.Add((y, x))) yield return "UA 7.2: cells overlap";
                        }
                    }
                }
            }
            var columns = taken.Max(place => place.Column) + 1;
            if (taken.Count != rows.Count * columns) yield return $"UA 7.2: {taken.Count} places in {rows.Count} rows of {columns}";
        }

        int Span(PdfNode cell, string name) => Attribute(pdf, cell, name) is NumericToken number ? number.Int : 1;
    }

    static IEnumerable<string> Fonts(TaggedPdf pdf)
    {
        var resources = pdf.Get<DictionaryToken>(pdf.Pages[0].Dictionary, "Resources")!;
        foreach (var (name, token) in pdf.Get<DictionaryToken>(resources, "Font")!.Data)
        {
            var font = (DictionaryToken)pdf.Resolve(token);
            var descendant = (DictionaryToken)pdf.Resolve(pdf.Get<ArrayToken>(font, "DescendantFonts")!.Data[0]);
            if (pdf.Get<StreamToken>(pdf.Get<DictionaryToken>(descendant, "FontDescriptor")!, "FontFile2") is null) yield return $"UA 7.21.4.1: font {name} is not embedded";
            if (pdf.Get<StreamToken>(descendant, "CIDToGIDMap") is null) yield return $"UA 7.21.3.2: font {name} has no glyph map";
            foreach (var text in Mapped(pdf.Get<StreamToken>(font, "ToUnicode")!))
            {
                if (text.Any(character => character is '\0' or '\uFEFF' or '\uFFFE' or >= '\uE000' and <= '\uF8FF')) yield return $"UA 7.21.7, A 6.2.11.7: font {name} maps to {(int)text[0]:X4}";
            }
        }
    }

    static IEnumerable<string> Mapped(StreamToken map)
    {
        using var inflated = new System.IO.Compression.ZLibStream(new MemoryStream(map.Data.ToArray()), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(inflated);
        foreach (Match match in CharacterLine().Matches(reader.ReadToEnd()))
            yield return string.Concat(match.Groups[1].Value.Chunk(4).Select(unit => (char)int.Parse(unit, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
    }

    static IToken? Attribute(TaggedPdf pdf, PdfNode node, string name) => pdf.Get<ArrayToken>(node.Dictionary, "A")?.Data
        .Select(attributes => pdf.Get<IToken>((DictionaryToken)pdf.Resolve(attributes), name)).FirstOrDefault(value => value is not null);

    [GeneratedRegex("^<[0-9A-F]{4}><([0-9A-F]+)>$", RegexOptions.Multiline)]
    private static partial Regex CharacterLine();
}
