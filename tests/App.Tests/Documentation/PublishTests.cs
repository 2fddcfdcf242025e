using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Shared.Storage;
using UglyToad.PdfPig;

namespace ThaffFunctions.Tests.Documentation;

public sealed class PublishTests : IAsyncLifetime
{
    const string Notes = """
        # Sprache im Betrieb

        ## Erkenntnisse

        Wer **früh** fragt, gewinnt Zeit.

        ![Zwei farbige Flächen](bilder/Gruppe%201.png "Ein Blick in die Runde")
        """;

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Notes_in_another_language_are_announced_in_it_and_what_stands_around_them_in_german()
    {
        await stage.PutNotesAsync("""
            ---
            sprache: en
            ---
            ## Findings

            Ask early, and explain the [Anerkennung]{lang=de}.
            """);

        var pdf = await stage.PdfWithAsync("Ask early");

        using var document = PdfDocument.Open(pdf);
        Assert.Contains("(en)", document.Structure.Catalog.CatalogDictionary.ToString(), StringComparison.Ordinal);
        Assert.Contains("Page 1 of 1", NotesDesk.TextOf(pdf), StringComparison.Ordinal);
        var html = await stage.HtmlAsync();
        Assert.Contains("<html lang=\"de\"", html, StringComparison.Ordinal);
        Assert.Contains("<div lang=\"en\">\n<h2", html, StringComparison.Ordinal);
        Assert.Contains("explain the <span lang=\"de\">Anerkennung</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_put_into_the_container_are_a_page_and_an_accessible_pdf_within_ten_seconds()
    {
        var watch = Stopwatch.StartNew();
        await stage.PutPictureAsync("bilder/Gruppe 1.png", TestPictures.Png());
        await stage.PutNotesAsync(Notes);

        var pdf = await stage.PdfWithAsync("gewinnt Zeit");

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}."); // 10 s on an idle machine
        using var document = PdfDocument.Open(pdf);
        var catalog = document.Structure.Catalog.CatalogDictionary.ToString();
        Assert.Equal("Sprache im Betrieb", document.Information.Title);
        Assert.Contains("de-DE", catalog, StringComparison.Ordinal);
        Assert.Contains("Marked", catalog, StringComparison.Ordinal);
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["Erkenntnisse", "Kontakt"], bookmarks.GetNodes().Select(node => node.Title));
        var text = NotesDesk.TextOf(pdf);
        foreach (var expected in new[] { "5. Oktober 2026", "Haus der Wirtschaft, Erfurt", "Dr. Ines Beispiel",
            "Handwerkskammer Musterstadt", "Sprachförderung", "Seite 1 von 1", "Ein Blick in die Runde" })
            Assert.Contains(expected, text, StringComparison.Ordinal);
        var words = document.GetPage(1).GetWords().ToLookup(word => word.Text, word => Math.Round(word.Letters[0].StartBaseLine.Y));
        Assert.Equal(words["Moderation"], words["Jonas"]);

        var html = await stage.HtmlAsync();
        Assert.Contains("<h2 id=\"abschnitt-erkenntnisse\">Erkenntnisse</h2>", html, StringComparison.Ordinal);
        Assert.Contains("Wer <strong>früh</strong> fragt", html, StringComparison.Ordinal);
        Assert.Contains("1 Seite", html, StringComparison.Ordinal);
        Assert.DoesNotContain("konferenz.example", html, StringComparison.Ordinal);
        Assert.DoesNotContain("konferenz.example", text, StringComparison.Ordinal);
        Assert.Contains($"2026/{NotesDesk.Session}.pdf", await stage.FilesAsync(Containers.Documentation));
    }

    [Fact]
    public async Task The_page_shows_pictures_without_what_the_camera_told()
    {
        await stage.PutPictureAsync("foto.jpg", TestPictures.Jpeg(orientation: 6, width: 64, height: 32));
        await stage.PutNotesAsync("Ein Foto:\n\n![Zwei Flächen](foto.jpg)");
        await stage.PublishAsync();

        Assert.Contains($"<img src=\"/dokumentation/{NotesDesk.Session}/bilder/foto.jpg\" alt=\"Zwei Flächen\" width=\"32\" height=\"64\"",
            await stage.HtmlAsync(), StringComparison.Ordinal);
        var answer = await stage.Http.GetAsync($"/dokumentation/{NotesDesk.Session}/bilder/foto.jpg");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        var image = StbImageSharp.ImageResult.FromMemory(bytes, StbImageSharp.ColorComponents.RedGreenBlue);
        Assert.Equal((32, 64), (image.Width, image.Height));
        Assert.True(image.Data[2] > 200 && image.Data[^3] > 200, "turned right, the blue half is on top and the red one below");
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(await (await stage.PdfAsync()).Content.ReadAsByteArrayAsync()),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound,
            (await stage.Http.GetAsync($"/dokumentation/{NotesDesk.Session}/bilder/anderes.jpg")).StatusCode);
    }

    [Fact]
    public async Task A_png_keeps_its_pixels_and_nothing_else()
    {
        var picture = TestPictures.WithText(TestPictures.Png(64, 32), "Author\0Geheim");
        await stage.PutPictureAsync("plan.png", picture);
        await stage.PutNotesAsync("![Zwei Flächen](plan.png)");
        await stage.PublishAsync();

        var answer = await stage.Http.GetAsync($"/dokumentation/{NotesDesk.Session}/bilder/plan.png");
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Geheim", Encoding.Latin1.GetString(picture), StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(PixelsOf(picture), PixelsOf(bytes));
    }

    [Fact]
    public async Task The_list_shows_what_is_published_by_year()
    {
        var before = await stage.Http.GetStringAsync("/dokumentation");
        await stage.PutNotesAsync(Notes);
        await stage.PublishAsync();

        var after = await stage.Http.GetStringAsync("/dokumentation");

        Assert.DoesNotContain(NotesDesk.Session.Value, before, StringComparison.Ordinal);
        Assert.Contains($"href=\"/dokumentation/{NotesDesk.Session}\"", after, StringComparison.Ordinal);
        Assert.Contains($"href=\"/dokumentation/{NotesDesk.Session}.pdf\"", after, StringComparison.Ordinal);
        Assert.Contains(">2026</h2>", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_notes_give_equal_bytes_and_nothing_is_done_twice()
    {
        await stage.PutNotesAsync(Notes);
        await stage.PublishAsync();
        var (first, tag) = (await (await stage.PdfAsync()).Content.ReadAsByteArrayAsync(), (await stage.PdfAsync()).Headers.ETag);
        await stage.PublishAsync();
        Assert.Equal(tag, (await stage.PdfAsync()).Headers.ETag);

        stage.Clock.Advance(TimeSpan.FromDays(3));
        var files = stage.Service<PublishedFiles>();
        await files.TryTidyAsync(await files.FindAsync(DocumentPath.Of(NotesDesk.Session), default), null, default);
        await stage.PublishAsync();

        Assert.Equal(first, await (await stage.PdfAsync()).Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_picture_that_comes_later_appears_and_until_then_its_place_says_so()
    {
        await stage.PutNotesAsync(Notes);
        await stage.PdfWithAsync("[Bild fehlt: Zwei farbige Flächen");
        var notice = await Stage.EventuallyAsync(async () =>
            (await stage.MailsAsync()).FirstOrDefault(mail => mail.Subject.Contains("Hinweisen", StringComparison.Ordinal)));
        Assert.Contains("Zeile 7", notice.Text, StringComparison.Ordinal);

        await stage.PutPictureAsync("bilder/gruppe 1.PNG", TestPictures.Png()); // named in other letters, as it happens

        await Stage.EventuallyAsync(async () => (await stage.HtmlAsync()).Contains("<img ", StringComparison.Ordinal));
        await stage.PdfWithAsync("Ein Blick in die Runde");
    }

    [Fact]
    public async Task A_picture_without_alternative_text_is_published_with_a_marked_one()
    {
        await stage.PutPictureAsync("plan.png", TestPictures.Png());
        await stage.PutNotesAsync("Der Plan:\n\n![](plan.png)");
        await stage.PublishAsync();

        Assert.Contains("alt=\"Bild „plan.png“ (vorläufiger Text, eine Beschreibung fehlt noch)\"", await stage.HtmlAsync(),
            StringComparison.Ordinal);
        var notice = await Stage.EventuallyAsync(async () => (await stage.NoticesAsync()) is [var mail, ..] ? mail : null);
        Assert.Contains("Zeile 3", notice.Text, StringComparison.Ordinal);
        Assert.Contains("plan.png", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_of_a_session_that_the_programme_learns_later_are_published_by_the_timer()
    {
        var later = TestSessions.October with
        {
            Id = ThaffFunctions.Programme.SessionId.Parse("2026-11-ausbildung")!.Value,
            Title = "Ausbildung"
        };
        await stage.PutAsync(Containers.Notes, $"{later.Id}/notes.md", "Etwas über Ausbildung.");
        Assert.Contains("keinen Termin „2026-11-ausbildung“", await stage.ProblemsAsync($"{later.Id}/notes.md"), StringComparison.Ordinal);

        await stage.PlanAsync(later);
        await Stage.EventuallyAsync(async () => await stage.Service<PublishedStore>().FindAsync(DocumentPath.Of(later.Id), default));
        await stage.FireAsync("ReconcileDocumentation");

        await Stage.EventuallyAsync(async () =>
            (await stage.Http.GetAsync($"/dokumentation/{later.Id}.pdf")).StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_corrected_title_in_the_programme_reaches_the_documentation()
    {
        await stage.PutNotesAsync(Notes);
        await stage.PublishAsync();

        await stage.PlanAsync(TestSessions.October with { Title = "Deutsch am Arbeitsplatz" });
        await stage.FireAsync("ReconcileDocumentation");

        await stage.PdfWithAsync("Deutsch am Arbeitsplatz");
    }

    [Fact]
    public async Task Long_notes_get_a_table_of_contents()
    {
        await stage.PutNotesAsync(string.Concat(Enumerable.Range(1, 40).Select(n =>
            string.Create(CultureInfo.InvariantCulture, $"## Abschnitt {n}\n\n{string.Concat(Enumerable.Repeat("Ein Satz, der etwas Platz braucht und sonst nichts will. ", 20))}\n\n"))));
        await stage.PublishAsync();

        var text = NotesDesk.TextOf(await (await stage.PdfAsync()).Content.ReadAsByteArrayAsync());

        Assert.Contains("Inhalt", text, StringComparison.Ordinal);
        Assert.Contains("Seite 5 von", text, StringComparison.Ordinal);
    }

    static byte[] PixelsOf(byte[] file) => StbImageSharp.ImageResult.FromMemory(file, StbImageSharp.ColorComponents.RedGreenBlue).Data;
}
