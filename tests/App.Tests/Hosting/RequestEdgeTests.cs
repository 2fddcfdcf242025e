using System.Net;
using System.Net.Sockets;
using System.Text;
using Azure.Storage.Blobs;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation;

namespace ThaffFunctions.Tests.Hosting;

/// <summary>Requests at the edge of what host and worker let through: each is answered by the product, in German.</summary>
public sealed class RequestEdgeTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/termine/2026-10-sprache-im-betrieb")]
    [InlineData("/programm.ics")]
    [InlineData("/health")]
    public async Task Head_is_answered_as_get_without_the_body(string path)
    {
        var get = await stage.Http.GetAsync(path);
        var head = await stage.Http.SendAsync(new(HttpMethod.Head, path));

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("GET", "/gibt/es/nicht")]
    [InlineData("GET", "/dokumentation/a/b/c/d")]
    [InlineData("POST", "/wp-login.php")]
    [InlineData("DELETE", "/termine/2026-10-sprache-im-betrieb")]
    [InlineData("PUT", "/")]
    public async Task An_unknown_address_is_answered_by_the_page_that_says_so(string method, string path)
    {
        var answer = await stage.Http.SendAsync(new(new(method), path));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Seite nicht gefunden", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/newsletter/", "/newsletter")]
    [InlineData("/Newsletter", "/newsletter")]
    [InlineData("/TERMINE/2026-10-Sprache-im-Betrieb/?von=plakat", "/termine/2026-10-sprache-im-betrieb?von=plakat")]
    [InlineData("/termine/2026-10-sprache-im-betrieb.ICS", "/termine/2026-10-sprache-im-betrieb.ics")]
    [InlineData("/%5Canderswo.example/", "/%5Canderswo.example")] // never to another site
    [InlineData("/gibt/es/nicht/", "/gibt/es/nicht")]
    public async Task Another_spelling_of_an_address_leads_to_the_right_one(string path, string expected)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var answer = await stage.Http.SendAsync(new(method, stage.Http.BaseAddress + path[1..]));

            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal(expected, answer.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task The_page_of_an_unknown_address_shows_ways_on()
    {
        var page = await (await stage.Http.GetAsync("/programm")).Content.ReadAsStringAsync();

        foreach (var way in new[] { "href=\"/\"", "href=\"/dokumentation\"", "href=\"/newsletter\"" })
            Assert.Contains(way, page[page.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_told_of_an_unknown_address_in_problem_details()
    {
        var answer = await stage.Http.SendAsync(new(HttpMethod.Get,
            "/api/gibt-es-nicht")
        { Headers = { Accept = { new("application/json") } } });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(31_000_000)] // more than the worker's server takes by itself
    [InlineData(90_000_000)]
    public async Task A_body_that_is_too_large_is_413_and_says_how_much_is_possible(int bytes)
    {
        using var content = new ByteArrayContent(new byte[bytes]) { Headers = { ContentType = new("application/x-www-form-urlencoded") } };

        var answer = await stage.Http.PostAsync("/api/registrations", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("höchstens 64 KiB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_whose_chunks_are_broken_is_400()
    {
        using var caller = new TcpClient();
        await caller.ConnectAsync(IPAddress.Loopback, stage.Http.BaseAddress!.Port);
        await using var stream = caller.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /api/registrations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: "
            + "chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n"));

        using var reader = new StreamReader(stream, Encoding.ASCII);

        Assert.StartsWith("HTTP/1.1 400", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_many_headers_as_the_host_takes_reach_the_worker()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health");
        for (var header = 0; header < 95; header++) request.Headers.Add($"X-Extra-{header}", "1");

        Assert.Equal(HttpStatusCode.OK, (await stage.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_callers_own_invocation_id_does_no_harm()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get,
            "/health")
        { Headers = { { "x-ms-invocation-id", "00000000-0000-0000-0000-000000000000" } } };

        Assert.Equal(HttpStatusCode.OK, (await stage.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_while_it_is_written_does_not_look_whole()
    {
        const int MoreThanIsReadAhead = 9 * 1024 * 1024;
        var connection = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone: false, path: ".png");
        await using var failing =
            await Stage.OpenAsync(settings: NotesDesk.Impatient, replace: services => storage.Replace(services, connection, retries: 0),
                storage: connection);
        await failing.PlanAsync(TestSessions.October);
        await failing.PutPictureAsync("bild.png", TestPictures.Png(4, 4));
        await failing.PutNotesAsync("Inhalt.\n\n![Ein Plan](bild.png)");
        await failing.PdfWithAsync("Inhalt.");
        var container = failing.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Documentation);
        var picture = await container.GetBlobsAsync().FirstAsync(blob => blob.Name.EndsWith(".png", StringComparison.Ordinal));
        await container.GetBlobClient(picture.Name).UploadAsync(new BinaryData(new byte[MoreThanIsReadAhead]), overwrite: true);

        storage.StrikeAt(3); // what it is, its first part, its second part

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            failing.Http.GetByteArrayAsync($"/dokumentation/{NotesDesk.Session}/bilder/bild.png"));
        Assert.True(storage.Struck);
    }
}
