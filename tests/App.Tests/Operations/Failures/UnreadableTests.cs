using System.Net;
using System.Reflection;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Documentation.YearVolume;
using ThaffFunctions.Tests.Mail;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Staff;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Operations.Failures;

/// <summary>Spoiled rows, and all the good ones around them.</summary>
public sealed class UnreadableTests
{
    static readonly Session April = Sessions.On(2026, 4, 14, "pflege") with { Title = "Pflege im April" };
    static readonly Session AprilCounted = Sessions.On(2026, 4, 15, "bau");
    static readonly Session OctoberSeats =
        October with { Id = SessionId.Parse("2026-10-andere")!.Value, Title = "Mit beschädigten Plätzen" };

    /// <summary>Rows with a key that they are looked up by: spoiled where they stand.</summary>
    static readonly (string Table, string Partition, string Row)[] Single =
    [
        (Tables.Registrations, OctoberSeats.Id.Value, "seats"),
        (Tables.Registrations, AprilCounted.Id.Value, "participation"),
    ];

    [Fact]
    public async Task Beside_a_spoiled_row_of_every_kind_in_every_table_all_others_go_on()
    {
        await using var stage = await TestMails.OpenAsync(now: April.Start.AddDays(-30));
        await FillAsync(stage);
        stage.Clock.SetUtcNow(InvitationDay.AddDays(-2));
        var lost = (await stage.WriteAsync(TestMails.Kind, "verloren@firma.example"))[0];
        var spoiled = 0;
        foreach (var table in Tables.All.Split(';')) spoiled += await SpoilAsync(stage, table);
        Assert.InRange(spoiled, 300, 3000);

        await SeePagesAsync(stage);
        stage.Clock.Advance(TimeSpan.FromMinutes(11));
        foreach (var timer in Timers()) await stage.FireAsync(timer);
        await stage.ReachesAsync(lost, DeliveryState.Delivered);

        stage.Clock.SetUtcNow(InvitationDay);
        await stage.TickAsync();
        await InvitedAsync(stage, "lea@verteiler.example");
        Assert.True((await stage.RegisterAsync(Person.Cem)).IsSuccessStatusCode);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Cem.Email)).Count == 1);

        foreach (var timer in Timers()) await stage.FireAsync(timer);
        await Stage.EventuallyAsync(async () => (await MarksAsync(stage)).Count > 100);
        await SeePagesAsync(stage);

        stage.Clock.SetUtcNow(April.Start.AddDays(400));
        foreach (var timer in Timers()) await stage.FireAsync(timer);
        var kept = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations).QueryAsync<TableEntity>(
            row => row.PartitionKey == April.Id.Value);
        Assert.Equal(["participation", "seats"], await kept.Select(row => row.RowKey).OrderBy(key => key).ToListAsync());
        Assert.False(await stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations).QueryAsync<TableEntity>(
            row => row.PartitionKey == AprilCounted.Id.Value).AnyAsync(row => row.ContainsKey("Email"))); // its count is spoiled
    }

    /// <summary>People and files of all kinds, so that there is a row of every kind.</summary>
    static async Task FillAsync(Stage stage)
    {
        foreach (var session in new[] { April, AprilCounted, October, OctoberSeats }) await stage.PlanAsync(session);
        foreach (var session in new[] { April, AprilCounted })
            await stage.RegisterAsync(Person.Ada, session.Id.Value, ("newsletter", "ja"));
        await stage.ConfirmationAsync(Person.Ada.Email);
        stage.Clock.SetUtcNow(October.RegistrationOpens.AddDays(1));
        await stage.RegisterAsync(Person.Bo);
        await stage.RegisterAsync(Person.Bo, OctoberSeats.Id.Value);
        await stage.RegisterAsync(new("Eva", "Weg", "eva@bounce.example")); // only events that suppress an address are remembered
        await stage.AddActiveAsync("lea@verteiler.example");
        await stage.AddActiveAsync("fort@verteiler.example");
        var left = await stage.SubscriberAsync("fort@verteiler.example");
        await stage.Service<ThaffFunctions.MailingList.SubscriberStore>().LeaveAsync(left!.Key, CancellationToken.None);
        await stage.TickAsync(); // the campaigns of April were missed, and staff are told
        await stage.PutAsync(Containers.Notes, $"{April.Id}/notes.md", "# Erkenntnisse\n\n- Im April gelernt.\n");
        await stage.PublishAsync(April.Id);
        foreach (var function in new[] { "EraseUnconfirmed", "ReconcileYearVolumes" }) await stage.FireAsync(function);
        await stage.Service<ThaffFunctions.Statistics.ParticipationQuery>().FindAsync(AprilCounted, CancellationToken.None);
        using (var staff = await StaffBrowser.OpenAsync(stage)) await staff.DoAsync("/redaktion/verteiler", "/redaktion/verteiler/zaehlen");
        await Stage.EventuallyAsync(async () => await stage.VolumeBytesAsync() is not null);
        await Stage.EventuallyAsync(async () => await CountAsync(stage, Tables.Limits) > 0);
        await Stage.EventuallyAsync(async () => await CountAsync(stage, Tables.MailEvents) > 0);
    }

    /// <summary>
    /// Beside each row, as many as it has columns, each with another column of the wrong type, and as many with one missing. Which of them
    /// can still be read is the reader's business: the product must stand them all.
    /// </summary>
    static async Task<int> SpoilAsync(Stage stage, string name)
    {
        var table = stage.Service<TableServiceClient>().GetTableClient(name);
        var rows = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.NotEmpty(rows);
        var written = 0;
        foreach (var (partition, key) in Single.Where(one => one.Table == name).Select(one => (one.Partition, one.Row)))
        {
            var row = (await table.GetEntityAsync<TableEntity>(partition, key)).Value;
            foreach (var column in ColumnsOf(row).Where(column => row[column] is not string)) row[column] = "kein Wert";
            await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        }

        if (name == Tables.Limits)
        {
            foreach (var row in rows)
                await table.UpdateEntityAsync(new TableEntity(row.PartitionKey, row.RowKey) { ["Taken"] = "viele" }, ETag.All);
        }

        // one row of each kind is enough: of the same partition, with the same beginning and the same columns
        var kinds = rows.Where(row => !Single.Contains((name, row.PartitionKey, row.RowKey)))
            .DistinctBy(row => (row.PartitionKey, row.RowKey.Split('-', ':', '|')[0], string.Join(' ', ColumnsOf(row))));
        foreach (var row in kinds)
        {
            foreach (var (column, missing) in ColumnsOf(row).SelectMany(column => new[] { (column, true), (column, false) }))
            {
                var copy = new TableEntity(row.PartitionKey, $"{row.RowKey}-x{written++}");
                foreach (var other in ColumnsOf(row)) copy[other] = row[other];
                if (name == Tables.Sessions) copy["Status"] = "Cancelled"; // no campaigns for those that can be read all the same
                if (missing) copy.Remove(column);
                else copy[column] = row[column] is string ? 7 : "kein Wert";
                await table.UpsertEntityAsync(copy);
            }
        }

        return written;
    }

    static List<string> ColumnsOf(TableEntity row) =>
        [.. row.Keys.Where(key => key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))];

    static async Task SeePagesAsync(Stage stage)
    {
        foreach (var page in new[] { "/", "/programm.json", "/programm.ics", $"/termine/{October.Id}", $"/termine/{OctoberSeats.Id}",
            "/dokumentation", "/dokumentation?suche=April", "/dokumentation/feed.atom", "/dokumentation/fragen",
            $"/dokumentation/{April.Id}", "/newsletter", "/datenschutz" })
        {
            var answer = await stage.Http.GetAsync(page);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page} answered {answer.StatusCode}");
        }

        using (var staff = await StaffBrowser.OpenAsync(stage))
        {
            foreach (var page in new[] { "", "/termine", $"/termine/{October.Id}/anmeldungen", "/aussendungen", "/verteiler", "/dokumentation",
                "/fragen", "/datenschutz", "/protokoll", "/bedarf" })
                await staff.SeeAsync("/redaktion" + page);
        }

        Assert.Contains(October.Title, await stage.Http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains(October.Title, await stage.Http.GetStringAsync("/programm.json"), StringComparison.Ordinal);
        Assert.Contains(October.Id.Value, await stage.Http.GetStringAsync("/programm.ics"), StringComparison.Ordinal);
        Assert.Contains(April.Title, await stage.Http.GetStringAsync("/dokumentation/feed.atom"), StringComparison.Ordinal);
    }

    static Task InvitedAsync(Stage stage, string address) => Stage.EventuallyAsync(async () => (await stage.MailsAsync(address))
        .Any(mail => mail.Subject.StartsWith($"5. Oktober, 10 Uhr: {October.Title}", StringComparison.Ordinal)));

    static async Task<List<string>> MarksAsync(Stage stage)
    {
        var container = stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Failed);
        List<string> marks = [];
        var names = await stage.FilesAsync(Containers.Failed);
        foreach (var name in names.Where(name => name.StartsWith("unreadable/", StringComparison.Ordinal)))
            marks.Add((await container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString());
        return marks;
    }

    static async Task<int> CountAsync(Stage stage, string table) =>
        await stage.Service<TableServiceClient>().GetTableClient(table).QueryAsync<TableEntity>().CountAsync();

    static IEnumerable<string> Timers() =>
        from type in typeof(ThaffFunctionsApp).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null)
        select method.GetCustomAttribute<FunctionAttribute>()!.Name;
}
