using ThaffFunctions.Shared.Storage;
using UglyToad.PdfPig;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>A Word file put into the container.</summary>
public sealed class WordPublishTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task A_word_file_is_a_page_and_an_accessible_pdf_within_seconds_and_staff_hear_what_is_missing()
    {
        await PutAsync(Of(
            P("Deutsch im Arbeitsalltag", "Titel") + P("Ausgangslage", "berschrift1")
                + $"<w:p>{R("Wer ")}{R("früh", "<w:b/>")}{R(" fragt, gewinnt Zeit.")}<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
            + Li("zuhören", 2) + Li("nachfragen", 2)
            + Table(Row("<w:tblHeader/>", Cell("Branche"), Cell("Zahl")), Row("", Cell("Handwerk"), Cell("12")))
            + $"<w:p>{Picture("bild")}</w:p>{P("Abbildung 1: Ein Blick in die Runde", "Beschriftung")}",
            document =>
            {
                document.AddFootnotes(Note("Eine Anmerkung dazu."));
                document.AddPicture("bild", TestPictures.Jpeg(), DocumentFormat.OpenXml.Packaging.ImagePartType.Jpeg);
            }));

        var pdf = await stage.PdfWithAsync("gewinnt Zeit");

        using var document = PdfDocument.Open(pdf);
        Assert.Equal("Deutsch im Arbeitsalltag", document.Information.Title);
        var (text, html) = (NotesDesk.TextOf(pdf), await stage.HtmlAsync());
        foreach (var expected in new[] { "Ausgangslage", "nachfragen", "Handwerk", "Eine Anmerkung dazu.",
            "Abbildung 1: Ein Blick in die Runde" })
        {
            Assert.Contains(expected, text, StringComparison.Ordinal);
            Assert.Contains(expected, html, StringComparison.Ordinal);
        }

        Assert.Contains("<h1>Deutsch im Arbeitsalltag</h1>", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"Bild „image.jpg“ (vorläufiger Text, eine Beschreibung fehlt noch)\"", html, StringComparison.Ordinal);
        var picture = await stage.Http.GetByteArrayAsync($"/dokumentation/{NotesDesk.Session}/bilder/image.jpg");
        Assert.DoesNotContain("GPS", System.Text.Encoding.Latin1.GetString(picture), StringComparison.Ordinal);
        var notice = await Stage.EventuallyAsync(async () =>
            (await stage.MailsAsync()).FirstOrDefault(mail => mail.Subject.Contains("Hinweisen", StringComparison.Ordinal)));
        Assert.Contains("Nach der Überschrift „Ausgangslage“", notice.Text, StringComparison.Ordinal);
        Assert.Contains("notes.docx", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_word_file_keeps_the_last_good_documentation_and_is_reported_by_name()
    {
        await PutAsync(Of(P("Die gute Fassung.")));
        await stage.PublishAsync();
        await PutAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        await stage.PublishAsync();

        Assert.Contains("im alten Word-Format (.doc)", await stage.ProblemsAsync($"{NotesDesk.Session}/notes.docx"),
            StringComparison.Ordinal);
        Assert.Contains("Die gute Fassung.", await stage.HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_megabytes_are_refused_unread()
    {
        await PutAsync(new byte[100_000_000]);
        await stage.PublishAsync();

        Assert.Contains("Die Datei ist größer als 50 MB", await stage.ProblemsAsync($"{NotesDesk.Session}/notes.docx"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_notes_in_one_folder_are_pointed_out_and_one_of_them_removed_publishes_the_other()
    {
        await PutAsync(Of(P("Aus Word.")));
        await stage.PutNotesAsync("Aus Markdown.");
        await stage.PublishAsync();
        Assert.Contains("mehrere Mitschriften: „notes.docx“, „notes.md“", await stage.ProblemsAsync($"{NotesDesk.Session}/notes.docx"),
            StringComparison.Ordinal);

        await stage.DeleteNotesAsync();
        await stage.PublishAsync();
        Assert.Contains("Aus Word.", await stage.HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_word_keeps_beside_an_open_document_is_passed_over()
    {
        await PutAsync(Of(P("Aus Word.")));
        await stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/~$notes.docx", [1, 2, 3]);
        await stage.PublishAsync();

        Assert.Contains("Aus Word.", await stage.HtmlAsync(), StringComparison.Ordinal);
        Assert.Empty(await stage.FilesAsync(Containers.Failed));
    }

    [Fact]
    public async Task Plain_text_is_published_too()
    {
        await stage.PutNotesAsync("Ergebnisse:\n\n- Zeit gewonnen", "notes.txt");
        await stage.PublishAsync();

        Assert.Contains("Zeit gewonnen", await stage.HtmlAsync(), StringComparison.Ordinal);
    }

    Task PutAsync(byte[] file) => stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/notes.docx", file);
}
