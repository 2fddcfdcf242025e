using System.Text;
using ThaffFunctions.NotesReading.Plain;

namespace ThaffFunctions.NotesReading.Tests.Plain;

/// <summary>Text as people type it into an editor.</summary>
public sealed class PlainNotesTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "Ein Absatz.\n\nNoch einer.", "<p>Ein Absatz.</p><p>Noch einer.</p>" },
        { "> Sehr geehrte\n> Damen,\n\nText", "<blockquote><p>Sehr geehrte<br>Damen,</p></blockquote><p>Text</p>" },
        { "Zeile eins\r\nZeile zwei", "<p>Zeile eins<br>Zeile zwei</p>" },
        { "Ergebnisse\n==========\nText.", "<h1>Ergebnisse</h1><p>Text.</p>" },
        { "Oben\n====\n\nUnten\n-----\n\nText.", "<h1>Oben</h1><h2>Unten</h2><p>Text.</p>" },
        { "Offene Fragen:\n\n- Wer zahlt?\n- Wer hilft?", "<h1>Offene Fragen</h1><ul><li>Wer zahlt?</li><li>Wer hilft?</li></ul>" },
        { "Mitbringen:\n- Pass\n- Zeugnis", "<p>Mitbringen:</p><ul><li>Pass</li><li>Zeugnis</li></ul>" },
        { "- eins\n  geht weiter\n- zwei\n\t- drei\n- vier",
            "<ul><li>eins geht weiter</li><li>zwei<ul><li>drei</li></ul></li><li>vier</li></ul>" },
        { "• eins\n\n• zwei", "<ul><li>eins</li><li>zwei</li></ul>" },
        { "1. eins\n2. zwei\n4. vier", "<ol><li>eins</li><li>zwei</li></ol><ol start=\"4\"><li>vier</li></ol>" },
        { "a) eins\nb) zwei", "<ol type=\"a\"><li>eins</li><li>zwei</li></ol>" },
        { "a. eins\n   - dazu\nb. zwei\nz. B. so", "<ol type=\"a\"><li>eins<ul><li>dazu</li></ul></li><li>zwei</li></ol><p>z. B. so</p>" },
        { "Er ist Rat\na. D. seit Mai", "<p>Er ist Rat<br>a. D. seit Mai</p>" },
        { "(a) eins\n(b) zwei", "<ol type=\"a\"><li>eins</li><li>zwei</li></ol>" },
        { "☐ offen\n☑ getan", "<ul><li>☐ offen</li><li>☑ getan</li></ul>" },
        { "□ ja □ nein\n[ ] offen\n[x] getan", "<p>□ ja □ nein</p><ul><li>☐ offen</li><li>☑ getan</li></ul>" },
        { "✓ eins\n✓ zwei\n\n✓ allein", "<ul><li>✓ eins</li><li>✓ zwei</li></ul><p>✓ allein</p>" },
        { "5. Oktober 2026 in Erfurt", "<p>5. Oktober 2026 in Erfurt</p>" },
        { "3. Mai: Treffen\n4. Juni: Treffen", "<p>3. Mai: Treffen<br>4. Juni: Treffen</p>" },
        { "- eins\n- zwei\n2. Etage links", "<ul><li>eins</li><li>zwei</li></ul><p>2. Etage links</p>" },
        { "Die Zahlen kommen im\n1. Quartal heraus.", "<p>Die Zahlen kommen im<br>1. Quartal heraus.</p>" },
        { "17. 06. 2027\n18. 06. 2027", "<p>17. 06. 2027<br>18. 06. 2027</p>" },
        { "1. Ankommen\n2. Bleiben\n3. Mai 2027: Treffen", "<ol><li>Ankommen</li><li>Bleiben</li></ol><p>3. Mai 2027: Treffen</p>" },
        { "U\u0308bung", "<p>Übung</p>" },
        { "# *kein* Markdown_ <b>", "<p># *kein* Markdown_ &lt;b&gt;</p>" },
        { "Siehe https://thaff.example/a?b=1. Fragen an info@thaff.example!",
            "<p>Siehe <a href=\"https://thaff.example/a?b=1\">https://thaff.example/a?b=1</a>. Fragen an <a "
            + "href=\"mailto:info@thaff.example\">info@thaff.example</a>!</p>" },
        { "javascript:alert(1) ftp://thaff.example", "<p>javascript:alert(1) ftp://thaff.example</p>" },
        { "Sprache im Betrieb\n\nText.", "<p>Text.</p>" },
        { "SPRACHE IM BETRIEB\n==================\n\nErgebnisse\n----------\nText.", "<h1>Ergebnisse</h1><p>Text.</p>" },
        { "---\ntitel: Anders\n---\nAnders\n\nText", "<p>Text</p>" },
        { "---\n\nText", "<p>---</p><p>Text</p>" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_becomes_what_its_writer_meant(string text, string expected)
    {
        var remarks = new Remarks();

        var content = new PlainNotes().Parse(Encoding.UTF8.GetBytes(text), "Sprache im Betrieb", remarks)!.Compose(
            new Dictionary<string, Picture>());

        Assert.Empty(remarks.Problems);
        Assert.Equal(expected, Markup.Of(content));
    }

    [Fact]
    public void Head_lines_say_title_and_status()
    {
        var notes = new PlainNotes().Parse("---\ntitel: Anders\nstatus: entwurf\n---\nText"u8.ToArray(), "Sprache im Betrieb", new())!;

        Assert.Equal(new NotesMetadata("Anders", IsDraft: true), notes.Head);
    }
}
