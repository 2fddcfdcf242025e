using System.Text;
using ThaffFunctions.NotesReading.Markdown;

namespace ThaffFunctions.NotesReading.Tests.Markdown;

/// <summary>Every construct of Markdown: what it becomes on the page, which is made from the same blocks as the PDF.</summary>
public sealed class MarkdownTests
{
    public static TheoryData<string, string> Constructs => new()
    {
        { "Ein Absatz\nüber zwei Zeilen", "<p>Ein Absatz über zwei Zeilen</p>" },
        { "Zeile  \numbrochen\\\ndreimal", "<p>Zeile<br>umbrochen<br>dreimal</p>" },
        { "**fett** *kursiv* ***beides*** ~~weg~~ `Code` H~2~O m^2^",
            "<p><strong>fett</strong> <em>kursiv</em> <strong><em>beides</em></strong> <s>weg</s> <code>Code</code> H<sub>2</sub>O "
            + "m²</p>" },
        { "&auml; &amp; \\*kein Stern\\* &lt;", "<p>ä &amp; *kein Stern* &lt;</p>" },
        { "„Zitat“ – … € § → ✓ ☐", "<p>„Zitat“ – … € § → ✓ ☐</p>" },
        { "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>" },
        { "Ein <b>Wort</b> &copy;", "<p>Ein &lt;b&gt;Wort&lt;/b&gt; ©</p>" },
        { "<!-- nur für uns -->\n\nEin <!-- x\ny --> Wort<br>und<BR/>mehr\n\n<!--\nzwei\n\nAbsätze\n-->\nEnde",
            "<p>Ein Wort<br>und<br>mehr</p><p>Ende</p>" },
        { "| a | b |\n|---|---|\n| eins<br>zwei | drei <!-- x --> |",
            "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead><tbody><tr><td>eins<br>zwei</td><td>drei</td></tr>"
            + "</tbody></table>" },
        { "- eins\n  <!-- x -->\n- zwei <!-- y -->", "<ul><li>eins</li><li>zwei</li></ul>" },
        { "<!--\n\n<!-- zwei --> Text\n\n<!-- drei -->", "<p>&lt;!--</p><p>Text</p>" },
        { "Ein <!-- ohne Ende\n\n`<!-- Code -->`\n\n    <!-- Code -->",
            "<p>Ein &lt;!-- ohne Ende</p><p><code>&lt;!-- Code --&gt;</code></p><pre>&lt;!-- Code --&gt;</pre>" },
        { "<div>\n\n*Text*\n\n</div>", "<p>&lt;div&gt;</p><p><em>Text</em></p><p>&lt;/div&gt;</p>" },
        { "[Seite](https://thaff.example/a?b=1&c=2)", "<p><a href=\"https://thaff.example/a?b=1&amp;c=2\">Seite</a></p>" },
        { "[**fett** und `Code`](https://thaff.example)",
            "<p><a href=\"https://thaff.example/\"><strong>fett</strong> und <code>Code</code></a></p>" },
        { "<https://thaff.example> und <a@thaff.example>",
            "<p><a href=\"https://thaff.example/\">https://thaff.example</a> und <a href=\"mailto:a@thaff.example\">a@thaff.example</a></p>" },
        { "Siehe www.thaff.example.", "<p>Siehe <a href=\"http://www.thaff.example/\">www.thaff.example</a>.</p>" },
        { "[Seite][1]\n\n[1]: https://thaff.example", "<p><a href=\"https://thaff.example/\">Seite</a></p>" },
        { "[böse](javascript:alert(1)) [nah](datei.pdf)", "<p>böse nah</p>" },
        { "[oben](#ergebnisse)\n\n# Ergebnisse", "<p><a href=\"#ergebnisse\">oben</a></p><h1 id=\"ergebnisse\">Ergebnisse</h1>" },
        { "# Größe & Maß", "<h1 id=\"größe--maß\">Größe &amp; Maß</h1>" },
        { "Titel\n=====\n\nZweiter\n------", "<h1 id=\"titel\">Titel</h1><h2 id=\"zweiter\">Zweiter</h2>" },
        { "### Tief\n\n##### Tiefer\n\n# Hoch\n\n#### Tief",
            "<h1 id=\"tief\">Tief</h1><h2 id=\"tiefer\">Tiefer</h2><h1 id=\"hoch\">Hoch</h1><h2 id=\"tief-1\">Tief</h2>" },
        { "- eins\n- zwei\n  - drei\n    - vier", "<ul><li>eins</li><li>zwei<ul><li>drei<ul><li>vier</li></ul></li></ul></li></ul>" },
        { "3. drei\n4. vier", "<ol start=\"3\"><li>drei</li><li>vier</li></ol>" },
        { "- eins\n\n  noch eins\n\n- zwei", "<ul><li><p>eins</p><p>noch eins</p></li><li>zwei</li></ul>" },
        { "- [ ] offen\n- [x] getan", "<ul><li>☐ offen</li><li>☑ getan</li></ul>" },
        { "> Zitat\n>\n> > noch eins", "<blockquote><p>Zitat</p><blockquote><p>noch eins</p></blockquote></blockquote>" },
        { "```\nvar <x> = 1;\n  eingerückt\n```", "<pre>var &lt;x&gt; = 1;\n  eingerückt</pre>" },
        { "    Code", "<pre>Code</pre>" },
        { "oben\n\n***\n\nunten", "<p>oben</p><hr><p>unten</p>" },
        { "Begriff\n:   Bedeutung", "<dl><dt>Begriff</dt><dd>Bedeutung</dd></dl>" },
        { "Begriff\nWort\n:   Bedeutung\n:   Noch eine",
            "<dl><dt>Begriff</dt><dt>Wort</dt><dd><p>Bedeutung</p><p>Noch eine</p></dd></dl>" },
        { "Begriff ![Plan](bild.png)\n:   Bedeutung",
            "<dl><dt>Begriff</dt><dd><figure><img src=\"bild.png\" alt=\"Plan\"></figure><p>Bedeutung</p></dd></dl>" },
        { "| | |\n|---|---|\n| Frist | Tage |\n| kurz | 3 |",
            "<table><thead><tr><th scope=\"col\">Frist</th><th scope=\"col\">Tage</th></tr></thead><tbody><tr><td>kurz</td><td>3</td>"
            + "</tr></tbody></table>" },
        { "| | |\n|---|---|\n| Frist: | 3 |\n| **Ort** | Erfurt |",
            "<dl><dt>Frist</dt><dd>3</dd><dt>Ort</dt><dd>Erfurt</dd></dl>" },
        { "| | |\n|---|---|\n| Frist: | 3 |\n| **Tage** | 5 |",
            "<table><tbody><tr><th scope=\"row\">Frist:</th><td>3</td></tr><tr><th scope=\"row\"><strong>Tage</strong></th>"
            + "<td>5</td></tr></tbody></table>" },
        { "| | 2025 |\n|---|---|\n| Bau | 3 |\n| Pflege | |",
            "<table><thead><tr><th scope=\"col\"></th><th scope=\"col\">2025</th></tr></thead><tbody><tr><th scope=\"row\">Bau</th><td>3</td></tr>"
            + "<tr><th scope=\"row\">Pflege</th><td></td></tr></tbody></table>" },
        { "![Plan](data:image/png;base64,iVBORw0KGgo=) ![](data:image/png;base64,iVBORw0KGgo=)",
            "<p><em>[Bild fehlt: Plan]</em> <em>[Bild fehlt]</em></p>" },
        { "Leer:\n\n| | |\n|---|---|\n| | |", "<p>Leer:</p>" },
        { "10~12 Plätze, 3~4 frei; 2^10 und 3^4", "<p>10~12 Plätze, 3~4 frei; 2^10 und 3^4</p>" },
        { "[Anruf](tel:+49-361-12) [0361 12](tel:036112) [böse](data:text,x)", "<p>Anruf (tel:&#x2B;49-361-12) 0361 12 böse</p>" },
        { "| A | B |\n|---|--:|\n| **1** | 2 |",
            "<table><thead><tr><th scope=\"col\">A</th><th scope=\"col\" class=\"end\">B</th></tr></thead><tbody><tr><td>"
            + "<strong>1</strong></td><td class=\"end\">2</td></tr></tbody></table>" },
        { "Text[^1] und[^1] mehr[^zwei].\n\n[^1]: Die **Note**.\n[^zwei]: Die andere.",
            "<p>Text<ref>1</ref> und<ref>1</ref> mehr<ref>2</ref>.</p><footnote>1 Die <strong>Note</strong>.</footnote><footnote>2 Die "
            + "andere.</footnote>" },
        { "vor ![Plan *Text*](bild.png \"Unterschrift\") nach",
            "<p>vor</p><figure><img src=\"bild.png\" alt=\"Plan Text\"><figcaption>Unterschrift</figcaption></figure><p>nach</p>" },
        { "![Plan](bilder/foto eins (2).png \"Beratung\")",
            "<figure><img src=\"bild.png\" alt=\"Plan\"><figcaption>Beratung</figcaption></figure>" },
        { "[**Mein Plan**](Mein Plan.pdf) [so (oder so)] (und so weiter)", "<p>Mein Plan [so (oder so)] (und so weiter)</p>" },
        { "[Seite](https://thaff.example/ein plan.pdf)", "<p><a href=\"https://thaff.example/ein%20plan.pdf\">Seite</a></p>" },
        { "[![Plan](bild.png)](https://thaff.example)",
            "<figure><a href=\"https://thaff.example/\"><img src=\"bild.png\" alt=\"Plan\"></a></figure>" },
        { "[![Plan](bild.png) und Text](https://thaff.example)",
            "<figure><img src=\"bild.png\" alt=\"Plan\"></figure><p><a href=\"https://thaff.example/\"> und Text</a></p>" },
        { "[hier](https://thaff.example/a \"Anmeldung\")",
            "<p><a href=\"https://thaff.example/a\" title=\"Anmeldung\">hier</a></p>" },
        { "![Bild 1](fehlt.png)", "<p><em>[Bild fehlt: fehlt.png]</em></p>" },
        { "![Plan](fehlt.png)", "<p><em>[Bild fehlt: Plan]</em></p>" },
        { "![Plan](fehlt.png \"Unterschrift\")", "<p><em>[Bild fehlt: Plan – Unterschrift]</em></p>" },
        { "![](https://fremd.example/bild.png)", "<p><em>[Bild fehlt: https://fremd.example/bild.png]</em></p>" },
        { "---\ntitel: Anders\n---\nText", "<p>Text</p>" },
        { "# Sprache im Betrieb\n\nText\n\n[nach oben](#sprache-im-betrieb)", "<p>Text</p><p>nach oben</p>" },
        { "# SPRACHE im Betrieb\n\n## Eins", "<h1 id=\"eins\">Eins</h1>" },
    };

    [Theory]
    [MemberData(nameof(Constructs))]
    public void Each_construct_of_markdown_becomes_what_it_means(string markdown, string expected)
    {
        var (content, _) = Read(markdown);

        Assert.Equal(expected, Markup.Of(content));
    }

    [Theory]
    [InlineData("Text\n\n[böse](javascript:alert)", 3, "javascript:alert")]
    [InlineData("[weg](#nirgends)", 1, "#nirgends")]
    [InlineData("# Sprache im Betrieb\n\n[nach oben](#sprache-im-betrieb)", 3, "#sprache-im-betrieb")]
    [InlineData("Text[^1] [dorthin](#zahlen)\n\n[^1]: Note\n\n    ## Zahlen", 1, "#zahlen")]
    [InlineData("# Das Ziel\n\n[#das-ziel](#das-ziel), [das Ziel](#das-ziel)", 3, "Der Verweis „#das-ziel“ zeigt als Text nur den Namen")]
    [InlineData("[weg](#nirgends)\n[fort](#irgendwo)", 1, "#nirgends")]
    [InlineData("Text\n\n| | |\n|---|---|\n| | |", 3, "Eine Tabelle, in die niemand etwas eingetragen hat, wurde weggelassen")]
    [InlineData("Text\n![Plan](fehlt.png)", 2, "fehlt.png")]
    [InlineData("Text\n\n<!-- für uns -->", 3, "Kommentare („<!-- … -->“) erscheinen nicht.")]
    [InlineData("![](bild.png)", 1, "keinen Alternativtext")]
    [InlineData("Text\n\n![IMG_1234.jpg](bild.png)", 3, "„IMG_1234.jpg“ zum Bild „bild.png“ sagt nicht, was zu sehen ist")]
    [InlineData("![Plan](https://fremd.example/a.png)", 1, "fremden Seite")]
    [InlineData("Text[^1]\n\n[^1]: Note[^2]\n[^2]: Innen", 3, "in Klammern")]
    [InlineData("Text\n\n| | |\n|---|---|\n| a | b |", 3, "keine Kopfzeile")]
    [InlineData("[Anruf](tel:036112)", 1, "tel:036112")]
    [InlineData("Eins\n\nDie Quote $q = \\frac{a}{b}$ und $x^2 \\cdot y$.", 3, "„$q = \\frac{a}{b}$“ ist eine Formel in LaTeX")]
    [InlineData("$$\n\\begin{matrix} a & b \\end{matrix}\n$$", 2, "ist eine Formel in LaTeX")]
    [InlineData("Text\n\nSiehe https://thaff.example/a und https://thaff.example/b", 3, "zeigt als Text nur seine Adresse")]
    [InlineData("<https://thaff.example/a>", 1, "zeigt als Text nur seine Adresse")]
    [InlineData("Text\n\n[hier](https://thaff.example/a) und [mehr …](https://thaff.example/b)", 3, "Der Text „hier“ sagt nicht, wohin sein Link führt.")]
    [InlineData("[thaff.example/a/](https://www.thaff.example/a)", 1, "zeigt als Text nur seine Adresse")]
    [InlineData("![](data:image/png;base64,iVBORw0KGgo=)", 1, "mitten im Text")]
    public void What_is_not_carried_over_is_said_with_its_line(string markdown, int line, string expected)
    {
        var (_, remarks) = Read(markdown);

        Assert.Empty(remarks.Problems);
        var hint = Assert.Single(remarks.Hints);
        Assert.Equal(line, hint.Line);
        Assert.Contains(expected, hint.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, "Zeile 13.")]
    [InlineData(5, "Zeile 13 und eine weitere Stelle.")]
    [InlineData(6, "Zeile 13 und 2 weitere Stellen.")]
    public void Equal_hints_are_one_that_names_the_lines(int tables, string end)
    {
        var table = "| | |\n|---|---|\n| a | b |\n\n";

        var hint = Assert.Single(Read(string.Concat(Enumerable.Repeat(table, tables))).Remarks.Hints);

        Assert.StartsWith("Zeile 1: Die Tabelle hat keine Kopfzeile", hint.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($" Ebenso: Zeile 5; Zeile 9; {end}", hint.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("| | |\n|---|---|\n| Name | Ort |\n| Anna | Erfurt |\n| Ben | Jena |", "dafür genommen. Erwartet wird über der Zeile „|---|“ eine")]
    [InlineData("| | | |\n|---|---|---|\n| Bau | 3 | 4 |\n| Pflege | 5 | 6 |", "Erwartet werden die Namen in der ersten Spalte fett oder mit Doppelpunkt.")]
    public void The_hint_at_a_table_names_the_header_that_fits(string markdown, string expected) =>
        Assert.Contains(expected, Assert.Single(Read(markdown).Remarks.Hints).Text, StringComparison.Ordinal);

    [Fact]
    public void A_first_column_in_bold_names_the_rows_below_a_header()
    {
        var read = Read("| Was | A |\n|---|---|\n| **Dauer** | 1 |\n| **Kosten** | 2 |").Content;

        Assert.Equal([true, true],
            Assert.IsType<AccessiblePdf.Model.Table>(Assert.Single(read.Blocks)).Rows.Select(row => row.Cells[0].IsRowHeader));
    }

    [Theory]
    [InlineData("[Beratung](https://thaff.example/a)")]
    [InlineData("[https://thaff.example/a](https://thaff.example/a \"Anmeldung der Beratung\")")]
    [InlineData("Fragen an info@thaff.example")]
    public void Links_that_say_where_they_lead_need_no_hint(string markdown)
    {
        var (_, remarks) = Read(markdown);

        Assert.Empty(remarks.Hints);
    }

    static (NotesContent Content, Remarks Remarks) Read(string markdown)
    {
        var remarks = new Remarks();
        var picture = new Picture("bild.png", "image/png", 4, 3, TestPictures.Png(4, 3));
        var notes = new MarkdownNotes().Parse(Encoding.UTF8.GetBytes(markdown), "Sprache im Betrieb", remarks)!;
        return (notes.Compose(new Dictionary<string, Picture> { ["bild.png"] = picture, ["bilder/foto eins (2).png"] = picture }), remarks);
    }
}
