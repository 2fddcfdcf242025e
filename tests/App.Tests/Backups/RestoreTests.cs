using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ThaffFunctions.Backups;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Leaving;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Documentation.YearVolume;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Registration.Seating;
using static ThaffFunctions.Tests.Backups.RestoreDesk;

namespace ThaffFunctions.Tests.Backups;

public sealed class RestoreTests
{
    [Fact]
    public async Task Destroyed_tables_come_back_and_give_the_same_answers()
    {
        await using var stage = await Stage.OpenAsync(settings: VolumeDesk.ByHand);
        await FillAsync(stage);
        var paths = await PathsAsync(stage);
        var (answers, rows) = (await AnswersAsync(stage, paths), await RowsAsync(stage));
        await stage.FireAsync(nameof(BackUpTables));

        await DestroyAsync(stage);
        Assert.NotEqual(answers, await AnswersAsync(stage, paths));
        var restored = await RestoreAsync(stage);

        Assert.Equal(("2026-09-01", 0), ((string)restored["night"]!, (int)restored["erasedAgain"]!));
        Assert.Equal(answers, await AnswersAsync(stage, paths));
        Assert.Equal(rows, await RowsAsync(stage));
        Assert.Equal(0, (int)(await RestoreAsync(stage))["rows"]!); // again: nothing is missing any more
    }

    [Fact]
    public async Task Who_was_erased_since_the_backup_is_erased_again_and_who_came_back_is_not()
    {
        await using var stage = await Stage.OpenAsync();
        await FillAsync(stage, withNotes: false);
        await EraseAsync(stage, Person.Cem.Email);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.AddActiveAsync(Person.Cem.Email);
        await stage.FireAsync(nameof(BackUpTables));
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await EraseAsync(stage, Person.Ada.Email);
        var rows = await RowsAsync(stage);

        await DestroyAsync(stage);
        var restored = await RestoreAsync(stage);

        Assert.Equal(1, (int)restored["erasedAgain"]!);
        Assert.Equal(rows, await RowsAsync(stage));
        Assert.Equal(["Bo"], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName));
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync(Person.Cem.Email))!.State);
        var marks = await stage.FilesAsync(Containers.Backup);
        Assert.Equal(2, marks.Count(file => file.StartsWith("marks/erased/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_left_the_mailing_list_since_the_backup_leaves_again_unless_they_consented_anew()
    {
        await using var stage = await Stage.OpenAsync();
        string[] addresses = ["bleibt@firma.example", "weg@firma.example", "zurueck@firma.example"];
        foreach (var address in addresses) await stage.AddActiveAsync(address);
        await stage.FireAsync(nameof(BackUpTables));
        stage.Clock.Advance(TimeSpan.FromHours(1));
        var leftAt = stage.Clock.GetUtcNow();
        foreach (var address in addresses[1..])
            await stage.Http.PostAsync(stage.Service<LeaveLink>().For((await stage.SubscriberAsync(address))!).PathAndQuery, null);
        stage.Clock.Advance(TimeSpan.FromHours(1));
        await stage.SubscribeAsync(addresses[2]);
        await stage.ConfirmAsync((await stage.ConfirmationAsync(addresses[2])).LinkTo("/newsletter/bestaetigen"));

        await RestoreAsync(stage);
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync(addresses[2]))!.State);

        await DestroyAsync(stage);
        await RestoreAsync(stage);
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync(addresses[0]))!.State);
        foreach (var address in addresses[1..]) // the new consent is lost with the storage: better no mail than one nobody wants
        {
            var left = await stage.SubscriberAsync(address);
            Assert.Equal((SubscriberState.Left, leftAt), (left!.State, left.LeftAt!.Value));
        }
    }

    [Fact]
    public async Task Who_cancelled_and_was_erased_since_the_backup_is_erased_again()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        var mail = await Stage.EventuallyAsync(async () => await stage.MailsAsync(Person.Ada.Email) is [var first, ..] ? first : null);
        var link = mail.LinkTo("/anmeldung");
        await stage.FireAsync(nameof(BackUpTables));
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.Http.PostAsync(link, new FormUrlEncodedContent([new("action", "erase")]));

        await DestroyAsync(stage);
        await RestoreAsync(stage);

        Assert.Equal(["Bo"], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName));
    }

    [Fact]
    public async Task What_is_newer_than_the_backup_stays()
    {
        await using var stage = await Stage.OpenAsync();
        await FillAsync(stage, withNotes: false);
        await stage.FireAsync(nameof(BackUpTables));
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.Service<SubscriberStore>().LeaveAsync((await stage.SubscriberAsync("lea@verteiler.example"))!.Key, default);
        await stage.Service<TableServiceClient>().DeleteTableAsync(Tables.Registrations);

        await RestoreAsync(stage);

        Assert.Equal(SubscriberState.Left, (await stage.SubscriberAsync("lea@verteiler.example"))!.State);
        Assert.Equal(["Ada"], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName));
    }

    [Fact]
    public async Task Backups_and_marks_go_after_their_period()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        await stage.FireAsync(nameof(BackUpTables));
        await EraseAsync(stage, Person.Ada.Email);

        stage.Clock.Advance(TimeSpan.FromDays(30));
        await stage.FireAsync(nameof(BackUpTables));
        Assert.Equal(["2026-09-01", "2026-10-01", "erased"], await NightsAsync());

        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.FireAsync(nameof(BackUpTables));
        Assert.Equal(["2026-10-01", "2026-10-02"], await NightsAsync());

        async Task<IEnumerable<string>> NightsAsync() => (await stage.FilesAsync(Containers.Backup))
            .Select(file => file.Split('/') is ["tables", var night, _] ? night : "erased").Distinct().Order();
    }

    [Fact]
    public async Task A_spoiled_line_or_mark_keeps_no_other_row_from_coming_back()
    {
        await using var stage = await Stage.OpenAsync();
        await FillAsync(stage, withNotes: false);
        await stage.FireAsync(nameof(BackUpTables));
        var backup = stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Backup);
        var file = backup.GetBlobClient("tables/2026-09-01/registrations.jsonl");
        var lines = (await file.DownloadContentAsync()).Value.Content.ToString();
        string[] spoiled = ["kein JSON", "{}", "null", """{"Partition":"p","Row":"r","Columns":{"A":""}}""", """{"Partition":"p","Row":"r","Columns":{"A":"iviele"}}"""];
        await file.UploadAsync(BinaryData.FromString($"{string.Join('\n', spoiled)}\n{lines}"), overwrite: true);
        await backup.UploadBlobAsync("marks/erased/ohne-zeit", BinaryData.FromString(""));
        await backup.UploadBlobAsync("marks/campaign/unsinn", BinaryData.FromString(""));

        await DestroyAsync(stage);
        var restored = await RestoreAsync(stage);

        Assert.Equal(spoiled.Length, (int)restored["unreadable"]!);
        Assert.Equal(["Ada"], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName));
        await stage.FireAsync(nameof(BackUpTables));
    }

    /// <summary>The last file of a backup says that it is complete.</summary>
    [Theory]
    [InlineData("""{"night":"2026-08-31"}""", HttpStatusCode.NotFound)]
    [InlineData("{}", HttpStatusCode.NotFound)]
    [InlineData("""{"night":"gestern"}""", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task What_is_no_complete_backup_is_not_restored(string body, HttpStatusCode expected)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        await stage.FireAsync(nameof(BackUpTables));
        await stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Backup).DeleteBlobAsync("tables/2026-09-01/complete");

        var answer = await stage.Http.PostAsync("/api/operator/restore", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Another_account_is_used_where_a_setting_names_it()
    {
        var other = await StorageEmulator.NewAccountAsync();
        await using var stage = await Stage.OpenAsync(settings: new() { ["BackupStorage"] = other });

        await stage.FireAsync(nameof(BackUpTables));

        Assert.True(await new BlobContainerClient(other, Containers.Backup).GetBlobClient("tables/2026-09-01/complete").ExistsAsync());
        Assert.False(await stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Backup).ExistsAsync());
    }

    [Fact]
    public void A_line_gives_back_the_row_it_was_made_of()
    {
        var row = new TableEntity("p", "r\u00e4")
        {
            ["Text"] = "Zeile\n\"2\"; ü 😀",
            ["Empty"] = "",
            ["Number"] = -7,
            ["Long"] = long.MaxValue,
            ["Real"] = 0.1,
            ["Yes"] = true,
            ["No"] = false,
            ["Time"] = new DateTimeOffset(2026, 9, 1, 8, 0, 0, 123, TimeSpan.Zero),
            ["Id"] = Guid.NewGuid(),
            ["Bytes"] = new byte[] { 0, 255 },
            ["Nothing"] = null,
        };

        var line = RowLine.Of(row);
        var read = RowLine.Read(line)!;

        Assert.DoesNotContain('\n', line);
        Assert.Equal(row.Where(column => column.Value is not null).OrderBy(column => column.Key, StringComparer.Ordinal),
            read.OrderBy(column => column.Key, StringComparer.Ordinal));
    }

    static async Task FillAsync(Stage stage, bool withNotes = true)
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        foreach (var person in new[] { Person.Ada, Person.Bo }) await stage.RegisterAsync(person);
        await stage.AddActiveAsync("lea@verteiler.example");
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Count == 2);
        if (!withNotes) return;

        await stage.PutNotesAsync("---\nstatus: fertig\n---\n## Offene Fragen\n\n- Wer hilft?");
        await stage.PublishAsync();
        var campaigns = stage.Service<TableServiceClient>().GetTableClient(Tables.Campaigns);
        await Stage.EventuallyAsync(async () => await campaigns.QueryAsync<TableEntity>().AnyAsync()); // the follow-up is noted
    }

    static async Task<IReadOnlyList<string>> PathsAsync(Stage stage)
    {
        var book = await SeatBook.ReadAsync(stage);
        var links = book.Seated.Concat(book.Waiting)
            .Select(attendee => stage.Service<ManageLink>().For(TestSessions.October, attendee).PathAndQuery);
        return
        [
            "/", TestSessions.October.Path, "/programm.json", "/programm.ics", "/dokumentation",
            $"/dokumentation/{TestSessions.October.Id}", "/dokumentation/fragen", .. links,
        ];
    }

    static async Task<string> AnswersAsync(Stage stage, IEnumerable<string> paths)
    {
        var answers = new StringBuilder();
        foreach (var path in paths)
        {
            var answer = await stage.Http.GetAsync(path);
            answers.Append(CultureInfo.InvariantCulture, $"{path} {answer.StatusCode}\n{await answer.Content.ReadAsStringAsync()}\n");
        }

        return answers.ToString();
    }

    /// <summary>All rows of persons and programme but those that counters, events and mails change meanwhile.</summary>
    static async Task<IReadOnlyList<string>> RowsAsync(Stage stage)
    {
        List<string> rows = [];
        foreach (var table in new[] { Tables.Sessions, Tables.Registrations, Tables.Subscribers, Tables.Campaigns, Tables.Documents })
            await foreach (var row in stage.Service<TableServiceClient>().GetTableClient(table).QueryAsync<TableEntity>()
                .Where(row => !row.RowKey.StartsWith(Delivery.RowPrefix, StringComparison.Ordinal)))
                rows.Add($"{table} {row.PartitionKey} {row.RowKey} " + string.Join(';', row
                    .Where(column => column.Key is not ("Timestamp" or "odata.etag" or "LastWrite" or "ToldBy" or "StateMail" or "RepeatedMail"))
                    .OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key}={column.Value}")));
        return rows;
    }

    static async Task EraseAsync(Stage stage, string address) => Assert.Equal(HttpStatusCode.OK,
        (await stage.Http.PostAsJsonAsync("/api/operator/person", new { address, erase = true })).StatusCode);
}
