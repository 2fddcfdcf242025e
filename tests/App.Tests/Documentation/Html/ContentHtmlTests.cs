using System.Text;
using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Html;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Tests.Documentation.Html;

/// <summary>
/// What the page adds to what was read: levels below its own heading, names for programs that read aloud, ways to and from footnotes.
/// </summary>
public sealed class ContentHtmlTests
{
    public static TheoryData<string, string> Constructs => new()
    {
        { "[oben](#ergebnisse)\n\n# Ergebnisse",
            "<p><a href=\"#abschnitt-ergebnisse\">oben</a></p><h2 id=\"abschnitt-ergebnisse\">Ergebnisse</h2>" },
        { "# Größe & Maß", "<h2 id=\"abschnitt-größe--maß\">Größe &amp; Maß</h2>" },
        { "Titel\n=====\n\nZweiter\n------", "<h2 id=\"abschnitt-titel\">Titel</h2><h3 id=\"abschnitt-zweiter\">Zweiter</h3>" },
        { "### Tief\n\n##### Tiefer\n\n# Hoch\n\n#### Tief",
            "<h2 id=\"abschnitt-tief\">Tief</h2><h3 id=\"abschnitt-tiefer\">Tiefer</h3><h2 id=\"abschnitt-hoch\">Hoch</h2><h3 "
            + "id=\"abschnitt-tief-1\">Tief</h3>" },
        { "- [ ] offen\n- [x] getan",
            "<ul><li class=\"task\"><span class=\"unseen\">nicht angekreuzt: </span><span aria-hidden=\"true\">☐ </span>offen</li><li "
            + "class=\"task\"><span class=\"unseen\">angekreuzt: </span><span aria-hidden=\"true\">☑ </span>getan</li></ul>" },
        { "Teilnahme: ☒ ja ☐ nein",
            "<p>Teilnahme: <span class=\"unseen\"> angekreuzt: </span><span aria-hidden=\"true\">☒</span> ja <span class=\"unseen\"> nicht "
            + "angekreuzt: </span><span aria-hidden=\"true\">☐</span> nein</p>" },
        { "um ~~10~~ 11 Uhr",
            "<p>um <s><span class=\"unseen\"> durchgestrichen: 10, Ende des Durchgestrichenen </span><span "
            + "aria-hidden=\"true\">10</span></s> 11 Uhr</p>" },
        { "R~ji~ und CO~2~",
            "<p>R<sub><span class=\"unseen\"> tiefgestellt ji </span><span aria-hidden=\"true\">ji</span></sub> und CO<sub>2</sub></p>" },
        { "---\nsprache: nl\n---\n\n☒ ja",
            "<div lang=\"nl\"><p><span lang=\"en\"><span class=\"unseen\"> ticked: </span><span aria-hidden=\"true\">☒</span></span> ja</p>"
            + "</div>" },
        { "---\nsprache: fr\n---\n\n☒ oui[^1]\n\n[^1]: Dit-on.",
            "<div lang=\"fr\"><p><span class=\"unseen\"> coché: </span><span aria-hidden=\"true\">☒</span> oui<sup id=\"verweis-1\">"
            + "<a href=\"#fussnote-1\" role=\"doc-noteref\" aria-label=\"Note 1\">1</a></sup></p><section class=\"footnotes\" "
            + "role=\"doc-endnotes\" aria-label=\"Notes\"><ol><li id=\"fussnote-1\">Dit-on. <a href=\"#verweis-1\" "
            + "role=\"doc-backlink\" aria-label=\"Note 1\u00A0: retour au texte\">↑</a></li></ol></section></div>" },
        { "1. Punkte\n   a) eins\n   b) zwei", "<ol><li>Punkte<ol type=\"a\"><li>eins</li><li>zwei</li></ol></li></ol>" },
        { "– eins\n– zwei", "<ul><li>eins</li><li>zwei</li></ul>" },
        { "```\nvar <x> = 1;\n  eingerückt\n```", "<pre tabindex=\"0\"><code>var &lt;x&gt; = 1;\n  eingerückt</code></pre>" },
        { "    Code", "<pre tabindex=\"0\"><code>Code</code></pre>" },
        { "Begriff ![Plan](bild.png)\n:   Bedeutung",
            "<dl><dt>Begriff</dt><dd><figure><img src=\"/dokumentation/2026-10-sprache-im-betrieb/bilder/bild.png\" alt=\"Plan\" "
            + "width=\"4\" height=\"3\" loading=\"lazy\"></figure><p>Bedeutung</p></dd></dl>" },
        { "| | |\n|---|---|\n| Frist | Tage |\n| kurz | 3 |",
            "<div class=\"scroll\" role=\"group\" aria-label=\"Tabelle\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">Frist</th>"
            + "<th scope=\"col\">Tage</th></tr></thead><tbody><tr><td>kurz</td><td>3</td></tr></tbody></table></div>" },
        { "| | |\n|---|---|\n| Frist: | 3 |\n| **Ort** | Erfurt |",
            "<dl><dt>Frist</dt><dd>3</dd><dt>Ort</dt><dd>Erfurt</dd></dl>" },
        { "Name: _____ Ort", "<p>Name: <span aria-hidden=\"true\">_____</span> Ort</p>" },
        { "---\nsprache: en\n---\n\nText[^1]\n\n- [x] done\n\n[^1]: Note.",
            "<div lang=\"en\"><p>Text<sup id=\"verweis-1\"><a href=\"#fussnote-1\" role=\"doc-noteref\" aria-label=\"Footnote 1\">1</a></sup></p><ul>"
            + "<li class=\"task\"><span class=\"unseen\">ticked: </span><span aria-hidden=\"true\">☑ </span>done</li></ul><section "
            + "class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\"><ol><li id=\"fussnote-1\">Note. <a href=\"#verweis-1\" "
            + "role=\"doc-backlink\" aria-label=\"Footnote 1: back to the text\">↑</a></li></ol></section></div>" },
        { "| A | B |\n|---|--:|\n| **1** | 2 |",
            "<div class=\"scroll\" role=\"group\" aria-label=\"Tabelle\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">A</th><th "
            + "scope=\"col\" class=\"end\">B</th></tr></thead><tbody><tr><td><strong>1</strong></td><td class=\"end\">2</td></tr>"
            + "</tbody></table></div>" },
        { "Text[^1] und[^1] mehr[^zwei].\n\n[^1]: Die **Note**.\n[^zwei]: Die andere.",
            "<p>Text<sup id=\"verweis-1\"><a href=\"#fussnote-1\" role=\"doc-noteref\" aria-label=\"Fußnote 1\">1</a></sup> und<sup><a "
            + "href=\"#fussnote-1\" role=\"doc-noteref\" aria-label=\"Fußnote 1\">1</a></sup> mehr<sup id=\"verweis-2\"><a "
            + "href=\"#fussnote-2\" role=\"doc-noteref\" aria-label=\"Fußnote 2\">2</a></sup>.</p><section class=\"footnotes\" "
            + "role=\"doc-endnotes\" aria-label=\"Fußnoten\"><ol><li id=\"fussnote-1\">Die <strong>Note</strong>. <a "
            + "href=\"#verweis-1\" role=\"doc-backlink\" aria-label=\"Fußnote 1: zurück zum Text\">↑</a></li><li id=\"fussnote-2\">Die "
            + "andere. <a href=\"#verweis-2\" role=\"doc-backlink\" aria-label=\"Fußnote 2: zurück zum Text\">↑</a></li></ol></section>" },
        { "vor ![Plan *Text*](bild.png \"Unterschrift\") nach",
            "<p>vor</p><figure><img src=\"/dokumentation/2026-10-sprache-im-betrieb/bilder/bild.png\" alt=\"Plan Text\" width=\"4\" "
            + "height=\"3\" loading=\"lazy\"><figcaption>Unterschrift</figcaption></figure><p>nach</p>" },
        { "[![Plan](bild.png)](https://thaff.example)",
            "<figure><a href=\"https://thaff.example/\"><img src=\"/dokumentation/2026-10-sprache-im-betrieb/bilder/bild.png\" "
            + "alt=\"Plan\" width=\"4\" height=\"3\" loading=\"lazy\"></a></figure>" },
        { "[hier](https://thaff.example \"Anmeldung & mehr\")",
            "<p><a href=\"https://thaff.example/\" title=\"Anmeldung &amp; mehr\">hier</a></p>" },
        { "שלום abc\n\n- بند\n- Deutsch\n- 7\n\nText مرحبا",
            "<p dir=\"rtl\"><span lang=\"he\">שלום</span> abc</p><ul dir=\"rtl\"><li><span lang=\"ar\">بند</span></li>"
            + "<li dir=\"ltr\">Deutsch</li><li>7</li></ul><p>Text <span lang=\"ar\">مرحبا</span></p>" },
        { "| א | B |\n|---|--:|\n| ג | 2 |",
            "<div dir=\"rtl\" class=\"scroll\" role=\"group\" aria-label=\"Tabelle\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">א</th><th "
            + "scope=\"col\" class=\"end\" dir=\"ltr\">B</th></tr></thead><tbody><tr><td>ג</td><td class=\"end\">2</td></tr></tbody></table></div>" },
        { "---\nsprache: ar\n---\n\nنص\n\nDeutsch", "<div lang=\"ar\" dir=\"rtl\"><p>نص</p><p dir=\"ltr\">Deutsch</p></div>" },
        { "# SPRACHE im Betrieb\n\n## Eins", "<h2 id=\"abschnitt-eins\">Eins</h2>" },
    };

    [Theory]
    [MemberData(nameof(Constructs))]
    public void Each_construct_is_shown_accessibly(string markdown, string expected)
    {
        var picture = new Picture("bild.png", "image/png", 4, 3, TestPictures.Png(4, 3));
        var notes = NotesFormats.All(new()).Single(format => format.Extension == ".md").Parse(Encoding.UTF8.GetBytes(markdown),
            "Sprache im Betrieb", new())!;

        Assert.Equal(expected, HtmlOf(notes.Compose(new Dictionary<string, Picture> { ["bild.png"] = picture })));
    }

    [Fact]
    public void A_chart_is_a_table_with_its_numbers() => Assert.Equal(
        "<div class=\"scroll\" role=\"group\" aria-label=\"Tabelle\" tabindex=\"0\"><table><caption>Anmeldungen</caption><thead><tr><th scope=\"col\">Jahr</th><th scope=\"col\" class=\"end\">Personen</th></tr></thead>"
            + "<tbody><tr><th scope=\"row\">2026</th><td class=\"end\">1.234</td></tr></tbody></table></div>",
        HtmlOf(new([new Chart { Title = "Anmeldungen", CategoryLabel = "Jahr", Categories = ["2026"], Series = [new("Personen", 1234)] }],
            [])));

    public static TheoryData<string, FormulaPart?> Formulas => new()
    {
        { "<span role=\"math\" aria-label=\"in Worten\">x &lt; 1</span>", null },
        { "<math alttext=\"in Worten\"><mrow><mfrac><mrow><mi>a</mi></mrow><mrow><mn>2,5</mn></mrow></mfrac><mo>=</mo></mrow></math>",
            new FormulaRow(new FormulaFraction("a", "2,5"), "=") },
        { "<math alttext=\"in Worten\"><mrow><mo>(</mo><mfrac linethickness=\"0\"><mrow><mi>n</mi></mrow><mrow><mi>k</mi></mrow></mfrac><mo>)</mo></mrow></math>",
            new FormulaFenced("(", new FormulaFraction("n", "k") { HasLine = false }, ")") },
        { "<math alttext=\"in Worten\"><munderover><mrow><mo>∑</mo></mrow><mrow><mn>1</mn></mrow><mrow><mi>n</mi></mrow></munderover></math>",
            new FormulaScripts("∑") { Below = "1", Above = "n", AreLimits = true } },
        { "<math alttext=\"in Worten\"><msup><mrow><msqrt><mi>x</mi></msqrt></mrow><mrow><mn>2</mn></mrow></msup></math>",
            new FormulaScripts(new FormulaRoot("x")) { Above = "2" } },
        { "<math alttext=\"in Worten\"><mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot></math>", new FormulaRoot("x") { Degree = "3" } },
        { "<math alttext=\"in Worten\"><mi mathvariant=\"normal\">ms</mi></math>", new FormulaText("ms") { IsWord = true } },
        { "<math alttext=\"in Worten\"><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mn>1</mn></mtd></mtr></mtable></math>",
            new FormulaMatrix(["a", "1"]) },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_formula_is_mathematics_to_the_browser(string expected, FormulaPart? drawn) => Assert.Equal(
        $"<p>{expected}</p>", HtmlOf(new([new Paragraph(new Formula("x < 1", "in Worten") { Drawn = drawn })], [])));

    [Fact]
    public void A_cell_that_holds_a_table_is_no_header()
    {
        var inner = new Table { Header = [new("X")], Rows = [new("1")] };
        var table = new Table { Header = [new("A", new TableCell(inner))], Rows = [new("1", "2")] };

        Assert.DoesNotContain("<th scope=\"col\"><div", HtmlOf(new([table], [])), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_and_columns_are_shown_as_they_are_written() => Assert.Equal(
        "<ol type=\"a\" start=\"2\"><li>zwei</li></ol><div class=\"scroll\" role=\"group\" aria-label=\"Tabelle\" tabindex=\"0\"><table>"
        + "<tbody><tr><td class=\"middle\">Mitte</td></tr></tbody></table></div>",
        HtmlOf(new(
            [
                new NumberedList(new ListItem(new Paragraph("zwei"))) { Start = 2, Numbering = Numbering.LowerAlpha },
                new Table { Header = [], Rows = [new(["Mitte"])], Columns = [Alignment.Center] },
            ],
            [])));

    static string HtmlOf(NotesContent content) =>
        ContentHtml.Of($"/dokumentation/{NotesDesk.Session}", content).Replace(">\n", ">", StringComparison.Ordinal);
}
