using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Packages that Word opens although they break the rules.</summary>
public sealed class WordPackageTests
{
    const string Core = "docProps/core.xml", Rels = "_rels/.rels", Types = "[Content_Types].xml";

    public static TheoryData<string, byte[]> Unreached => new()
    {
        { "resource forks of a Mac", DamagedDocx.With(("__MACOSX/word/._document.xml", "\0\u0005"), (".DS_Store", "x")) },
        { "broken xml", DamagedDocx.With(("word/rest.xml", "<a><b>")) },
        { "deep xml", DamagedDocx.With(("word/rest.xml",
            string.Concat(Enumerable.Repeat("<a>", 500)) + string.Concat(Enumerable.Repeat("</a>", 500)))) },
        { "an entity", DamagedDocx.With(("rest.xml", "<!DOCTYPE x [<!ENTITY e \"a\">]><x>&e;</x>")) },
        { "broken relationships", DamagedDocx.With(("customXml/_rels/item1.xml.rels", "<Relationships>")) },
    };

    [Theory]
    [MemberData(nameof(Unreached), DisableDiscoveryEnumeration = true)] // xunit writes enumerated data, whole files here, into ids
    public void What_no_relationship_reaches_is_ignored(string kind, byte[] file)
    {
        var read = WordReading.Of(file);

        Assert.True(read.Remarks is { Problems: [], Hints: [] }, kind);
        Assert.Equal("<p>Text</p>", read.Markup);
    }

    [Theory]
    [InlineData("docProps/app.xml", "extended-properties", "<Properties><Company>B\u00fcro</Company></Properties>")]
    [InlineData("customXml/item1.xml", "customXml", "<a><b>")]
    [InlineData(Core, "metadata/core-properties", "<coreProperties><title>x")]
    public void Damaged_parts_that_are_not_shown_are_passed_over(string name, string type, string content)
    {
        var file = WithPart(name, type, stream => stream.Write(System.Text.Encoding.Latin1.GetBytes(content)));

        var read = WordReading.Of(file);

        Assert.Empty(read.Remarks.Problems);
        Assert.Empty(read.Hints);
        Assert.Equal("<p>Text</p>", read.Markup);
    }

    [Fact]
    public void A_damaged_part_that_would_be_shown_is_told()
    {
        var read = WordReading.Of(DamagedDocx.With(("word/styles.xml", "<w:styles>")));

        Assert.Equal("<p>Text</p>", read.Markup);
        Assert.Contains("„word/styles.xml“) ist beschädigt", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<dcterms:created xsi:type=\"dcterms:W3CDTF\"></dcterms:created>")]
    [InlineData("<dc:creator>A</dc:creator><dc:creator>B</dc:creator>")]
    [InlineData("<cp:unknown>x</cp:unknown>")]
    public void Invalid_properties_keep_no_text_from_being_read(string property)
    {
        var read = WordReading.Of(WithCore(property + "<cp:contentStatus>Entwurf</cp:contentStatus>"));

        Assert.True(read.Notes?.Head.IsDraft);
        Assert.Equal("<p>Text</p>", read.Markup);
    }

    [Fact]
    public void A_draft_whose_properties_are_damaged_is_not_published()
    {
        var read = WordReading.Of(WithPart(Core, "metadata/core-properties",
            stream => stream.Write("<a><contentStatus>Entwurf</contentStatus>"u8)));

        Assert.Null(read.Notes);
        Assert.Contains("ob sie ein Entwurf ist", Assert.Single(read.Remarks.Problems).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "\\")]
    [InlineData("word/", "Word/")]
    [InlineData("[Content_Types]", "[content_types]")]
    [InlineData("^", "./")]
    [InlineData("^", "/")]
    public void Names_written_otherwise_are_understood(string written, string otherwise)
    {
        var file = DamagedDocx.Changed(Of(P("Text", "Titel")), archive =>
        {
            foreach (var entry in archive.Entries.ToList())
            {
                var content = DamagedDocx.Read(archive, entry.FullName);
                var name = written == "^" ? otherwise + entry.FullName
                    : entry.FullName.Replace(written, otherwise, StringComparison.Ordinal);
                entry.Delete();
                DamagedDocx.Write(archive, name, content);
            }
        });

        Assert.Equal("Text", WordReading.Of(file).Notes?.Head.Title);
    }

    [Fact]
    public void A_picture_without_a_content_type_is_shown()
    {
        var file = DamagedDocx.Changed(
            Of($"<w:p>{Picture("bild", "descr=\"Zwei Flächen\"")}</w:p>", document => document.AddPicture("bild", TestPictures.Png())),
            archive =>
        {
            var types = System.Xml.Linq.XDocument.Parse(DamagedDocx.Read(archive, Types));
            types.Root!.Elements().Where(type =>
                ((string?)type.Attribute("ContentType"))?.StartsWith("image/", StringComparison.Ordinal) == true).ToList()
                .ForEach(type => type.Remove());
            DamagedDocx.Write(archive, Types, types.ToString());
        });

        var read = WordReading.Of(file);

        Assert.Single(read.Content.Pictures);
        Assert.Empty(read.Hints);
    }

    [Fact]
    public void What_could_not_be_read_is_reported_without_its_text()
    {
        List<ReadingFailure> failures = [];
        var remarks = new Remarks();
        var file = DamagedDocx.With(("word/document.xml", "<w:document><w:body>geheim"));

        Assert.Null(new NotesReading.Word.WordNotes(new() { Failed = failures.Add }).Parse(file, "Ein Termin", remarks));

        var failure = Assert.Single(failures);
        Assert.Equal("XmlException", failure.Kind);
        Assert.Contains("WordPackage.", failure.Place, StringComparison.Ordinal);
    }

    static byte[] WithCore(string properties) =>
        WithPart(Core, "metadata/core-properties", stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        + $"xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">{properties}</cp:coreProperties>")));

    static byte[] WithPart(string name, string type, Action<Stream> write) => DamagedDocx.Changed(Of(P("Text")), archive =>
    {
        var family = type.StartsWith("metadata", StringComparison.Ordinal) ? "package/2006" : "officeDocument/2006";
        var relationship = $"<Relationship Id=\"rIdX\" Type=\"http://schemas.openxmlformats.org/{family}/relationships/{type}\" "
            + $"Target=\"/{name}\"/>";
        DamagedDocx.Write(archive, Rels,
            DamagedDocx.Read(archive, Rels).Replace("</Relationships>", $"{relationship}</Relationships>", StringComparison.Ordinal));
        DamagedDocx.Write(archive, Types,
            DamagedDocx.Read(archive, Types).Replace("</Types>", $"<Override PartName=\"/{name}\" ContentType=\"{TypeOf(type)}\"/></Types>",
                StringComparison.Ordinal));
        using var stream = archive.CreateEntry(name).Open();
        write(stream);
    });

    static string TypeOf(string relationship) => relationship switch
    {
        "metadata/core-properties" => "application/vnd.openxmlformats-package.core-properties+xml",
        "extended-properties" => "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        _ => "application/xml",
    };
}
