using System.Net;
using System.Net.Http.Headers;

namespace ThaffFunctions.Tests.Documentation;

public sealed class DownloadTests : IAsyncLifetime
{
    Stage stage = null!;
    byte[] pdf = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        await stage.PutPictureAsync("bild.png", TestPictures.Png());
        await stage.PutNotesAsync("Inhalt.\n\n![Flächen](bild.png)");
        await stage.PublishAsync();
        pdf = await (await stage.PdfAsync()).Content.ReadAsByteArrayAsync();
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task The_pdf_opens_in_the_browser_under_a_good_name()
    {
        var answer = await stage.PdfAsync();

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal($"Praxisaustausch-{NotesDesk.Session}.pdf", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(pdf.Length, answer.Content.Headers.ContentLength);
        Assert.Equal("bytes", Assert.Single(answer.Headers.AcceptRanges));
    }

    [Theory]
    [InlineData(".pdf")]
    [InlineData("/bilder/bild.png")]
    public async Task Who_has_the_file_is_told_so(string file)
    {
        var first = await GetAsync(file, request => { });

        var again = await GetAsync(file, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        var since = await GetAsync(file, request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        var other = await GetAsync(file, request => request.Headers.IfNoneMatch.Add(new("\"anders\"")));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, since.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData(0, 99)]
    [InlineData(100, null)]
    [InlineData(null, 50)]
    public async Task A_part_of_the_file_is_served(int? from, int? to)
    {
        var answer = await GetAsync(".pdf", request => request.Headers.Range = new(from, to));

        var expected = from is { } start ? pdf[start..((to ?? (pdf.Length - 1)) + 1)] : pdf[^to!.Value..];
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(pdf.Length, answer.Content.Headers.ContentRange?.Length);
        Assert.Equal(expected, await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_part_beyond_the_end_is_refused()
    {
        var answer = await GetAsync(".pdf", request => request.Headers.Range = new(pdf.Length, null));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
        Assert.Equal(pdf.Length, answer.Content.Headers.ContentRange?.Length);
    }

    [Fact]
    public async Task A_part_of_another_version_is_the_whole_of_this_one()
    {
        var answer = await GetAsync(".pdf",
            request => (request.Headers.Range, request.Headers.IfRange) = (new(0, 9), new(new EntityTagHeaderValue("\"anders\""))));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(pdf, await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/dokumentation/2026-10-gibt-es-nicht")]
    [InlineData("/dokumentation/2026-10-gibt-es-nicht.pdf")]
    [InlineData("/dokumentation/2026-10-sprache-im-betrieb/bilder/../notes.md")]
    [InlineData("/dokumentation/2026-10-sprache-im-betrieb/bilder/..%2Finhalt.html")]
    [InlineData("/dokumentation/2026-10-sprache-im-betrieb/bilder/%E2%80%A6")]
    [InlineData("/dokumentation/2026-10-sprache-im-betrieb/bilder/..%5Cinhalt.html")]
    [InlineData("/dokumentation/2026-10-sprache-im-betrieb/bilder/%252e%252e%252finhalt.html")]
    [InlineData("/dokumentation/2026-10-sprache-im-betrieb/bilder//bild.png")]
    [InlineData("/dokumentation/20")]
    [InlineData("/dokumentation/irgendwas")]
    [InlineData("/dokumentation/2026-10-sprache-im-betrieb.docx")]
    public async Task What_is_not_published_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync(path)).StatusCode);

    async Task<HttpResponseMessage> GetAsync(string file, Action<HttpRequestMessage> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/dokumentation/{NotesDesk.Session}{file}");
        with(request);
        return await stage.Http.SendAsync(request);
    }
}
