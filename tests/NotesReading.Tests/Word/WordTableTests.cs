using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

public sealed class WordTableTests
{
    const string Header = "<w:tblHeader/>";
    const string Restart = "<w:vMerge w:val=\"restart\"/>";
    const string GoesOn = "<w:vMerge/>";

    public static TheoryData<string, string> Tables => new()
    {
        { Table(Row(Header, Cell("A"), Cell("B")), Row("", Cell("1"), Cell("2"))),
            "<thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>" },
        { Table(Row(Header, Cell("A", "<w:gridSpan w:val=\"2\"/>"), Cell("B", Restart)),
            Row(Header, Cell("C"), Cell("D"), Cell("", GoesOn)), Row("", Cell("1"), Cell("2"), Cell("3"))),
            "<thead><tr><th scope=\"col\" colspan=\"2\">A</th><th scope=\"col\" rowspan=\"2\">B</th></tr><tr><th scope=\"col\">C</th>"
            + "<th scope=\"col\">D</th></tr></thead><tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody>" },
        { Table(Row(Header, Cell("A", Restart), Cell("B")), Row("", Cell("", GoesOn), Cell("C")), Row("", Cell("1"), Cell("2"))),
            "<thead><tr><th scope=\"col\" rowspan=\"2\">A</th><th scope=\"col\">B</th></tr><tr><th scope=\"col\">C</th></tr></thead>"
            + "<tbody><tr><td>1</td><td>2</td></tr></tbody>" },
        { Table(Row(Header, Cell("A"), Cell("B")), Row("", Cell("1", Restart), Cell("2")), Row("", Cell("", GoesOn), Cell("3")),
            Row("", Cell("4"), Cell("5"))),
            "<thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td rowspan=\"2\">1</td><td>2</td></tr>"
            + "<tr><td>3</td></tr><tr><td>4</td><td>5</td></tr></tbody>" },
        { Table(Row(Header, Cell("A", "<w:hMerge w:val=\"restart\"/>"), Cell("B", "<w:hMerge/>")), Row("", Cell("1"), Cell("2"))),
            "<thead><tr><th scope=\"col\" colspan=\"2\"><p>A</p><p>B</p></th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>" },
        { Table(Row("", Cell("Datum:"), Cell("5. 10.")), Row("", Cell("Uhr:"), Cell("10"))),
            "<tbody><tr><th scope=\"row\">Datum:</th><td>5. 10.</td></tr><tr><th scope=\"row\">Uhr:</th><td>10</td></tr></tbody>" },
        { Table(Row("", Cell(""), Cell("")), Row(Header, Cell("A"), Cell("B")), Row("", Cell("1"), Cell("")), Row("", Cell(""), Cell(""))),
            "<thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody>" },
        { Table(Row(Header, Cell("A"), Cell("B")), Row("<w:del w:id=\"1\" w:author=\"A\"/>", Cell("weg"), Cell("weg")),
            Row("<w:ins w:id=\"1\" w:author=\"A\"/>", Cell("neu"), Cell("neu"))),
            "<thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td>neu</td><td>neu</td></tr></tbody>" },
        { Table(Row(Header, Cell("A"),
            Cell("B")), $"<w:sdt><w:sdtPr/><w:sdtContent>{Row("", Cell("1"), $"<w:sdt><w:sdtPr/><w:sdtContent>{Cell("2")}</w:sdtContent>"
            + "</w:sdt>")}</w:sdtContent></w:sdt>"),
            "<thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>" },
        { Table(Row(Header, Cell("A"), Cell("B")),
            Row("", Cell("1").Replace("<w:pPr>", "<w:pPr><w:jc w:val=\"right\"/>", StringComparison.Ordinal),
                Cell("2").Replace("<w:pPr>", "<w:pPr><w:jc w:val=\"center\"/>", StringComparison.Ordinal))),
            "<thead><tr><th scope=\"col\" class=\"end\">A</th><th scope=\"col\" class=\"middle\">B</th></tr></thead><tbody><tr><td "
            + "class=\"end\">1</td><td class=\"middle\">2</td></tr></tbody>" },
        { Table(Row(Header, Cell("A"), Cell("B")), Row("", Cell(""), Cell("")), Row("", Cell("1", Restart), Cell("2")),
            Row("", Cell("", GoesOn), Cell("")), Row("", Cell(""), Cell("")), Row("", Cell("3"), Cell("4"))),
            "<thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td rowspan=\"2\">1</td><td>2</td></tr>"
            + "<tr><td></td></tr><tr><td>3</td><td>4</td></tr></tbody>" },
        { Table(Row(Header, Cell("A"), Cell("B")), Row("<w:gridBefore w:val=\"1\"/>", Cell("2"))),
            "<thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td></td><td>2</td></tr></tbody>" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Tables_keep_header_rows_and_merged_cells(string body, string expected)
    {
        var read = WordReading.Of(Of(body + P("danach")));

        Assert.Equal($"<table>{expected}</table><p>danach</p>", read.Markup);
        Assert.Empty(read.Remarks.Problems);
    }

    [Fact]
    public void A_table_without_marked_header_takes_its_first_row_and_says_so()
    {
        var read = WordReading.Of(Of(P("Zahlen", "berschrift1") + Table(Row("", Cell("A"), Cell("B")), Row("", Cell("1"), Cell("2")))));

        Assert.Contains("<thead><tr><th scope=\"col\">A</th>", read.Markup, StringComparison.Ordinal);
        Assert.StartsWith("Nach der Überschrift „Zahlen“, in einer Tabelle: Die Tabelle hat keine gekennzeichnete Kopfzeile",
            Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Unmarked => new()
    {
        { "Name|Ort;Anna|Erfurt;Ben|Jena", "columns" },
        { "|2025|2026;Bau|3|4;Pflege|5|6", "columns" },
        { "Branche|2025|2026;Bau|3|4;Pflege|5|6", "columns" },
        { "|Anzahl|%;Ja|242|45;Nein|99|18", "columns" },
        { "Tag|12.10.|13.10.;Früh|Anna|Ben;Spät|Ben|Anna", "columns" },
        { "Kurs|Std. pro Woche ca.;A1|20", "columns" },
        { "1|2|3;4|5|6;7|8|9", "none" },
        { "2024|2025;2026|2027", "none" },
        { "Bau|3|4;Pflege|5|6", "rows" },
        { "Name|;Anschrift|;Land|", "rows" },
        { "Bau||;Pflege|x|y", "rows" },
        { "docx|org.thaff.word.Package;pptx|org.thaff.slides.Package", "rows" },
        { "Seite|https://thaff.example;Post|Postfach 3", "rows" },
        { "Bau|Wir haben auf der Baustelle gefragt, wer wen einweist und wer dafür Zeit bekommt.;Pflege|Alle.", "rows" },
        { "Wir haben lange gefragt, was hilft.|Und Sie haben uns viel geantwortet.;Danke für alles an alle.|Bis zum nächsten Mal.", "none" },
        { "Bau|3;Bau|4", "none" },
        { "|;x|y", "none" },
    };

    [Theory]
    [MemberData(nameof(Unmarked))]
    public void Only_what_reads_like_a_name_becomes_a_header_where_none_is_marked(string cells, string heads)
    {
        var read = WordReading.Of(Of(Table([.. cells.Split(';').Select(row => Row("", [.. row.Split('|').Select(cell => Cell(cell))]))])));

        var found = read.Content.Blocks switch
        {
            [AccessiblePdf.Model.DefinitionList] => "rows",
            [AccessiblePdf.Model.Table { Header.Count: 1 }] => "columns",
            [AccessiblePdf.Model.Table { HasNoHeader: true }] => "none",
            [AccessiblePdf.Model.Table table] when table.Rows.All(row => row.Cells[0].IsRowHeader) => "rows",
            [AccessiblePdf.Model.Paragraph, ..] => "none",
            _ => read.Markup,
        };
        Assert.Equal(heads, found);
    }

    [Theory]
    [InlineData("Name|Ort;Anna|Erfurt;Ben|Jena", "ihre erste Zeile wurde dafür genommen. In Word: Zeile markieren, „Tabellenlayout“, „Überschriften wiederholen“.")]
    [InlineData("Bau|3|4;Pflege|5|6", "ihre erste Spalte wurde als Namen der Zeilen genommen. In Word: „Tabellenentwurf“, eine Formatvorlage mit hervorgehobener erster Spalte, Haken bei „Erste Spalte“.")]
    [InlineData("1|2|3;4|5|6", "vorgelesen sagt keine Zelle, was sie bedeutet. Benennt eine Zeile die Spalten, hilft in Word: Zeile markieren, „Tabellenlayout“, „Überschriften wiederholen“. Benennt die erste Spalte die Zeilen: „Tabellenentwurf“, eine Formatvorlage mit hervorgehobener erster Spalte, Haken bei „Erste Spalte“.")]
    public void The_hint_names_the_mark_that_fits_the_table(string cells, string hint)
    {
        var read = WordReading.Of(Of(Table([.. cells.Split(';').Select(row => Row("", [.. row.Split('|').Select(cell => Cell(cell))]))])));

        Assert.Equal($"Am Anfang, in einer Tabelle: Die Tabelle hat keine gekennzeichnete Kopfzeile; {hint}", Assert.Single(read.Hints));
    }

    [Fact]
    public void A_merged_cell_that_reaches_over_all_rows_makes_no_header_of_them() => Assert.DoesNotContain("<th", WordReading.Of(Of(
        Table(Row("", Cell("A"), Cell("B", Restart)), Row("", Cell("1"), Cell("", GoesOn))))).Markup, StringComparison.Ordinal);

    [Fact]
    public void Columns_without_content_are_left_out_and_merged_cells_become_narrower()
    {
        var read = WordReading.Of(Of(Table(
            Row(Header, Cell("", "<w:gridSpan w:val=\"2\"/>"), Cell("B"), Cell(""), Cell("C")),
            Row("", Cell(""), Cell("Bau"), Cell("1"), Cell(""), Cell("2")),
            Row("", Cell(""), Cell("Summe: 3", "<w:gridSpan w:val=\"4\"/>")))));

        Assert.Equal("<table><thead><tr><th scope=\"col\"></th><th scope=\"col\">B</th><th scope=\"col\">C</th></tr></thead><tbody>"
            + "<tr><th scope=\"row\">Bau</th><td>1</td><td>2</td></tr><tr><td colspan=\"3\">Summe: 3</td></tr></tbody></table>", read.Markup);
    }

    [Fact]
    public void A_column_to_be_filled_in_by_hand_stays() => Assert.Equal(
        "<table><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Unterschrift</th></tr></thead><tbody><tr><td>Anna</td><td></td></tr>"
        + "</tbody></table>",
        WordReading.Of(Of(Table(Row(Header, Cell("Name"), Cell("Unterschrift")), Row("", Cell("Anna"), Cell(""))))).Markup);

    [Fact]
    public void A_cell_that_nobody_filled_in_keeps_its_place()
    {
        var empty = $"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{Cell("Klicken Sie hier")}</w:sdtContent></w:sdt>";

        var read = WordReading.Of(Of(Table(Row(Header, Cell("A"), Cell("B"), Cell("C")), Row("", Cell("1"), empty, Cell("3")))));

        Assert.EndsWith("<tr><td>1</td><td></td><td>3</td></tr></tbody></table>", read.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_with_one_filled_row_is_only_its_text() =>
        Assert.Equal("<p>A</p><p>B</p>", WordReading.Of(Of(Table(Row("", Cell(""), Cell("")), Row("", Cell("A"), Cell("B"))))).Markup);

    [Theory]
    [InlineData("|*2025|*2026;*Bau|2023|2024;*Pflege|2021|2022", 1, true)]
    [InlineData("*Was|*1|*2;*Dauer|3|4;*Kosten|5|6", 1, true)]
    [InlineData("*Was|*1|*2;Dauer|3|4;Kosten|1|1;*Summe|*4|*5", 1, false)]
    [InlineData("*Was|*A|*B;*Dauer|*3|*4;*Kosten|*5|*6", 1, false)]
    [InlineData("|*1|*2;*3|*4|*5;*6|*7|*8", 0, false)]
    [InlineData("*1|2|*3;4|5|6;7|8|9", 0, false)]
    public void Bold_names_columns_and_rows_where_what_they_name_is_not_bold(string cells, int headers, bool namesRows)
    {
        var read = WordReading.Of(Of(Table([.. cells.Split(';').Select(row => Row("", [.. row.Split('|')
            .Select(cell => cell.StartsWith('*') ? Bold(cell[1..]) : Cell(cell))]))])));

        var table = Assert.IsType<AccessiblePdf.Model.Table>(Assert.Single(read.Content.Blocks));
        Assert.Equal((headers, namesRows), (table.Header.Count, table.Rows.All(row => row.Cells[0].IsRowHeader)));
    }

    public static TheoryData<string, string> Titles => new()
    {
        // the row below is a header, marked or bold
        { Table(Row(Header, Wide("Zahlen")), Row(Header, Cell("A"), Cell("B")), Row("", Cell("1"), Cell("2"))), "<caption>Zahlen</caption><thead><tr><th scope=\"col\">A" },
        { Table(Row("", Wide("Zahlen")), Row("", Bold("A"), Bold("B")), Row("", Cell("1"), Cell("2"))), "<caption>Zahlen</caption><thead><tr><th scope=\"col\">A" },
        // the first column names the rows
        { Table(Row("", Wide("Januar")), Row("", Bold("1"), Cell("Neujahr")), Row("", Bold("6"), Cell("Dreikönig"))), "<caption>Januar</caption><tbody><tr><th scope=\"row\">1" },
        // with a caption
        { P("Tabelle 1", "Beschriftung") + Table(Row("", Wide("Zahlen")), Row("", Bold("A"), Bold("B")), Row("", Cell("1"), Cell("2"))), "<caption>Tabelle 1<br>Zahlen</caption><thead>" },
        // one section of several
        { Table(Row("", Wide("Vormittag")), Row("", Bold("A"), Bold("B")), Row("", Cell("1"), Cell("2")), Row("", Wide("Nachmittag")),
            Row("", Cell("3"), Cell("4"))), "<table><tbody><tr><td colspan=\"2\">Vormittag" },
        // the row below reads like a header, or its first cells like names
        { Table(Row("", Wide("Zahlen")), Row("", Cell("A"), Cell("B")), Row("", Cell("1"), Cell("2"))), "<caption>Zahlen</caption><thead><tr><th scope=\"col\">A" },
        { Table(Row("", Wide("Zahlen")), Row("", Cell("A"), Cell("1")), Row("", Cell("B"), Cell("2"))), "<caption>Zahlen</caption><tbody><tr><th scope=\"row\">A" },
        // no header below, not all columns, or nothing below
        { Table(Row("", Wide("Zahlen")), Row("", Cell("1"), Cell("2")), Row("", Cell("3"), Cell("4"))), "<table><tbody><tr><td colspan=\"2\">Zahlen" },
        { Table(Row(Header, Wide("Zahlen"), Cell("C")), Row(Header, Cell("A"), Cell("B"), Cell("D")), Row("", Cell("1"), Cell("2"), Cell("3"))), "<table><thead><tr><th scope=\"col\" colspan=\"2\">Zahlen" },
        { Table(Row(Header, Wide("Zahlen")), Row("", Cell("1"), Cell("2"))), "<table><thead><tr><th scope=\"col\" colspan=\"2\">Zahlen" },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_first_row_across_all_columns_is_the_name_of_the_table_not_a_header_of_each(string body, string expected) =>
        Assert.Contains(expected, WordReading.Of(Of(body)).Markup, StringComparison.Ordinal);

    static string Wide(string text) => Cell(text, "<w:gridSpan w:val=\"2\"/>");

    static string Bold(string text) => $"<w:tc><w:p>{R(text, "<w:b/>")}</w:p></w:tc>";

    [Theory]
    [InlineData("<p>Rahmen</p>", "Rahmen")]
    [InlineData("<p>links</p><p>rechts</p>", "links", "rechts")]
    [InlineData("<p>allein</p>", "", "allein")]
    [InlineData("", "")]
    public void A_table_of_one_row_is_only_its_text(string expected, params string[] cells) =>
        Assert.Equal(expected + "<p>Text</p>",
            WordReading.Of(Of(Table(Row("", [.. cells.Select(cell => Cell(cell))])) + P("Text"))).Markup);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_of_one_row_that_its_author_named_stays_one(bool isAbove)
    {
        var (table, caption) = (Table(Row("", Cell("Anna"), Cell("Erfurt"))), P("Tabelle 1: Wer wo ist", "Beschriftung"));

        var read = WordReading.Of(Of(P("Text") + (isAbove ? caption + table : table + caption) + P("Ende")));

        Assert.Equal("<p>Text</p><table><caption>Tabelle 1: Wer wo ist</caption><tbody><tr><td>Anna</td><td>Erfurt</td></tr></tbody></table>"
            + "<p>Ende</p>", read.Markup);
    }

    [Fact]
    public void A_frame_beside_the_caption_of_another_table_or_of_a_picture_is_only_its_text()
    {
        var frame = Table(Row("", Cell("links"), Cell("rechts")));

        Assert.StartsWith("<p>links</p><p>rechts</p><table><caption>Tabelle 1</caption>", WordReading.Of(Of(frame + P("Tabelle 1", "Beschriftung")
            + Table(Row(Header, Cell("A"), Cell("B")), Row("", Cell("1"), Cell("2"))))).Markup, StringComparison.Ordinal);
        Assert.StartsWith("<p>links</p><p>rechts</p><p>Abbildung 1", WordReading.Of(Of(frame + P("Abbildung 1", "Beschriftung"))).Markup,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Below_an_empty_corner_the_first_column_names_the_rows_but_not_the_sections() => Assert.Equal(
        "<table><thead><tr><th scope=\"col\"></th><th scope=\"col\">2025</th><th scope=\"col\">2026</th></tr></thead><tbody>"
        + "<tr><th scope=\"row\">Bau</th><td>1</td><td>2</td></tr><tr><td colspan=\"3\">Dienste</td></tr>"
        + "<tr><th scope=\"row\">Pflege</th><td>3</td><td>4</td></tr></tbody></table>",
        WordReading.Of(Of(Table(Row(Header, Cell(""), Cell("2025"), Cell("2026")), Row("", Cell("Bau"), Cell("1"), Cell("2")),
            Row("", Cell("Dienste", "<w:gridSpan w:val=\"3\"/>")), Row("", Cell("Pflege"), Cell("3"), Cell("4"))))).Markup);

    [Fact]
    public void A_cell_over_two_columns_names_no_row() => Assert.DoesNotContain("<th", WordReading.Of(Of(Table(
        Row("", Wide("Erster und zweiter"), Cell("3.1")), Row("", Cell("Zweiter"), Cell("2.2"), Cell("3.2"))))).Markup,
        StringComparison.Ordinal);

    [Fact]
    public void Cells_hold_lists_tables_and_headings_which_are_bold_there()
    {
        var inner = Table(Row(Header, Cell("X"), Cell("Y")), Row("", Cell("1"), Cell("2")));
        var read = WordReading.Of(
            Of(Table(Row(Header, Cell("A"), Cell("B")),
                Row("", $"<w:tc>{P("Kopf", "berschrift1")}{Li("eins", 2)}</w:tc>", $"<w:tc>{inner}<w:p/></w:tc>"))));

        Assert.Contains("<td><p id=\"kopf\"><strong>Kopf</strong></p><ul><li>eins</li></ul></td>", read.Markup, StringComparison.Ordinal);
        Assert.Contains("<td><table><thead><tr><th scope=\"col\">X</th>", read.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_caption_belongs_to_the_table_below_or_above_it(bool isAbove)
    {
        var (table, caption) = (Table(Row(Header, Cell("A"), Cell("B")), Row("", Cell("1"), Cell("2"))),
            P("Tabelle 1: Zahlen", "Beschriftung"));

        var read = WordReading.Of(Of((isAbove ? caption + table : table + caption) + P("Text")));

        Assert.Contains("<table><caption>Tabelle 1: Zahlen</caption><thead>", read.Markup, StringComparison.Ordinal);
        Assert.EndsWith("</table><p>Text</p>", read.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<w:tblStyle w:val=\"Gitter\"/><w:tblLook w:val=\"04A0\"/>", true, true)]
    [InlineData("<w:tblStyle w:val=\"Hausgitter\"/><w:tblLook w:firstRow=\"1\" w:firstColumn=\"1\"/>", true, true)]
    [InlineData("<w:tblStyle w:val=\"Gitter\"/><w:tblLook w:val=\"04A0\" w:firstRow=\"1\" w:firstColumn=\"0\"/>", true, false)]
    [InlineData("<w:tblStyle w:val=\"Gitter\"/><w:tblLook w:val=\"0480\"/>", false, true)]
    [InlineData("<w:tblStyle w:val=\"Tabellenraster\"/><w:tblLook w:val=\"04A0\" w:firstRow=\"1\" w:firstColumn=\"1\"/>", true, false)]
    public void First_row_and_first_column_are_headers_where_the_style_shows_them(string properties, bool row, bool column)
    {
        var read = WordReading.Of(Of(Table(Row("", Cell("Jahr"), Cell("Zahl")), Row("", Cell("2025"), Cell("1")))
            .Replace("<w:tblPr/>", $"<w:tblPr>{properties}</w:tblPr>", StringComparison.Ordinal)));

        var table = Assert.IsType<AccessiblePdf.Model.Table>(Assert.Single(read.Content.Blocks));
        Assert.Equal((row ? 1 : 0, column), (table.Header.Count, table.Rows[^1].Cells[0].IsRowHeader));
        Assert.Equal(properties.Contains("raster", StringComparison.Ordinal), read.Hints.Any());
    }

    [Theory]
    [InlineData("Beginn:", "Ende:")]
    [InlineData("<w:b/>Beginn", "<w:b/>Ende")]
    public void Names_beside_their_values_are_definitions(string first, string second)
    {
        var read = WordReading.Of(Of(Table(Row("", Named(first), Cell("10 Uhr")), Row("", Named(second), Cell("12 Uhr, im Saal")))));

        Assert.Equal("<dl><dt>Beginn</dt><dd>10 Uhr</dd><dt>Ende</dt><dd>12 Uhr, im Saal</dd></dl>", read.Markup);
        Assert.Empty(read.Hints);

        static string Named(string text) => text.StartsWith("<w:b/>", StringComparison.Ordinal)
            ? $"<w:tc><w:p>{R(text[6..], "<w:b/>")}</w:p></w:tc>" : Cell(text);
    }

    [Fact]
    public void Names_beside_numbers_stay_a_table() =>
        Assert.Equal("<table><tbody><tr><th scope=\"row\">Bau:</th><td>12</td></tr><tr><th scope=\"row\">Pflege:</th><td>9</td></tr></tbody></table>",
            WordReading.Of(Of(Table(Row("", Cell("Bau:"), Cell("12")), Row("", Cell("Pflege:"), Cell("9"))))).Markup);

    public static TheoryData<string, string> Frames => new()
    {
        { Table(Row("", Cell("oben")), Row("", Cell("unten"))), "<p>oben</p><p>unten</p>" },
        { Table(Row("", Cell("A"), $"<w:tc>{Table(Row(Header, Cell("X"), Cell("Y")), Row("", Cell("1"), Cell("2")))}<w:p/></w:tc>"),
            Row("", Cell("B"), Cell("C"))),
            "<p>A</p><table><thead><tr><th scope=\"col\">X</th><th scope=\"col\">Y</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>"
            + "</table><p>B</p><p>C</p>" },
        { Table(Row("", $"<w:tc>{P("Rundbrief", "berschrift1")}{P("Text")}</w:tc>", Cell("Rand")), Row("", Cell("mehr"), Cell("Fuß"))),
            "<h1 id=\"rundbrief\">Rundbrief</h1><p>Text</p><p>Rand</p><p>mehr</p><p>Fuß</p>" },
        { Table(Row(Header, Cell("A"), $"<w:tc>{Table(Row(Header, Cell("X")), Row("", Cell("1")))}<w:p/></w:tc>"), Row("", Cell("B"), Cell("C"))),
            "<p>A</p><table><thead><tr><th scope=\"col\">X</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><p>B</p><p>C</p>" },
    };

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_table_that_only_places_its_content_is_that_content(string body, string expected) =>
        Assert.Equal(expected, WordReading.Of(Of(body)).Markup);

    [Fact]
    public void Boxes_of_a_form_are_content_of_a_table()
    {
        const string box = "<w:tc><w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
            + "</w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
            + "</w:tc>";

        Assert.Equal("<p>☒</p>", WordReading.Of(Of(Table(Row("", box)))).Markup);
        Assert.Equal("<table><thead><tr><th scope=\"col\">Ja</th><th scope=\"col\">Nein</th></tr></thead><tbody><tr><td>☒</td>"
            + "<td>☒</td></tr></tbody></table>", WordReading.Of(Of(Table(Row("", Cell("Ja"), Cell("Nein")), Row("", box, box)))).Markup);
    }

    [Fact]
    public void A_grid_of_pictures_is_those_pictures()
    {
        string Shown(string id) => $"<w:tc><w:p>{Picture(id, "descr=\"Bild der Gruppe\"")}</w:p></w:tc>";
        var read = WordReading.Of(Of(Table(Row("", Shown("a"), Shown("b")), Row("", Shown("a"), Cell(""))), document =>
        {
            document.AddPicture("a", TestPictures.Png());
            document.AddPicture("b", TestPictures.Png());
        }));

        Assert.Equal(["Figure", "Figure", "Figure"], read.Content.Blocks.Select(block => block.GetType().Name));
    }

    [Theory]
    [InlineData("a|b;Stufen|Ablauf", "Figure Stufen, Figure Ablauf")]
    [InlineData("a|b;Stufen|Ablauf;a|;Wand|", "Figure Stufen, Figure Ablauf, Figure Wand")]
    [InlineData("a|b;Stufen|", "Table")]
    [InlineData("Vorher|Nachher;a|b", "Table")]
    [InlineData("a|Stufen;b|Ablauf", "Table")]
    public void Pictures_beside_each_other_have_the_texts_beneath_as_captions(string cells, string expected)
    {
        var read = WordReading.Of(Of(Table([.. cells.Split(';').Select(row => Row("", [.. row.Split('|').Select(cell =>
            cell is "a" or "b" ? $"<w:tc><w:p>{Picture(cell, "descr=\"Bild der Gruppe\"")}</w:p></w:tc>" : Cell(cell))]))]), document =>
        {
            document.AddPicture("a", TestPictures.Png());
            document.AddPicture("b", TestPictures.Png());
        }));

        Assert.Equal(expected, string.Join(", ", read.Content.Blocks.Select(block =>
            block is AccessiblePdf.Model.Figure figure ? $"Figure {TextRuns.Plain(figure.Caption)}" : block.GetType().Name)));
    }
}
