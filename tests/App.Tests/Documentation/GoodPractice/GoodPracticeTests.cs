using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using ThaffFunctions.Shared.Storage;
using UglyToad.PdfPig;

namespace ThaffFunctions.Tests.Documentation.GoodPractice;

public sealed class GoodPracticeTests : IAsyncLifetime
{
    const string Notes = """
        # Ein Austausch, der bleibt

        Worum es geht.

        ## Ausgangslage/Herausforderung

        Viele Fragen.

        ![Zwei Flächen](bild.png)

        ## Umsetzung

        Jeden Monat.

        ## Fazit

        Es lohnt sich.

        ## Adressaten für Transfer

        - Betriebe

        ## Interview

        **Was war schwer?**

        Der Anfang.
        """;

    static readonly string Unpictured = Notes.Replace("![Zwei Flächen](bild.png)", "", StringComparison.Ordinal);

    Stage stage = null!;

    public async Task InitializeAsync() => stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Notes_become_a_page_and_a_pdf_linked_from_the_documentation()
    {
        await stage.PutAsync(Containers.Notes, "good-practice/bild.png", TestPictures.Png());
        await stage.PutAsync(Containers.Notes, "good-practice/notes.md", Notes);

        var text = NotesDesk.TextOf(await PdfWithAsync("Der Anfang."));
        var html = WebUtility.HtmlDecode(await stage.Http.GetStringAsync("/good-practice"));
        var list = WebUtility.HtmlDecode(await stage.Http.GetStringAsync("/dokumentation"));

        foreach (var words in new[] { "Ein Austausch, der bleibt", "Kurz gefasst", "Viele Fragen.", "Es lohnt sich.", "Was war schwer?",
            "Kontakt" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
            Assert.Contains(words, html, StringComparison.Ordinal);
        }

        Assert.Contains("<h1>Ein Austausch, der bleibt</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Was war schwer?</dt>", html, StringComparison.Ordinal);
        Assert.Contains("src=\"/good-practice/bilder/bild.png\"", html, StringComparison.Ordinal);
        Assert.Equal("image/png", (await stage.Http.GetAsync("/good-practice/bilder/bild.png")).Content.Headers.ContentType?.MediaType);
        Assert.Contains("<a href=\"/good-practice\">Ein Austausch, der bleibt</a>", list, StringComparison.Ordinal);
        Assert.Empty(await stage.NoticesAsync());
    }

    [Fact]
    public async Task Replaced_notes_replace_it_and_deleted_ones_withdraw_it()
    {
        await stage.PutAsync(Containers.Notes, "good-practice/notes.md", Notes);
        await PdfWithAsync("Der Anfang.");

        await stage.PutAsync(Containers.Notes, "good-practice/notes.md",
            Notes.Replace("Der Anfang.", "Das Ende.", StringComparison.Ordinal));
        await PdfWithAsync("Das Ende.");

        await stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Notes).DeleteBlobAsync("good-practice/notes.md");
        await Stage.EventuallyAsync(async () => (await stage.Http.GetAsync("/good-practice")).StatusCode == HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync("/good-practice.pdf")).StatusCode);
        await Stage.EventuallyAsync(async () => (await stage.FilesAsync(Containers.Documentation)).Count == 0);
    }

    [Fact]
    public async Task Unusable_notes_keep_the_last_report_and_staff_are_told_what_and_where()
    {
        await stage.PutAsync(Containers.Notes, "good-practice/notes.md", Notes);
        await PdfWithAsync("Der Anfang.");

        await stage.PutAsync(Containers.Notes, "good-practice/notes.md", "Gut.\n\n## \n\nSchlecht.");

        Assert.Contains("Zeile 3", await stage.ProblemsAsync("good-practice/notes.md"), StringComparison.Ordinal);
        await PdfWithAsync("Der Anfang.");
    }

    [Fact]
    public async Task A_report_without_a_section_is_published_and_staff_are_told_which()
    {
        await stage.PutAsync(Containers.Notes, "good-practice/notes.md",
            Notes.Replace("## Fazit", "## Was bleibt", StringComparison.Ordinal));
        await PdfWithAsync("Was bleibt");

        var mail = await Stage.EventuallyAsync(async () => (await stage.NoticesAsync()) is [var first, ..] ? first : null);
        Assert.Contains("Ein Abschnitt „Fazit“ fehlt", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_beside_the_notes_stands_on_the_cover()
    {
        await stage.PutAsync(Containers.Notes, "good-practice/notes.md", Unpictured);
        var bare = await PdfWithAsync("Der Anfang.");
        Assert.Equal(0, PicturesOnCover(bare));

        await stage.PutAsync(Containers.Notes, "good-practice/Logo.PNG", TestPictures.Png());

        await Stage.EventuallyAsync(async () =>
            PicturesOnCover(await stage.Http.GetByteArrayAsync("/good-practice.pdf")) == 1);
        Assert.Empty(await stage.NoticesAsync());
    }

    [Fact]
    public async Task A_logo_that_the_text_shows_stands_there_only()
    {
        await stage.PutAsync(Containers.Notes, "good-practice/logo.png", TestPictures.Png());
        await stage.PutAsync(Containers.Notes, "good-practice/notes.md",
            Unpictured + "\n\n![Das Zeichen der Agentur](logo.png)\n\nDas Zeichen.");

        Assert.Equal(0, PicturesOnCover(await PdfWithAsync("Das Zeichen.")));
    }

    [Theory]
    [InlineData("logo.png", "kein Bild", null)]
    [InlineData("logo.png", null, "logo.jpg", "Im Ordner liegen mehrere Logos: „logo.jpg“, „logo.png“.")]
    [InlineData("logo.svg", "<svg/>", null, "Ein Logo mit der Endung „.svg“ lässt sich nicht drucken. Erwartet wird PNG oder JPEG.")]
    [InlineData("logo.pdf", "%PDF-1.7", "logo.svg", "Ein Logo mit der Endung „.pdf“ lässt sich nicht drucken.")]
    public async Task A_logo_that_cannot_be_printed_is_told_and_the_report_appears_without_it(
        string name, string? text, string? beside, string why = "Das Bild ist nicht lesbar.")
    {
        await stage.PutAsync(Containers.Notes, "good-practice/" + name, text is null ? TestPictures.Png() : Encoding.UTF8.GetBytes(text));
        if (beside is not null) await stage.PutAsync(Containers.Notes, "good-practice/" + beside, TestPictures.Png());
        await stage.PutAsync(Containers.Notes, "good-practice/notes.md", Unpictured);

        await PdfWithAsync("Der Anfang.");

        var mail = await Stage.EventuallyAsync(async () => (await stage.NoticesAsync()) is [var first, ..] ? first : null);
        Assert.Contains(why, mail.Text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(mail.Text, "logo\\.(png|jpg|svg|pdf): ")); // one sentence for all of them
        Assert.Single(Regex.Matches(mail.Text, "Das Titelblatt erscheint ohne Logo\\."));
    }

    [Fact]
    public async Task What_no_event_told_is_found_by_the_timer()
    {
        await using var deaf = await Stage.OpenAsync(
            settings: new(NotesDesk.Impatient) { ["AzureWebJobs.ScheduleNotes.Disabled"] = "true" });
        await deaf.PutAsync(Containers.Notes, "good-practice/notes.md", Notes);

        await deaf.FireAsync("ReconcileGoodPractice");

        await Stage.EventuallyAsync(async () => (await deaf.Http.GetAsync("/good-practice.pdf")).StatusCode == HttpStatusCode.OK);
    }

    static int PicturesOnCover(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.GetPage(1).GetImages().Count();
    }

    Task<byte[]> PdfWithAsync(string words) => Stage.EventuallyAsync(async () =>
    {
        var answer = await stage.Http.GetAsync("/good-practice.pdf");
        return answer.StatusCode == HttpStatusCode.OK && await answer.Content.ReadAsByteArrayAsync() is { } bytes
            && NotesDesk.TextOf(bytes).Contains(words, StringComparison.Ordinal) ? bytes : null;
    });
}
