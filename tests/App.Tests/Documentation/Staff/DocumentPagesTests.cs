using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Azure.Storage.Blobs;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Documentation.Staff;

/// <summary>The pages on which staff hand in notes and decide what is public.</summary>
public sealed class DocumentPagesTests
{
    const string List = "/redaktion/dokumentation";
    static readonly string Page = $"{List}/{NotesDesk.Session}";

    /// <summary>A picture of one pixel.</summary>
    static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Notes_and_pictures_are_handed_in_looked_at_published_and_withdrawn()
    {
        await using var stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
        using var staff = await StaffBrowser.OpenAsync(stage);
        Assert.Contains("keine Mitschrift", (await staff.SeeAsync(List)).QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        const string notes = "---\ntitel: Sprache üben\nstatus: entwurf\n---\n# Sprache im Betrieb\n\nWir lernen **gemeinsam**.\n\n![Ein Punkt](punkt.png)\n\n#Ohne Leerzeichen";
        Assert.Equal(HttpStatusCode.SeeOther, (await HandInAsync(staff, Page,
            ("mitschrift", "Unsere Notizen.md", Encoding.UTF8.GetBytes(notes)), ("bilder", "punkt.png", Pixel))).StatusCode);
        var draft = await StateAsync(staff, "Entwurf");

        Assert.Contains("Für eine Überschrift wird nach „#“ ein Leerzeichen erwartet", draft.Body!.TextContent, StringComparison.Ordinal);
        var page = await staff.SeeAsync($"{Page}/seite");
        Assert.Equal("Sprache üben", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("gemeinsam", page.QuerySelector(".document strong")!.TextContent, StringComparison.Ordinal);
        var picture = await staff.Http.GetAsync(page.QuerySelector(".document img")!.GetAttribute("src"));
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(await staff.Http.GetByteArrayAsync($"{Page}/vorschau.pdf"), 0, 4), StringComparison.Ordinal);
        Assert.Equal(notes, await staff.Http.GetStringAsync($"{Page}/dateien/notes.md"));
        Assert.Equal(HttpStatusCode.NotFound, (await stage.PageAsync()).StatusCode);

        await staff.DoAsync(Page, $"{Page}/stand", ("entscheidung", "veroeffentlichen"));
        var published = await StateAsync(staff, "veröffentlicht");
        Assert.Contains("gemeinsam", await stage.HtmlAsync(), StringComparison.Ordinal);

        // no click on a file takes a page or a picture from the site: the forms of a page opened earlier do not do it either
        Assert.Empty(published.QuerySelectorAll($"form[action='{Page}/loeschen']"));
        foreach (var form in draft.QuerySelectorAll($"form[action='{Page}/loeschen']"))
        {
            var kept = await StaffBrowser.PageAsync(await staff.Http.PostAsync($"{Page}/loeschen",
                new FormUrlEncodedContent(StaffBrowser.Filled(form))), HttpStatusCode.UnprocessableEntity);
            Assert.Contains("erst zurück", kept.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        }

        var stale = StaffBrowser.FormOf(published, $"{Page}/stand");
        await staff.DoAsync(Page, $"{Page}/stand", ("entscheidung", "zurueckziehen"));
        await StateAsync(staff, "Entwurf");
        Assert.Equal(HttpStatusCode.Gone, (await stage.PageAsync()).StatusCode);
        var late = await StaffBrowser.PageAsync(await staff.Http.PostAsync($"{Page}/stand",
            new FormUrlEncodedContent(StaffBrowser.Filled(stale, ("entscheidung", "zurueckziehen")))), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("inzwischen ersetzt", late.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);

        // a new version decides for itself, in whatever format
        await HandInAsync(staff, Page, "veroeffentlichen", ("mitschrift", "neu.txt", Encoding.UTF8.GetBytes("Alles neu.")));
        await StateAsync(staff, "veröffentlicht");
        Assert.Contains("Alles neu.", await stage.HtmlAsync(), StringComparison.Ordinal);
        Assert.Equal(["notes.txt", "punkt.png"], (await staff.SeeAsync(Page)).QuerySelectorAll("[data-label=Datei]").Select(file => file.TextContent));
    }

    /// <summary>As the guide writes them, and as editors on Windows do; the page uploads files without folders.</summary>
    [Theory]
    [InlineData("bilder/Punkt.png")]
    [InlineData("./medien/tag%201/punkt.png")]
    [InlineData("C:\\Users\\Rita\\punkt.png")]
    public async Task A_picture_in_a_folder_of_its_author_is_found_by_its_name(string address)
    {
        await using var stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
        using var staff = await StaffBrowser.OpenAsync(stage);

        await HandInAsync(staff, Page, ("mitschrift", "notes.md", Encoding.UTF8.GetBytes($"# Neu\n\n![Ein Punkt]({address})\n")),
            ("bilder", "punkt.png", Pixel));
        var draft = await StateAsync(staff, "Entwurf");

        Assert.DoesNotContain("fehlt", draft.Body!.TextContent, StringComparison.Ordinal);
        var shown = (await staff.SeeAsync($"{Page}/seite")).QuerySelector(".document img")!.GetAttribute("src");
        Assert.Equal("image/png", (await staff.Http.GetAsync(shown)).Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("2026-10-sprache-im-betrieb")]
    [InlineData("good-practice")]
    public async Task What_is_handed_in_first_is_looked_at_before_anybody_else_sees_it_and_what_is_public_is_replaced(string folder)
    {
        await using var stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
        using var staff = await StaffBrowser.OpenAsync(stage);
        var page = $"{List}/{folder}";
        Assert.Equal("entwurf", ChosenOf(await staff.SeeAsync(page)));

        var answer = await HandInAsync(staff, page, ("mitschrift", "neu.md", "# Neu\n\nErste Fassung."u8.ToArray()));
        var status = (await staff.SeeAsync(answer.Headers.Location!.OriginalString)).QuerySelector("[role=status]")!.TextContent;
        Assert.Contains("den Entwurf ansehen und dann veröffentlichen", status, StringComparison.Ordinal);
        Assert.Contains("Die Fassung vom ", (await StateAsync(staff, "Entwurf", page)).Body!.TextContent, StringComparison.Ordinal);

        await staff.DoAsync(page, $"{page}/stand", ("entscheidung", "veroeffentlichen"));
        var published = await StateAsync(staff, "veröffentlicht", page);
        Assert.Equal("veroeffentlichen", ChosenOf(published));

        var refused = await StaffBrowser.PageAsync(
            await HandInAsync(staff, page, "entwurf", ("mitschrift", "neu.exe", Pixel)), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("entwurf", ChosenOf(refused));
        await HandInAsync(staff, page, ("mitschrift", "neu.md", "Zweite Fassung."u8.ToArray()));
        await StateAsync(staff, "veröffentlicht", page);
        await Stage.EventuallyAsync(async () =>
            (await staff.SeeAsync($"{page}/seite")).Body!.TextContent.Contains("Zweite", StringComparison.Ordinal));

        static string? ChosenOf(IHtmlDocument seen) => seen.QuerySelector("[name=danach][checked]")!.GetAttribute("value");
    }

    [Fact]
    public async Task Nothing_is_said_of_notes_that_were_replaced_meanwhile()
    {
        await using var stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
        using var staff = await StaffBrowser.OpenAsync(stage);
        await stage.PutNotesAsync("kein Word", "notes.docx");
        var refused = await StateAsync(staff, "nicht lesbar");
        Assert.Contains("notes.docx", refused.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);

        await HandInAsync(staff, Page, ("mitschrift", "notizen.md", "# Lesbar"u8.ToArray()));
        var replaced = (await staff.SeeAsync(Page)).QuerySelector("main")!;

        Assert.StartsWith("wird gelesen", replaced.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("notes.docx", replaced.TextContent, StringComparison.Ordinal);
        await StateAsync(staff, "Entwurf");
    }

    [Fact]
    public async Task Refusals_name_the_place_in_the_file_and_unusable_files_are_refused_before_they_are_stored()
    {
        await using var stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
        using var staff = await StaffBrowser.OpenAsync(stage);

        foreach (var (field, name, bytes, told) in new[]
        {
            ("mitschrift", "notizen.exe", Pixel, "kann nicht gelesen werden"), ("bilder", "film.mp4", Pixel, "ist kein Bild"),
            ("bilder", "gross.png", new byte[20 * 1024 * 1024 + 1], "größer als 20 MB"), ("bilder", "a#b.png", Pixel, "benennen Sie die Datei um"),
            ("bilder", "kaputt.png", "kein Bild"u8.ToArray(), "„kaputt.png“ wurde nicht hochgeladen"),
            ("mitschrift", "leer.md", "\n"u8.ToArray(), "„leer.md“ wurde nicht hochgeladen: "),
        })
        {
            var answer = await HandInAsync(staff, Page, (field, name, bytes));
            var refused = await StaffBrowser.PageAsync(answer, HttpStatusCode.UnprocessableEntity);
            Assert.Contains(told, refused.QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(refused.QuerySelectorAll("[data-label=Datei]"));
        }

        await stage.PutNotesAsync("kein Bild", "kaputt.png");
        await HandInAsync(staff, Page, ("mitschrift", "notes.md", "# Titel\n\n![Kein Bild](kaputt.png)"u8.ToArray()));
        var page = await StateAsync(staff, "nicht lesbar");
        Assert.Contains("kaputt.png", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Die Mitschrift zeigt es in Zeile 3", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var remove = page.QuerySelectorAll($"form[action='{Page}/loeschen']").First(form => form.TextContent.Contains("kaputt.png", StringComparison.Ordinal));
        await staff.Http.PostAsync($"{Page}/loeschen", new FormUrlEncodedContent(StaffBrowser.Filled(remove)));
        Assert.Equal(["notes.md"], (await staff.SeeAsync(Page)).QuerySelectorAll("[data-label=Datei]").Select(file => file.TextContent));
    }

    [Fact]
    public async Task A_word_file_that_cannot_be_read_is_refused_at_its_field_and_the_notes_before_it_stay()
    {
        await using var stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
        using var staff = await StaffBrowser.OpenAsync(stage);
        await HandInAsync(staff, Page, "veroeffentlichen", ("mitschrift", "gut.md", "Die gute Fassung."u8.ToArray()));
        await StateAsync(staff, "veröffentlicht");

        var answer = await HandInAsync(staff, Page, "veroeffentlichen", ("mitschrift", "kaputt.docx", "PK kein Word"u8.ToArray()));

        var refused = await StaffBrowser.PageAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("„kaputt.docx“ wurde nicht hochgeladen: ", refused.QuerySelector("#mitschrift-error")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("veröffentlicht", refused.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("notes.md", Assert.Single(refused.QuerySelectorAll("[data-label=Datei]")).TextContent);
    }

    [Fact]
    public async Task The_form_for_files_has_a_script_that_only_this_page_lets_run_and_the_server_refuses_too_much_by_itself()
    {
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.On);
        await stage.PlanAsync(TestSessions.October);
        using var staff = await StaffBrowser.OpenAsync(stage);

        foreach (var (path, runs) in new[] { (Page, true), (List, false), ("/redaktion", false), (TestSessions.October.Path, false) })
        {
            var policy = (await staff.Http.GetAsync(path)).Headers.GetValues("Content-Security-Policy").Single();
            Assert.Equal(runs, policy.Contains("script-src 'self'; connect-src 'self'", StringComparison.Ordinal));
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }

        var script = (await staff.SeeAsync(Page)).QuerySelector("script")!.GetAttribute("src")!;
        Assert.Equal("text/javascript", (await staff.Http.GetAsync(script)).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.Found, (await stage.Http.GetAsync(script)).StatusCode); // for staff alone
    }

    /// <summary>As a browser sends them where the script does not run: all of it, whatever the server thinks of it meanwhile.</summary>
    [Theory]
    [InlineData("/redaktion/dokumentation/2026-10-sprache-im-betrieb", "/hochladen")]
    [InlineData("/redaktion/verteiler", "/einlesen")]
    [InlineData("/redaktion/termine/datei", "")]
    public async Task More_than_100_MB_at_once_are_refused_by_a_page_that_says_so(string page, string action)
    {
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.On);
        await stage.PlanAsync(TestSessions.October);
        using var staff = await StaffBrowser.OpenAsync(stage);
        using var content = new MultipartFormDataContent();
        content.Add(new ByteArrayContent(new byte[UploadLimit.Bytes + 1]), "datei", "zu-groß.bin");

        var answer = await StaffBrowser.PageAsync(await staff.Http.PostAsync(page + action, content), HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("höchstens 100 MB auf einmal", answer.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(answer.QuerySelectorAll("nav.staff a"));
    }

    [Theory]
    [InlineData("2026-10-gibtesnicht")]
    [InlineData("irgendwas")]
    [InlineData("2026-10-gibtesnicht/dateien/notes.md")]
    public async Task What_there_is_not_is_told_so(string path)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PutAsync(Containers.Failed, "geheim.txt", "geheim");
        using var staff = await StaffBrowser.OpenAsync(stage);

        await staff.SeeAsync($"{List}/{path}", HttpStatusCode.NotFound);
        await staff.SeeAsync($"{List}/good-practice/dateien/..%2F..%2Ffailed%2Fgeheim.txt", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Year_and_report_have_their_own_pages()
    {
        await using var stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        using var staff = await StaffBrowser.OpenAsync(stage);

        await HandInAsync(staff, $"{List}/good-practice", "veroeffentlichen",
            ("mitschrift", "bericht.md", "# Good Practice\n\nEin Bericht."u8.ToArray()));
        await StateAsync(staff, "veröffentlicht", $"{List}/good-practice");
        await HandInAsync(staff, $"{List}/2026", ("mitschrift", "gruss.md", "---\nstatus: entwurf\n---\nZum Geleit."u8.ToArray()));
        var year = await StateAsync(staff, "Entwurf", $"{List}/2026");

        Assert.Equal("vorwort.md", year.QuerySelector("[data-label=Datei]")!.TextContent);
        Assert.NotNull(year.QuerySelector("a[href$='vorschau.pdf']"));
        var start = await staff.SeeAsync("/redaktion");
        Assert.NotNull(start.QuerySelector($"a[href='{List}/2026']"));
        Assert.Contains("Vorwort 2026: Entwurf", start.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("das Vorwort ist ein Entwurf", (await staff.SeeAsync($"{List}?jahr=2026")).Body!.TextContent, StringComparison.Ordinal);
        var foreword = await staff.SeeAsync(year.QuerySelector("a[href$='/seite']")!.GetAttribute("href")!);
        Assert.Matches(@"Vorwort\s+Zum Geleit\.", foreword.QuerySelector(".document")!.TextContent);
        Assert.Contains("Ein Bericht.", (await staff.SeeAsync($"{List}/good-practice/seite")).QuerySelector(".document")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_whose_answer_was_lost_is_not_told_as_somebody_elses()
    {
        var storage = await StorageEmulator.NewAccountAsync();
        var faults = new FaultyStorage(isDone: true, "notes.md");
        await using var stage = await Stage.OpenAsync(
            storage: storage, replace: services => faults.Replace(services, storage, retries: 3), settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
        using var staff = await StaffBrowser.OpenAsync(stage);
        faults.StrikeAt(1);

        var answer = await HandInAsync(staff, Page, ("mitschrift", "notes.md", "Ein Text."u8.ToArray()));

        Assert.True(faults.End());
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task What_somebody_else_hands_in_at_any_moment_of_an_upload_stays_and_is_told()
    {
        var storage = await StorageEmulator.NewAccountAsync();
        var interrupted = new InterruptedStorage();
        await using var stage = await Stage.OpenAsync(storage: storage, replace: services => interrupted.Replace(services, storage),
            settings: new(StaffSignIn.On) { ["AzureWebJobs.PublishDocumentation.Disabled"] = "true" });
        await stage.PlanAsync(TestSessions.October);
        using var staff = await StaffBrowser.OpenAsync(stage);
        var old = new BlobClient(storage, Containers.Notes, $"{NotesDesk.Session}/notes.md");
        HashSet<string> told = [];

        for (var (call, happened) = (1, true); happened; call++)
        {
            await new BlobClient(storage, Containers.Notes, $"{NotesDesk.Session}/notes.txt").DeleteIfExistsAsync();
            await old.UploadAsync(new BinaryData("Alt."), overwrite: true);
            var form = StaffBrowser.FormOf(await staff.SeeAsync(Page), $"{Page}/hochladen");
            interrupted.At(call, () => old.UploadAsync(new BinaryData("Von ihr."), overwrite: true));

            var answer = await PostAsync(staff, Page, StaffBrowser.Filled(form), ("mitschrift", "neu.txt", "Von ihm."u8.ToArray()));

            happened = await interrupted.EndAsync();
            var isTold = answer.StatusCode == HttpStatusCode.UnprocessableEntity
                || (await staff.SeeAsync(answer.Headers.Location!.OriginalString)).QuerySelector("[role=status]")!.TextContent
                    .Contains("liegt noch daneben", StringComparison.Ordinal);
            var stays = (await old.ExistsAsync()).Value && (await old.DownloadContentAsync()).Value.Content.ToString() == "Von ihr.";
            Assert.True(!happened || stays, $"call {call}: lost");
            told.Add($"{answer.StatusCode} {isTold}");
        }

        Assert.Contains("UnprocessableEntity True", told);
        Assert.Contains("SeeOther True", told);
    }

    static Task<IHtmlDocument> StateAsync(StaffBrowser staff, string state, string? page = null) => Stage.EventuallyAsync(async () =>
        await staff.SeeAsync(page ?? Page) is var seen && seen.QuerySelector(".lead")!.TextContent.StartsWith(state, StringComparison.Ordinal)
            ? seen : null);

    static Task<HttpResponseMessage> HandInAsync(
        StaffBrowser staff, string page, params (string Field, string Name, byte[] Bytes)[] files) => HandInAsync(staff, page, null, files);

    /// <param name="staff">Who hands in.</param>
    /// <param name="page">Where.</param>
    /// <param name="then">What is chosen of new notes; null leaves what the page proposes.</param>
    /// <param name="files">The files.</param>
    static async Task<HttpResponseMessage> HandInAsync(
        StaffBrowser staff, string page, string? then, params (string Field, string Name, byte[] Bytes)[] files)
    {
        var form = StaffBrowser.FormOf(await staff.SeeAsync(page), $"{page}/hochladen");
        return await PostAsync(staff, page, StaffBrowser.Filled(form, then is null ? [] : [("danach", then)]), files);
    }

    static async Task<HttpResponseMessage> PostAsync(StaffBrowser staff, string page, IEnumerable<KeyValuePair<string, string>> fields,
        params (string Field, string Name, byte[] Bytes)[] files)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in fields) content.Add(new StringContent(value), field);
        foreach (var (field, name, bytes) in files) content.Add(new ByteArrayContent(bytes), field, name);
        return await staff.Http.PostAsync($"{page}/hochladen", content);
    }
}
