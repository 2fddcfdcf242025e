using System.Globalization;
using System.Text;

namespace AccessiblePdf.Writer;

/// <summary>The metadata, with equal values in the information dictionary and in XMP (ISO 19005-2, 6.6.3).</summary>
sealed record Properties(string Title, string Language, string? Author, string? Subject, string Keywords, DateTimeOffset Created,
    DateTimeOffset Modified)
{
    const string Producer = "AccessiblePdf";

    public int WriteInformation(PdfFile file)
    {
        var entries = $"<</Title{PdfSyntax.Text(Title)}";
        if (Author is not null) entries += $"/Author{PdfSyntax.Text(Author)}";
        if (Subject is not null) entries += $"/Subject{PdfSyntax.Text(Subject)}";
        if (Keywords.Length > 0) entries += $"/Keywords{PdfSyntax.Text(Keywords)}";
        return file.Add($"{entries}/Producer{PdfSyntax.Text(Producer)}/CreationDate{PdfSyntax.Date(Created)}/ModDate{PdfSyntax.Date(Modified)}>>");
    }

    /// <summary>Uncompressed, so that every tool finds the conformance claims (ISO 19005-2, 6.6.2 and 6.6.4; ISO 14289-1, 5).</summary>
    public int WriteXmp(PdfFile file)
    {
        var id = file.Reserve();
        file.SetRawStream(id, "/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Xmp()));
        return id;
    }

    string Xmp() => $"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escaped(Title)}</rdf:li></rdf:Alt></dc:title>
        <dc:language><rdf:Bag><rdf:li>{Language}</rdf:li></rdf:Bag></dc:language>
        {Element("dc:creator", Author, "<rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq>")}{Element("dc:description", Subject, "<rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt>")}{Element("pdf:Keywords", Keywords.Length == 0 ? null : Keywords, "", "")}<pdf:Producer>{Producer}</pdf:Producer>
        <xmp:CreateDate>{Date(Created)}</xmp:CreateDate>
        <xmp:ModifyDate>{Date(Modified)}</xmp:ModifyDate>
        <pdfaid:part>2</pdfaid:part>
        <pdfaid:conformance>A</pdfaid:conformance>
        <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """;

    static string Element(string name, string? text, string before, string after) =>
        text is null ? "" : $"<{name}>{before}{Escaped(text)}{after}</{name}>\n";

    static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;",
        StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&apos;", StringComparison.Ordinal);

    static string Date(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
}
