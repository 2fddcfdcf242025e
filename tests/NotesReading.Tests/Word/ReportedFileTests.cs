namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Files that were read wrongly once, as they were reported.</summary>
public sealed class ReportedFileTests
{
    [Theory]
    [InlineData("core-date-empty.docx", "<h1 id=\"erkenntnisse\">Erkenntnisse</h1><p>Früh beginnen hilft.</p>")]
    [InlineData("zip-macosx.docx", "<h1 id=\"erkenntnisse\">Erkenntnisse</h1><p>Früh beginnen hilft.</p>")]
    [InlineData("field-link-location.docx",
        "<p><a href=\"https://a.example/x#teil2\">Feldlink mit Stelle</a></p><p><a href=\"https://a.example/x#teil3\">Feldlink mit "
        + "Raute</a></p>")]
    [InlineData("field-unclosed-no-separate.docx",
        "<h1 id=\"ablauf\">Ablauf</h1><p>Davor danach</p><p>Absatz zwei bleibt.</p><h1 id=\"schluss\">Schluss</h1><p>Letzter Absatz.</p>")]
    [InlineData("footnote-custom-mark.docx", "<p>Beratung<ref>1</ref> ist frei.</p><footnote>1 nur montags</footnote>")]
    [InlineData("typed-items-in-one-paragraph.docx",
        "<h1 id=\"offene-fragen\">Offene Fragen</h1><ul><li>Wer zahlt die Reise?</li><li>Wer prüft das Zeugnis?</li><li>Wie lange "
        + "dauert es?</li></ul>")]
    public void A_reported_file_is_read_as_its_author_sees_it(string file, string expected)
    {
        var read = WordReading.Of(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Reported", file)));

        Assert.Empty(read.Remarks.Problems);
        Assert.Equal(expected, read.Markup);
    }
}
