using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Documentation.YearVolume;

public sealed partial class YearVolumeTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanYearAsync();
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Sessions_and_foreword_become_one_document_by_themselves()
    {
        await stage.PutNotesAsync(VolumeDesk.November, "## Erkenntnisse\n\nAusbildung braucht Zeit.");
        await stage.PutNotesAsync(VolumeDesk.October, "## Erkenntnisse\n\nWer früh fragt, gewinnt.");
        await stage.PutForewordAsync("Ein Jahr des Austauschs.");

        var pdf = await stage.VolumeWithAsync("Ausbildung braucht Zeit", "Wer früh fragt", "Ein Jahr des Austauschs");

        var parts = VolumeDesk.PartsOf(pdf);
        var text = NotesDesk.TextOf(pdf);
        Assert.Equal(["Vorwort", "Sprache im Betrieb", "Ausbildung gewinnt"], parts.Take(3));
        Assert.Equal("Kontakt", parts[^1]);
        Assert.Contains("Jahresdokumentation 2026", text, StringComparison.Ordinal);
        Assert.Contains("2 Termine, Oktober bis November 2026", text, StringComparison.Ordinal);
        Assert.Contains("Herausgegeben von: ", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("Inhalt", StringComparison.Ordinal) < text.IndexOf("Ein Jahr des Austauschs", StringComparison.Ordinal),
            "the contents stand before the foreword");
        Assert.Contains("Montag, 9. November 2026", text, StringComparison.Ordinal);
        var way = text.IndexOf($"/dokumentation/{VolumeDesk.October.Id}", StringComparison.Ordinal);
        Assert.True(way > 0 && way < text.IndexOf("Wer früh fragt", StringComparison.Ordinal),
            "the way to the page stands at the chapter's head");
        Assert.DoesNotContain("konferenz.example", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_volume_is_served_whole_in_parts_and_not_again_to_those_who_have_it()
    {
        await stage.PutNotesAsync(VolumeDesk.October, "Inhalt.");
        await stage.PublishAsync(VolumeDesk.October);
        await stage.PublishVolumeAsync();

        var whole = await stage.VolumeAsync();
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        using var again = new HttpRequestMessage(HttpMethod.Get,
            whole.RequestMessage!.RequestUri)
        { Headers = { IfNoneMatch = { whole.Headers.ETag! } } };
        using var part = new HttpRequestMessage(HttpMethod.Get, whole.RequestMessage.RequestUri) { Headers = { Range = new(0, 7) } };

        Assert.Equal("application/pdf", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Praxisaustausch-Jahresdokumentation-2026.pdf", whole.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(HttpStatusCode.NotModified, (await stage.Http.SendAsync(again)).StatusCode);
        Assert.Equal(bytes[..8], await (await stage.Http.SendAsync(part)).Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync("/dokumentation/2025/jahresdokumentation.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync("/dokumentation/abc/jahresdokumentation.pdf")).StatusCode);
    }

    [Fact]
    public async Task Replaced_and_withdrawn_documentation_changes_it_and_nothing_left_removes_it()
    {
        await stage.PutNotesAsync(VolumeDesk.October, "Die erste Fassung.");
        await stage.PutNotesAsync(VolumeDesk.November, "Etwas über Ausbildung.");
        await stage.VolumeWithAsync("Die erste Fassung.", "Etwas über Ausbildung.");

        await stage.PutNotesAsync(VolumeDesk.October, "Die zweite Fassung.");
        Assert.DoesNotContain("erste Fassung", NotesDesk.TextOf(await stage.VolumeWithAsync("Die zweite Fassung.")),
            StringComparison.Ordinal);

        await stage.DeleteAsync($"{VolumeDesk.November.Id}/notes.md");
        await Stage.EventuallyAsync(async () => !(await stage.VolumeTextAsync()).Contains("Ausbildung", StringComparison.Ordinal));
        await stage.DeleteAsync($"{VolumeDesk.October.Id}/notes.md");
        await Stage.EventuallyAsync(async () => (await stage.VolumeAsync()).StatusCode == HttpStatusCode.NotFound);
        await Stage.EventuallyAsync(async () => (await stage.FilesAsync(Containers.Documentation)).Count == 0);
    }

    [Fact]
    public async Task The_same_headings_links_and_notes_in_two_sessions_stay_apart()
    {
        const string notes = """
            # Teil

            Siehe [unten](#teil-1) und die Fußnote[^1].

            ### Teil

            #### Tief

            ###### Tiefer

            [^1]: Von {0}.
            """;
        await stage.PutNotesAsync(VolumeDesk.October, notes.Replace("{0}", "Oktober", StringComparison.Ordinal));
        await stage.PutNotesAsync(VolumeDesk.November, notes.Replace("{0}", "November", StringComparison.Ordinal));
        await stage.PublishAsync(VolumeDesk.October);
        await stage.PublishAsync(VolumeDesk.November);
        await stage.PublishVolumeAsync();

        var text = await stage.VolumeTextAsync();

        Assert.Contains("Von Oktober.", text, StringComparison.Ordinal);
        Assert.Contains("Von November.", text, StringComparison.Ordinal);
        Assert.Contains("Siehe unten und die Fußnote1", text, StringComparison.Ordinal);
        Assert.Contains("Siehe unten und die Fußnote2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_picture_in_two_sessions_is_in_it_once()
    {
        foreach (var session in new[] { VolumeDesk.October, VolumeDesk.November })
        {
            await stage.PutAsync(Containers.Notes, $"{session.Id}/bild.jpg", TestPictures.Jpeg());
            await stage.PutNotesAsync(session, $"![Flächen für {session.Title}](bild.jpg)");
            await stage.PublishAsync(session);
        }

        await stage.PublishVolumeAsync();

        var pdf = Encoding.Latin1.GetString((await stage.VolumeBytesAsync())!);
        Assert.Single(Images().Matches(pdf));
    }

    [Fact]
    public async Task No_volume_is_made_twice_and_equal_material_gives_equal_bytes()
    {
        await stage.PutNotesAsync(VolumeDesk.October, "Inhalt.");
        await stage.PublishAsync(VolumeDesk.October);
        await stage.PublishVolumeAsync();
        var (bytes, tag) = (await stage.VolumeBytesAsync(), (await stage.VolumeAsync()).Headers.ETag);

        await stage.PublishVolumeAsync();
        Assert.Equal(tag, (await stage.VolumeAsync()).Headers.ETag);

        stage.Clock.Advance(TimeSpan.FromDays(2));
        await stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Documentation)
            .DeleteBlobAsync("2026/jahresdokumentation.pdf");
        await stage.PublishVolumeAsync();
        Assert.Equal(bytes, await stage.VolumeBytesAsync());
    }

    [Fact]
    public async Task A_burst_of_changes_makes_it_once()
    {
        var connection = await StorageEmulator.NewAccountAsync();
        var writes = new FaultyStorage(isDone: false, "documentation/2026/jahresdokumentation.pdf");
        await using var busy = await Stage.OpenAsync(settings: new() { ["Documentation:QuietSeconds"] = "3" }, storage: connection,
            replace: services => writes.Replace(services, connection, 0));
        await busy.PlanYearAsync();
        for (var round = 1; round <= 5; round++)
        {
            await busy.PutNotesAsync(VolumeDesk.October, string.Create(CultureInfo.InvariantCulture, $"Oktober {round}."));
            await busy.PutNotesAsync(VolumeDesk.November, string.Create(CultureInfo.InvariantCulture, $"November {round}."));
        }

        await Stage.EventuallyAsync(async () => (await busy.FilesAsync(Containers.Documentation)).Contains("2026/jahresdokumentation.pdf"));

        Assert.Equal(1, writes.Calls);
        await busy.VolumeWithAsync("Oktober 5.", "November 5.");
    }

    [Fact]
    public async Task A_session_moved_into_the_next_year_stays_in_the_volume_it_is_filed_under()
    {
        await stage.PutNotesAsync(VolumeDesk.October, "Inhalt.");
        await stage.PutNotesAsync(VolumeDesk.November, "Verlegt.");
        await stage.PublishAsync(VolumeDesk.October);
        await stage.PublishAsync(VolumeDesk.November);
        await stage.PlanAsync(VolumeDesk.November with
        {
            Start = VolumeDesk.November.Start.AddDays(70),
            End = VolumeDesk.November.End.AddDays(70)
        });

        await stage.FireAsync("ReconcileDocumentation");

        await stage.VolumeWithAsync("2 Termine, Oktober 2026 bis Januar 2027", "Verlegt.");
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync("/dokumentation/2027/jahresdokumentation.pdf")).StatusCode);
    }

    [Fact]
    public async Task What_no_message_told_is_found_by_the_timer()
    {
        await stage.PutNotesAsync(VolumeDesk.October, "Von niemandem gemeldet.");
        await stage.PublishAsync(VolumeDesk.October);

        await stage.FireAsync("ReconcileYearVolumes");

        await stage.VolumeWithAsync("Von niemandem gemeldet.");
    }

    [GeneratedRegex("/Subtype ?/Image")]
    private static partial Regex Images();
}
