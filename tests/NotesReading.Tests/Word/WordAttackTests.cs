using System.Text;
using CsCheck;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Files that are no Word files, are broken, or mean harm: each gets one clear message, and never takes the app down.</summary>
public sealed class WordAttackTests
{
    const string Doc = "word/document.xml";
    static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "empty", [], "Die Datei ist leer" },
        { "text", "Ein Text"u8.ToArray(), "Das ist keine Word-Datei" },
        { "pdf", "%PDF-1.7"u8.ToArray(), "Das ist eine PDF-Datei" },
        { "rtf", @"{\rtf1 Text}"u8.ToArray(), "Das ist eine RTF-Datei" },
        { ".doc renamed", Compound, "im alten Word-Format (.doc)" },
        { "password", [.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")],
            "mit einem Kennwort oder durch Rechteverwaltung geschützt" },
        { "zip", DamagedDocx.Zip("bild.png"), "Das ist ein ZIP-Archiv" },
        { "odt", DamagedDocx.Zip("mimetype", "content.xml"), "von LibreOffice oder OpenOffice" },
        { "xlsx", DamagedDocx.Zip("[Content_Types].xml", "xl/workbook.bin"), "Das ist eine Excel-Datei" },
        { "pptx", DamagedDocx.Zip("[Content_Types].xml", "ppt/presentation.bin"), "Das ist eine PowerPoint-Datei" },
        { "half a file", Of(P("Text"))[..900], "Die Word-Datei ist beschädigt" },
        { "no document", DamagedDocx.Zip("[Content_Types].xml", "word/other.bin"), "Die Word-Datei ist beschädigt" },
        { "broken xml", DamagedDocx.With((Doc, "<w:document><w:body>")), "Die Word-Datei ist beschädigt" },
        { "no body", DamagedDocx.With((Doc, "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>")),
            "Die Word-Datei ist beschädigt" },
        { "outside entity", DamagedDocx.With((Doc,
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document "
            + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p>"
            + "</w:body></w:document>")), "eine Dokumenttypdefinition (DTD)" },
        { "entity behind much space", DamagedDocx.With((Doc, new string(' ', 2_000) + "<!DOCTYPE x [<!ENTITY e \"a\">]><x>&e;</x>")),
            "Die Word-Datei ist beschädigt" },
        { "entities in entities",
            DamagedDocx.With(("word/styles.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>")),
            "eine Dokumenttypdefinition (DTD)" },
        { "text bomb", DamagedDocx.Bomb(Doc, 30L << 20), "Der Text der Datei ist zu groß" },
        { "text bomb of another name", DamagedDocx.Renamed(Doc, "word/document.bin", Large), "Der Text der Datei ist zu groß" },
        { "entity in a part of another name",
            DamagedDocx.Renamed(Doc, "word/document.bin", text => "<!DOCTYPE x [<!ENTITY e \"a\">]>" + text),
            "eine Dokumenttypdefinition (DTD)" },
        { "deep part of another name", DamagedDocx.Renamed(Doc, "word/document.dat", Deep), "zu tief ineinander geschachtelt" },
        { "deep part that is a picture first", DamagedDocx.Changed(DamagedDocx.Renamed(Doc, "word/document.png", Deep), archive =>
            DamagedDocx.Write(archive, "_rels/.rels", DamagedDocx.Read(archive, "_rels/.rels").Replace("<Relationship ",
                "<Relationship Id=\"rIdY\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" "
                + "Target=\"/word/document.png\"/><Relationship ", StringComparison.Ordinal))), "zu tief ineinander geschachtelt" },
        { "deep styles of another name", DamagedDocx.Renamed("word/styles.xml", "word/styles", Deep), "zu tief ineinander geschachtelt" },
        { "bomb of content types", DamagedDocx.Bomb("[Content_Types].xml", 30L << 20), "Der Text der Datei ist zu groß" },
        { "picture bomb", DamagedDocx.Bomb("word/media/image1.png", 420L << 20), "ausgepackt zu groß" },
        { "many entries", DamagedDocx.Zip([.. Enumerable.Range(0, 5_001).Select(number => $"word/{number}.bin")]), "ausgepackt zu groß" },
        { "deep", Of(string.Concat(Enumerable.Repeat("<w:ins w:id=\"1\" w:author=\"A\">", 5_000)) + P("Text")
            + string.Concat(Enumerable.Repeat("</w:ins>", 5_000))), "zu tief ineinander geschachtelt" },
    };

    static string Large(string xml) => xml.Replace("</w:body>", new string(' ', 30 << 20) + "</w:body>", StringComparison.Ordinal);

    static string Deep(string xml)
    {
        var end = xml.LastIndexOf("</", StringComparison.Ordinal);
        return xml.Insert(end, string.Concat(Enumerable.Repeat("<w:x>", 300)) + string.Concat(Enumerable.Repeat("</w:x>", 300)));
    }

    [Theory]
    [InlineData("word/document.bin")]
    [InlineData("word/document")]
    [InlineData("inhalt.dat")]
    public void A_main_part_of_another_name_is_read(string name)
    {
        var read = WordReading.Of(DamagedDocx.Renamed(Doc, name, text => text));

        Assert.Empty(read.Remarks.Problems);
        Assert.Equal("<p>Text</p>", read.Markup);
    }

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)] // xunit writes enumerated data, whole files here, into ids
    public void Each_hostile_file_gets_one_clear_message(string kind, byte[] file, string expected)
    {
        var read = WordReading.Of(file);

        Assert.Null(read.Notes);
        Assert.True(Assert.Single(read.Remarks.Problems).Text.Contains(expected,
            StringComparison.Ordinal), $"{kind}: {read.Remarks.Problems[0].Text}");
    }

    [Theory]
    [InlineData("../NULL", false)]
    [InlineData("media/fehlt.png", false)]
    [InlineData("mailto:one@", true)]
    [InlineData("http://[kaputt", true)]
    [InlineData("http:\\\\server\\ablage\\x y", true)]
    [InlineData("", true)]
    public void Relationships_that_word_opens_are_opened_here(string target, bool isLink)
    {
        const string rels = "word/_rels/document.xml.rels";
        var relationship = isLink
            ? "<Relationship Id=\"rIdX\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" "
            + $"Target=\"{target}\" TargetMode=\"External\"/>"
            : "<Relationship Id=\"rIdX\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" "
            + $"Target=\"{target}\"/>";
        var file = DamagedDocx.Changed(Of($"<w:p><w:hyperlink r:id=\"rIdX\">{R("Seite")}</w:hyperlink></w:p>"), archive =>
            DamagedDocx.Write(archive, rels,
                DamagedDocx.Read(archive, rels).Replace("</Relationships>", $"{relationship}</Relationships>", StringComparison.Ordinal)));

        var read = WordReading.Of(file);

        Assert.Empty(read.Remarks.Problems);
        Assert.Contains("Seite", read.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_that_lead_from_one_to_the_next_without_end_take_nothing_down()
    {
        var read = WordReading.Of(Of($"<w:p>{R("Text")}<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
            document => document.AddFootnotes(
            [.. Enumerable.Range(1, 20_000)
                .Select(number => $"<w:p>{R($"Note {number}")}<w:r><w:footnoteReference w:id=\"{number + 1}\"/></w:r></w:p>")])));

        Assert.Contains("Note 1 (Note 2 (Note 3", read.Markup, StringComparison.Ordinal);
    }

    /// <summary>What would take minutes if each one were compared with all before it.</summary>
    public static TheoryData<string, Func<string>> Many => new()
    {
        { "merged cells", () => Table([Row("", Cell("A"), Cell("B")),
            .. Enumerable.Repeat(Row("", Cell("", "<w:vMerge/>"), Cell("", "<w:vMerge w:val=\"restart\"/>")), 20_000)]) },
        { "runs of one paragraph", () => $"<w:p>{string.Concat(Enumerable.Repeat(R("Wort "), 200_000))}</w:p>" },
        { "page breaks", () => $"<w:p>{string.Concat(Enumerable.Repeat("<w:r><w:br w:type=\"page\"/></w:r>", 60_000))}{R("Text")}</w:p>" },
        { "headings of one name", () => string.Concat(Enumerable.Repeat(P("Gleich", "berschrift1"), 40_000)) },
    };

    [Theory]
    [MemberData(nameof(Many))]
    public async Task Very_many_of_a_kind_are_read_in_seconds(string kind, Func<string> body)
    {
        var file = Of(body());

        var read = await Task.Run(() => WordReading.Of(file)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.True(read.Notes is not null, kind);
    }

    [Fact]
    public void The_strict_form_of_the_standard_is_read_too()
    {
        var file = DamagedDocx.Changed(Of(P("Ergebnisse", "berschrift1") + P("Text")), archive =>
        {
            foreach (var name in new[] { Doc, "word/styles.xml", "word/numbering.xml", "_rels/.rels", "word/_rels/document.xml.rels" })
            {
                DamagedDocx.Write(archive, name, DamagedDocx.Read(archive, name)
                    .Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal)
                    .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal));
            }
        });

        Assert.Equal("<h1 id=\"ergebnisse\">Ergebnisse</h1><p>Text</p>", WordReading.Of(file).Markup);
    }

    [Fact]
    public void A_file_with_macros_under_another_name_is_read_without_them()
    {
        const string types = "[Content_Types].xml";
        var file = DamagedDocx.Changed(Of(P("Text")), archive => DamagedDocx.Write(archive, types, DamagedDocx.Read(archive, types)
            .Replace("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal)));

        Assert.Equal("<p>Text</p>", WordReading.Of(file).Markup);
    }

    [Fact]
    public void Styles_and_lists_that_lead_in_circles_are_followed_once()
    {
        var file = DamagedDocx.Changed(Of(P("Text", "A") + Li("Punkt", 4)), archive =>
        {
            DamagedDocx.Write(archive, "word/styles.xml", DamagedDocx.Read(archive, "word/styles.xml").Replace("</w:styles>",
                "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" "
                + "w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style></w:styles>", StringComparison.Ordinal)
                .Replace("<w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style><w:style w:type=\"character\"",
                "<w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style><w:style w:type=\"character\"", StringComparison.Ordinal));
        });

        Assert.StartsWith("<p>Text</p>", WordReading.Of(file).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Flipped_bytes_never_throw()
    {
        var file = Of(
            P("Titel", "Titel") + P("Kopf", "berschrift1") + Li("eins", 1) + Li("zwei", 2, 1)
                + Table(Row("<w:tblHeader/>", Cell("A"), Cell("B")), Row("", Cell("1"), Cell("2")))
            + $"<w:p>{R("Text")}<w:r><w:footnoteReference w:id=\"1\"/>"
            + $"</w:r>{Picture("bild", "descr=\"x\"")}{Field("HYPERLINK \"https://thaff.example\"", R("Seite"))}</w:p>",
            document =>
            {
                document.AddFootnotes(Note("Note"));
                document.AddPicture("bild", TestPictures.Png());
            });
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte).List[1, 12].Sample(flips =>
        {
            byte[] changed = [.. file];
            foreach (var (at, value) in flips) changed[at] = value;
            var read = WordReading.Of(changed);
            return read.Notes is not null ? read.Markup is not null : read.Remarks.Problems.Count > 0;
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void Changed_markup_never_throws()
    {
        var body = P("Kopf", "berschrift1") + Li("eins", 1) + Li("zwei", 2, 1)
            + Table(Row("<w:tblHeader/>", Cell("A", "<w:gridSpan w:val=\"2\"/>"), Cell("B", "<w:vMerge w:val=\"restart\"/>")),
            Row("<w:gridBefore w:val=\"1\"/>", Cell("1"), Cell("2", "<w:vMerge/>")))
            + $"<w:p>{R("Text")}{Field("REF x \\h", R("Seite"))}</w:p>";
        string[] pieces = ["w:p>", "w:tc>", "w:tr>", "w:tbl>", "w:r>", "w:val=\"1\"", "w:val=\"2\"", "restart", "begin", "separate",
            "\"end\"", "w:numPr", "w:pStyle", "w:gridSpan", "w:vMerge"];
        string[] others = ["w:sdt>", "w:ins>", "w:x>", "w:val=\"-9\"", "w:val=\"99999999999\"", "w:val=\"\"", "w:del", "w:p>", "w:tbl>"];
        Gen.Select(Gen.Int[0, pieces.Length - 1], Gen.Int[0, others.Length - 1]).List[1, 4].Sample(changes =>
        {
            var changed = changes.Aggregate(body,
                (text, change) => text.Replace(pieces[change.Item1], others[change.Item2], StringComparison.Ordinal));
            var read = WordReading.Of(DamagedDocx.Changed(Of(P("Text")),
                archive => DamagedDocx.Write(archive, Doc,
                    DamagedDocx.Read(archive, Doc).Replace("<w:body>", $"<w:body>{changed}", StringComparison.Ordinal))));
            return read.Notes is not null ? read.Markup is not null : read.Remarks.Problems.Count > 0;
        }, iter: 300, threads: 1);
    }
}
