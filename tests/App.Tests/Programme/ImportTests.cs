using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Import;

namespace ThaffFunctions.Tests.Programme;

public sealed class ImportTests
{
    const string Id = "2027-03-anerkennung";

    [Fact]
    public async Task A_file_becomes_pages_feed_and_json()
    {
        await using var stage = await Stage.OpenAsync();

        await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.One);
        await ListedAsync(stage, Id);

        Assert.Contains("Anerkennung von Abschlüssen", await stage.Http.GetStringAsync("/"), StringComparison.Ordinal);
        var page = await stage.Http.GetStringAsync($"/termine/{Id}");
        Assert.Contains("Dienstag, 9. März 2027, 10:00 bis 12:00 Uhr", page, StringComparison.Ordinal);
        Assert.Contains("<li>Kosten</li>", page, StringComparison.Ordinal);
        Assert.Contains("""<html lang="de">""", page, StringComparison.Ordinal);
        Assert.Contains($"UID:{Id}@", await stage.Http.GetStringAsync("/programm.ics"), StringComparison.Ordinal);
        Assert.Contains($"UID:{Id}@", await stage.Http.GetStringAsync($"/termine/{Id}.ics"), StringComparison.Ordinal);
        Assert.Equal(
            """{"sessions":[{"id":"2027-03-anerkennung","title":"Anerkennung von Abschlüssen","start":"2027-03-09T10:00:00+01:00","end":"2027-03-09T12:00:00+01:00","status":"scheduled","registration":"closed"}]}""",
            await stage.Http.GetStringAsync("/programm.json"));
    }

    [Fact]
    public async Task A_file_whose_event_got_lost_is_found_by_the_timer()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.ImportProgramme.Disabled"] = "true" });
        await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.One);

        await stage.FireAsync("ReconcileProgramme");

        await ListedAsync(stage, Id);
    }

    [Fact]
    public async Task Excels_file_is_imported_too()
    {
        await using var stage = await Stage.OpenAsync();

        await stage.PutAsync("programme", "Programm 2027.CSV",
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(ProgrammeFiles.Csv));

        Assert.Equal("Anerkennung von Abschlüssen", (await ListedAsync(stage, Id)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_moved_session_says_so_everywhere()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.With());
        await ListedAsync(stage, Id);

        await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.With(("date", "2027-03-16")));
        await ListedAsync(stage, Id,
            session => session.GetProperty("start").GetString()!.StartsWith("2027-03-16", StringComparison.Ordinal));

        var page = await stage.Http.GetStringAsync($"/termine/{Id}");
        Assert.Contains("Verschoben", page, StringComparison.Ordinal);
        Assert.Contains("Dienstag, 9. März 2027", page, StringComparison.Ordinal);
        Assert.Contains("Verschoben", await stage.Http.GetStringAsync("/"), StringComparison.Ordinal);
        var feed = await stage.Http.GetStringAsync("/programm.ics");
        Assert.Contains("SEQUENCE:1\r\n", feed, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Berlin:20270316T100000", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_session_says_so_everywhere_and_can_come_back()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.With());
        Assert.Equal("open", (await ListedAsync(stage, Id)).GetProperty("registration").GetString());

        await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.With(("status", "abgesagt")));
        var cancelled = await ListedAsync(stage, Id, session => session.GetProperty("status").GetString() == "cancelled");

        Assert.Equal("closed", cancelled.GetProperty("registration").GetString());
        Assert.Contains("Dieser Termin ist abgesagt", await stage.Http.GetStringAsync($"/termine/{Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("<form", await stage.Http.GetStringAsync($"/termine/{Id}"), StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED\r\n", await stage.Http.GetStringAsync($"/termine/{Id}.ics"), StringComparison.Ordinal);

        await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.With());
        await ListedAsync(stage, Id, session => session.GetProperty("status").GetString() == "scheduled");
        Assert.Contains("SEQUENCE:2\r\n", await stage.Http.GetStringAsync($"/termine/{Id}.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_changed_is_touched_and_what_is_absent_stays()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PutAsync("programme", "2027.yaml", Two("Anerkennung", "Sprache"));
        await ListedAsync(stage, "2027-04-sprache");
        var before = await SessionsAsync(stage);

        stage.Clock.Advance(TimeSpan.FromHours(1));
        await stage.PutAsync("programme", "2027.yaml", Two("Anerkennung neu", "Sprache"));
        await ListedAsync(stage, Id, session => session.GetProperty("title").GetString() == "Anerkennung neu");
        await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.With(("title", "Allein")));
        await ListedAsync(stage, Id, session => session.GetProperty("title").GetString() == "Allein");

        var after = await SessionsAsync(stage);
        Assert.Equal(before["2027-04-sprache"].ChangedAt, after["2027-04-sprache"].ChangedAt);
        Assert.Equal(before[Id].ChangedAt.AddHours(1), after[Id].ChangedAt);
        Assert.Equal(before[Id].PublishedAt, after[Id].PublishedAt);
        Assert.Equal(0, after[Id].Revision);
    }

    [Fact]
    public async Task Sessions_come_from_whichever_file_and_stay_when_it_is_removed()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PutAsync("programme", "a.yaml", ProgrammeFiles.With());
        await stage.PutAsync("programme", "b/b.yaml", ProgrammeFiles.With(("id", "2027-05-b"), ("date", "2027-05-04")));
        await ListedAsync(stage, Id);
        await ListedAsync(stage, "2027-05-b");

        await stage.Service<BlobServiceClient>().GetBlobContainerClient("programme").DeleteBlobAsync("a.yaml");
        await stage.FireAsync("ImportProgramme", Event("a.yaml", "BlobDeleted"));

        await ListedAsync(stage, Id);
    }

    [Fact]
    public async Task A_file_that_comes_again_or_late_changes_nothing_more()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.With(("start", "09:00")));
        await ListedAsync(stage, Id);
        await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.With(("start", "11:00")));
        await ListedAsync(stage, Id, session => session.GetProperty("start").GetString()!.Contains("T11", StringComparison.Ordinal));
        var before = (await SessionsAsync(stage))[Id];

        stage.Clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => stage.FireAsync("ImportProgramme", Event("2027.yaml", "BlobCreated"))));

        var after = (await SessionsAsync(stage))[Id];
        Assert.Equal((before.Start, before.Revision, before.ChangedAt), (after.Start, after.Revision, after.ChangedAt));
    }

    [Fact]
    public async Task Files_in_quick_succession_end_in_the_newest()
    {
        await using var stage = await Stage.OpenAsync();

        for (var seats = 1; seats <= 12; seats++)
        {
            await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.With(("seats", $"{seats}")));
            _ = stage.FireAsync("ImportProgramme", Event("2027.yaml", "BlobCreated"));
        }

        await Stage.EventuallyAsync(async () => (await SessionsAsync(stage)).GetValueOrDefault(Id)?.Seats == 12);
        await stage.FireAsync("ImportProgramme", Event("2027.yaml", "BlobCreated"));
        Assert.Equal(12, (await SessionsAsync(stage))[Id].Seats);
    }

    [Fact]
    public async Task A_file_that_is_replaced_again_and_again_while_it_is_read_is_left_for_later_and_the_newest_stands_then()
    {
        var timing = new InterruptedStorage();
        var (connection, settings) = (await StorageEmulator.NewAccountAsync(),
            new Dictionary<string, string> { ["AzureWebJobs.ImportProgramme.Disabled"] = "true" });
        await using var staff = await Stage.OpenAsync(settings: settings, storage: connection);
        await using var stage = await Stage.OpenAsync(settings: settings, storage: connection,
            replace: services => timing.Replace(services, connection));
        var seats = 0;
        timing.Always(() => staff.PutAsync("programme", "2027.yaml", ProgrammeFiles.With(("seats", $"{++seats}"))));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            stage.Service<ProgrammeImport>().ImportAsync("2027.yaml", CancellationToken.None));
        await timing.EndAsync();
        await stage.Service<ProgrammeImport>().ImportAsync("2027.yaml", CancellationToken.None);

        Assert.Equal(seats, (await SessionsAsync(stage))[Id].Seats);
    }

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "feld.yaml", Encoding.UTF8.GetBytes(ProgrammeFiles.With(("id", "2027-05-neu"), ("farbe", "rot"))), "farbe" },
        { "datum.yaml", Encoding.UTF8.GetBytes(ProgrammeFiles.With(("date", "31.02.2027"))), "Zeile 4" },
        { "ende.yaml", Encoding.UTF8.GetBytes(ProgrammeFiles.With(("end", "09:00"))), "nach dem Beginn" },
        { "luecke.yaml", Encoding.UTF8.GetBytes(ProgrammeFiles.With(("date", "2027-03-28"), ("start", "02:15"))), "Sommerzeit" },
        { "doppelt.yaml", Encoding.UTF8.GetBytes(ProgrammeFiles.With() + ProgrammeFiles.With()["sessions:\n".Length..]), "steht schon" },
        { "null.yaml", Encoding.UTF8.GetBytes(ProgrammeFiles.With(("seats", "0"))), "9.999" },
        { "viele.yaml", Encoding.UTF8.GetBytes(ProgrammeFiles.With(("seats", "10000"))), "9.999" },
        { "ansi.yaml", Encoding.Latin1.GetBytes(ProgrammeFiles.One), "UTF-8" },
        { "leer.csv", [], "leer" },
        { "binaer.yaml", [0x50, 0x4B, 3, 4, 0, 0, 0xFF], "keine Textdatei" },
        { "foto.jpg", [0xFF, 0xD8, 0xFF], ".csv" },
    };

    [Theory]
    [MemberData(nameof(BadFiles), DisableDiscoveryEnumeration = true)] // xunit writes enumerated data, whole files here, into ids
    public async Task A_bad_file_changes_nothing_and_staff_hear_of_it(string name, byte[] content, string expected)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PutAsync("programme", "gut.yaml", ProgrammeFiles.With());
        await ListedAsync(stage, Id);
        var before = await stage.Http.GetStringAsync("/programm.json");

        await stage.PutAsync("programme", name, content);

        Assert.Contains(expected, await FailureAsync(stage, name), StringComparison.Ordinal);
        Assert.Equal(before, await stage.Http.GetStringAsync("/programm.json"));
        var mail = await Stage.EventuallyAsync(async () =>
            (await stage.MailsAsync("redaktion@thaff.example")).FirstOrDefault(told => told.Text.Contains(name, StringComparison.Ordinal)));
        Assert.Contains("nicht übernommen", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_hear_once_what_a_file_changed_and_what_looks_like_a_mistake()
    {
        await using var stage = await Stage.OpenAsync(new(2027, 3, 20, 8, 0, 0, TimeSpan.Zero));
        await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.With(("date", "2027-04-17"))); // a Saturday
        var first = await ToldAsync(1);
        Assert.Contains("Achtung: „Anerkennung“ am Samstag, 17. April 2027, 10:00 bis 12:00 Uhr ist an einem Wochenende.",
            first.Text, StringComparison.Ordinal);
        Assert.Contains("Neu: „Anerkennung“", first.Text, StringComparison.Ordinal);

        await stage.PutAsync("programme", "2027.yaml", Two("Verlegt", "Neu hinzu").Replace("2027-03-09", "2027-04-13", StringComparison.Ordinal));
        var second = await ToldAsync(2);
        await stage.FireAsync("ReconcileProgramme"); // the same file again tells nothing

        foreach (var told in new[] { "Verschoben: „Verlegt“ am Dienstag, 13. April 2027, 10:00 bis 12:00 Uhr; bisher Samstag, 17. April 2027",
            "Neu: „Neu hinzu“", "ist zur selben Zeit wie „Neu hinzu“" })
            Assert.Contains(told, second.Text, StringComparison.Ordinal);
        Assert.Equal("Programm übernommen: 2027.yaml", second.Subject);
        Assert.Equal(2, (await stage.MailsAsync("redaktion@thaff.example")).Count);

        Task<SentMail> ToldAsync(int count) => Stage.EventuallyAsync(async () =>
            await stage.MailsAsync("redaktion@thaff.example") is { Count: var found } mails && found == count ? mails[^1] : null);
    }

    [Fact]
    public async Task Fifty_megabytes_change_nothing()
    {
        await using var stage = await Stage.OpenAsync();

        await stage.PutAsync("programme", "gross.yaml", new byte[50 * 1024 * 1024]);

        Assert.Contains("größer als 1 MB", await FailureAsync(stage, "gross.yaml"), StringComparison.Ordinal);
    }

    /// <summary>Waits until the public programme lists the session as expected.</summary>
    static async Task<JsonElement> ListedAsync(Stage stage, string id, Predicate<JsonElement>? expected = null)
    {
        var found = await Stage.EventuallyAsync(async () =>
        {
            var programme = JsonDocument.Parse(await stage.Http.GetStringAsync("/programm.json")).RootElement.GetProperty("sessions")
                .EnumerateArray();
            return programme.Where(session => session.GetProperty("id").GetString() == id && expected?.Invoke(session) != false)
                .Cast<object>().FirstOrDefault();
        });
        return (JsonElement)found;
    }

    static Task<string> FailureAsync(Stage stage, string name) => Stage.EventuallyAsync(async () =>
    {
        var failed = stage.Service<BlobServiceClient>().GetBlobContainerClient("failed");
        await foreach (var blob in failed.GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None,
            Azure.Storage.Blobs.Models.BlobStates.None, $"programme/{name}", default))
            return (await failed.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
        return null;
    });

    static async Task<Dictionary<string, Session>> SessionsAsync(Stage stage) =>
        (await stage.Service<ProgrammeQuery>().AllAsync(default)).ToDictionary(session => session.Id.Value);

    static string Event(string name, string type) =>
        $$"""{"subject":"/blobServices/default/containers/programme/blobs/{{name}}","eventType":"Microsoft.Storage.{{type}}"}""";

    static string Two(string first, string second) =>
        ProgrammeFiles.With(("title", first))
            + ProgrammeFiles.With(("id", "2027-04-sprache"), ("title", second), ("date", "2027-04-13"))["sessions:\n".Length..];
}
