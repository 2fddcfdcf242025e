using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Azure.Data.Tables;
using ThaffFunctions.Documentation.Materials;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>Files that are published beside a documentation as they are.</summary>
public sealed class MaterialTests
{
    const string Slides = "Folien für Übergänge.pdf";
    static readonly string Page = $"/redaktion/dokumentation/{NotesDesk.Session}";
    static readonly string Public = $"/dokumentation/{NotesDesk.Session}";
    static readonly byte[] Pdf = "%PDF-1.7\nkaum mehr"u8.ToArray();

    [Fact]
    public async Task Material_is_downloaded_from_the_page_of_the_documentation_and_goes_with_it()
    {
        await using var stage = await OpenAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);
        var book = Zip("[Content_Types].xml", "xl/workbook.xml");

        Assert.Equal(HttpStatusCode.SeeOther, (await HandInAsync(staff, ("mitschrift", "notizen.md", "Ein Text."u8.ToArray()),
            ("material", Slides, Pdf), ("material", "zahlen.xlsx", book))).StatusCode);
        await StateAsync(staff, "veröffentlicht");

        var links = (await ShownAsync(stage)).QuerySelectorAll("a[href*='/material/']");
        Assert.Equal([$"{Slides} (PDF, 1 KB)", "zahlen.xlsx (Excel, 1 KB)"], links.Select(link => link.ParentElement!.TextContent));
        Assert.Contains("Ob sie barrierefrei sind, haben wir nicht geprüft", await stage.HtmlAsync(), StringComparison.Ordinal);
        var address = links[0].GetAttribute("href")!;
        var file = await stage.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        var disposition = file.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", Slides), (disposition.DispositionType, disposition.FileNameStar));
        Assert.Equal(Pdf, await staff.Http.GetByteArrayAsync((await staff.SeeAsync(Page)).QuerySelectorAll("[data-label=Datei] a")
            .Single(link => link.TextContent == $"material/{Slides}").GetAttribute("href")));
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync($"{Public}/material/notes.md")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync($"{Public}/material/..%2Fdokument.pdf")).StatusCode);

        await HandInAsync(staff, ("material", Slides, [.. Pdf, .. Pdf])); // a new edition
        await Stage.EventuallyAsync(async () => (await stage.Http.GetByteArrayAsync(address)).Length == 2 * Pdf.Length);

        await staff.DoAsync(Page, $"{Page}/stand", ("entscheidung", "zurueckziehen"));
        await StateAsync(staff, "Entwurf");
        Assert.Equal(HttpStatusCode.Gone, (await stage.Http.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("film.mp4", "Erwartet wird PDF")]
    [InlineData("folien.pdf", "heißt nur so")]
    [InlineData("folien.pptx", "beschädigt oder mit einem Kennwort geschützt")]
    public async Task Other_files_are_refused_and_nothing_is_stored(string name, string why)
    {
        await using var stage = await OpenAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);

        var refused = await StaffBrowser.PageAsync(
            await HandInAsync(staff, ("material", "gut.pdf", Pdf), ("material", name, "etwas"u8.ToArray())),
            HttpStatusCode.UnprocessableEntity);

        Assert.Contains(why, refused.QuerySelector("#material-error")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(refused.QuerySelectorAll("[data-label=Datei]"));
    }

    [Fact]
    public async Task A_file_in_the_container_that_cannot_be_published_stops_nothing_and_staff_are_told()
    {
        await using var stage = await OpenAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);
        await stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/material/makros.xlsx", Zip("xl/workbook.xml", "xl/vbaProject.bin"));
        await stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/material/folien.pdf", Pdf);
        await stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/notes.md", "Ein Text.");

        var page = await StateAsync(staff, "veröffentlicht");

        Assert.Contains("„material/makros.xlsx“ wird nicht veröffentlicht. Die Datei enthält Makros.",
            page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["folien.pdf"], (await ShownAsync(stage)).QuerySelectorAll("a[href*='/material/']").Select(link => link.TextContent));
    }

    [Fact]
    public async Task The_folder_of_material_counts_in_any_case_and_material_beside_it_is_told()
    {
        await using var stage = await OpenAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);
        foreach (var name in new[] { "Material/Folien.pdf", "material/folien.PDF", "Materialien/zahlen.xlsx", "vortrag.pptx", "~$vortrag.pptx" })
            await stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/{name}", Pdf);
        await stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/notes.md", "Ein Text.");

        var page = await StateAsync(staff, "veröffentlicht");

        Assert.Equal(["Folien.pdf"], (await ShownAsync(stage)).QuerySelectorAll("a[href*='/material/']").Select(link => link.TextContent));
        Assert.Equal(
            [
                "„material/folien.PDF“ wird nicht veröffentlicht. Eine andere Datei heißt ebenso.",
                "„Materialien/zahlen.xlsx“ wird nicht veröffentlicht. Material zum Herunterladen liegt im Ordner „material“.",
                "„vortrag.pptx“ wird nicht veröffentlicht. Material zum Herunterladen liegt im Ordner „material“.",
            ], page.QuerySelectorAll("main li").Select(hint => hint.TextContent));
    }

    [Fact]
    public async Task As_many_files_are_published_as_a_row_can_name_and_those_after_them_are_told()
    {
        await using var stage = await OpenAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);
        string[] names = [.. Enumerable.Range(10, 45).Select(number => $"{number}{new string('ü', 114)}.pdf")];
        await Task.WhenAll(names.Select(name => stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/material/{name}", Pdf)));
        await stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/notes.md", "Ein Text.");

        var page = await StateAsync(staff, "veröffentlicht");

        var links = (await ShownAsync(stage)).QuerySelectorAll("a[href*='/material/']");
        Assert.Equal(names.Take(20), links.Select(link => link.TextContent));
        Assert.Equal(names.Skip(20).Select(name => $"„material/{name}“ wird nicht veröffentlicht. Es sind schon 20 andere da."),
            page.QuerySelectorAll("main li").Select(hint => hint.TextContent));
        var row = await stage.Service<TableServiceClient>().GetTableClient(Tables.Documents)
            .QueryAsync<TableEntity>(row => row.PartitionKey != "").FirstAsync(row => row.ContainsKey("Materials"));
        Assert.DoesNotContain("application/pdf", row.GetString("Materials"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_must_be_what_its_name_says_with_a_name_that_can_be_an_address()
    {
        Assert.Null(Problem("a.PPTX", Zip("ppt/presentation.xml")));
        Assert.Null(Problem("a.docx", Zip("word/document.xml")));
        Assert.Null(Problem("a.pdf", [.. new byte[1019], .. Pdf]));
        Assert.Contains("heißt nur so", Problem("a.pdf", [.. new byte[1020], .. Pdf]), StringComparison.Ordinal);
        Assert.Contains("anderer Art", Problem("a.docx", Zip("xl/workbook.xml")), StringComparison.Ordinal);
        Assert.Contains("beschädigt", Problem("a.docx", [.. "PK\u0003\u0004"u8, .. new byte[40]]), StringComparison.Ordinal);
        Assert.Contains("leer", Problem("a.pdf", []), StringComparison.Ordinal);
        Assert.Contains("größer als 50 MB", Problem("a.pdf", new byte[50 * 1024 * 1024 + 1]), StringComparison.Ordinal);
        foreach (var name in new[] { "a/b.pdf", "a\\b.pdf", "a\"b.pdf", "a\nb.pdf", "a\u2028b.pdf", "a\u202Efdp.pdf", "50 %.pdf", new string('a', 117) + ".pdf" })
            Assert.Contains("Der Name geht nicht", Problem(name, Pdf), StringComparison.Ordinal);

        static string? Problem(string name, byte[] content) => MaterialCheck.ProblemOf(name, new MemoryStream(content));
    }

    static async Task<Stage> OpenAsync()
    {
        var stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
        return stage;
    }

    static async Task<IHtmlDocument> ShownAsync(Stage stage) =>
        await StaffBrowser.PageAsync(await stage.Http.GetAsync(Public), HttpStatusCode.OK);

    static Task<IHtmlDocument> StateAsync(StaffBrowser staff, string state) => Stage.EventuallyAsync(async () =>
        await staff.SeeAsync(Page) is var seen && seen.QuerySelector(".lead")!.TextContent.StartsWith(state, StringComparison.Ordinal)
            ? seen : null);

    static async Task<HttpResponseMessage> HandInAsync(StaffBrowser staff, params (string Field, string Name, byte[] Bytes)[] files)
    {
        var form = StaffBrowser.FormOf(await staff.SeeAsync(Page), $"{Page}/hochladen");
        using var content = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 }; // as browsers write it
        foreach (var (field, value) in StaffBrowser.Filled(form, ("danach", "veroeffentlichen")))
            content.Add(new StringContent(value), field);
        foreach (var (field, name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{name}\"");
            content.Add(part);
        }

        return await staff.Http.PostAsync($"{Page}/hochladen", content);
    }

    static byte[] Zip(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in entries)
                using (var content = archive.CreateEntry(entry).Open()) content.Write(Encoding.UTF8.GetBytes("<x/>"));
        return bytes.ToArray();
    }
}
