using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ThaffFunctions.Campaigns;
using ThaffFunctions.MailingList;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;

namespace ThaffFunctions.Tests.Staff;

/// <summary>
/// What pages of the Redaktion ask of storage does not grow with what is stored: not the calls, of which a listing of files is one for
/// each 5,000, nor the rows. The start page looks at the 50 latest files that could not be used. Of what belongs to one session, the pages
/// about its registrations read each once, because they filter and print them all; a page of one mailing goes through a bounded number of
/// recipients.
/// </summary>
public sealed class PageStorageCallsTests
{
    const int Few = 1200, Many = 3600, FewFiles = 60, ManyFiles = 250, MaxOfPage = 200, MaxCalls = 150;

    /// <summary>
    /// A page goes through so many recipients of a mailing at most, by pages of a thousand; the start page through half as many of one that
    /// is due. The partitions that they are found in are as many as chance has it.
    /// </summary>
    const int MaxOfOneMailing = 2000 + 1000;

    /// <summary>After October in the programme: the start page looks at it, and everybody is registered for it.</summary>
    static readonly Session Full = TestSessions.October with
    {
        Id = SessionId.Parse("2026-11-alle")!.Value,
        Start = TestSessions.October.Start.AddDays(40),
        End = TestSessions.October.End.AddDays(40),
        RegistrationCloses = TestSessions.October.RegistrationCloses.AddDays(40),
        Seats = 100_000,
    };

    /// <summary>Files hold everything, and are written while they are read.</summary>
    static readonly string[] Files = ["DownloadAudit"];

    static readonly string[] GoThroughRecipients = ["ShowToday", "OpenCampaign"];

    [Fact]
    public async Task No_page_reads_more_because_more_are_registered_for_other_sessions_subscribed_audited_or_lie_there_as_files()
    {
        var account = await StorageEmulator.NewAccountAsync();
        using var storage = new RecordedStorage([.. StaffWorld.Pages.Select(page => page.Function), "FindPerson"]);
        await using var world = await StaffWorld.OpenAsync(account, services => storage.Replace(services, account));
        var (stage, staff) = (world.Stage, world.Staff);
        await stage.PlanAsync(Full);
        var reminder = Campaign.Start(CampaignId.Reminder(Full, 7), stage.Clock.GetUtcNow());
        await stage.Service<CampaignStore>().AddAsync(reminder with { State = CampaignState.Done, Remaining = "" }, default);
        var pages = world.PagesByFunction();
        Assert.True(pages.Count > 30, "The pages were not found.");

        await StoreAsync(stage, 0, Few);
        await StoreFilesAsync(stage, 0, FewFiles);
        var few = await ReadAsync(storage, staff, pages);
        var ofOne = await FindAsync();
        await StoreAsync(stage, Few, Many);
        await StoreFilesAsync(stage, FewFiles, ManyFiles);
        var many = await ReadAsync(storage, staff, pages);

        Assert.Equal(few, many);
        Assert.Equal(ofOne, await FindAsync());
        Assert.InRange(ofOne.Calls, 1, MaxCalls);
        Assert.InRange(ofOne.Rows, 1, MaxOfPage);
        Assert.All(few, page => Assert.InRange(page.Rows, 0, MaxOfPage));
        foreach (var function in GoThroughRecipients)
        {
            (_, _) = (storage.Take(), storage.TakeRows());
            await staff.SeeAsync(pages[function]);
            Assert.InRange(storage.TakeRows(), Few / 2, MaxOfOneMailing);
            Assert.InRange(storage.Take().Count, 1, MaxCalls);
        }

        await staff.SeeAsync($"/redaktion/termine/{Full.Id}/anmeldungen");
        Assert.InRange(storage.TakeRows(), Many, Many + MaxOfPage);

        // everything about a person, of whom rows are read in the sessions that know the address, and no file that was read before
        async Task<(int Calls, int Rows)> FindAsync()
        {
            var form = StaffBrowser.FormOf(await staff.SeeAsync("/redaktion/datenschutz"), "/redaktion/datenschutz");
            for (var time = 1; time <= 2; time++)
            {
                (_, _) = (storage.Take(), storage.TakeRows());
                var found = await StaffBrowser.PageAsync(await staff.Http.PostAsync("/redaktion/datenschutz",
                    new FormUrlEncodedContent(StaffBrowser.Filled(form, ("email", Person.Ada.Email)))), System.Net.HttpStatusCode.OK);
                Assert.Contains(Person.Ada.LastName, found.Body!.TextContent, StringComparison.Ordinal);
            }

            return (storage.Take().Count, storage.TakeRows());
        }
    }

    /// <summary>Pictures beside other notes, and reports on files that could not be used.</summary>
    static async Task StoreFilesAsync(Stage stage, int from, int to)
    {
        var blobs = stage.Service<BlobServiceClient>();
        foreach (var number in Enumerable.Range(from, to - from))
            foreach (var (container, name) in new[]
            {
                (Containers.Notes, $"2025-03-anderes/bild-{number}.png"),
                (Containers.Failed, $"{Containers.Notes}/2025-03-anderes/n{number}.md/0x1.txt"),
            })
                await blobs.GetBlobContainerClient(container).GetBlobClient(name).UploadAsync(BinaryData.FromString("x"), overwrite: true);
    }

    /// <summary>Rows as they are stored, written in bulk.</summary>
    static async Task StoreAsync(Stage stage, int from, int to)
    {
        var tables = stage.Service<TableServiceClient>();
        var people = Enumerable.Range(from, to - from).ToList();
        var attendees = people.Select(number => AttendeeRow.Of(new(
            Full.Id, $"{number:x32}", "Gast", $"Nummer {number}", EmailAddress.Stored($"gast{number}@firma.example"), "",
            Sector.OfPersons[0], Region.OfPersons[0], "", AttendeeState.Seated, number + 1, stage.Clock.GetUtcNow(),
            WantsNewsletter: false)));
        var known = (await stage.SubscriberAsync(StaffWorld.Subscriber))!;
        var subscribers = people.Select(number => SubscriberRow.Of(known with
        {
            Key = $"{number % 16:x}{number:x31}",
            Email = EmailAddress.Stored($"gast{number}@firma.example"),
        }));
        var audit = people.Select(number => new TableEntity("m797304", $"{number:D19}-{number:x32}")
        {
            ["At"] = stage.Clock.GetUtcNow(),
            ["PersonId"] = "1",
            ["Person"] = "Rita",
            ["What"] = "Programm",
            ["On"] = "Termin",
        });
        foreach (var (table, rows) in new[] { (Tables.Registrations, attendees), (Tables.Subscribers, subscribers), (Tables.Audit, audit) })
            foreach (var some in rows.GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(100)))
                await tables.GetTableClient(table).SubmitTransactionAsync(
                    some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
    }

    /// <summary>What each page asks for once it was opened before; those of mailings are looked at apart.</summary>
    static async Task<IReadOnlyList<(string Page, int Calls, int Rows)>> ReadAsync(
        RecordedStorage storage, StaffBrowser staff, IReadOnlyDictionary<string, string> pages)
    {
        List<(string, int, int)> read = [];
        foreach (var (function, page) in pages.Where(page => !Files.Concat(GoThroughRecipients).Contains(page.Key)))
        {
            await staff.Http.GetAsync(page);
            (_, _) = (storage.Take(), storage.TakeRows());
            var answer = await staff.Http.GetAsync(page);
            Assert.True(answer.IsSuccessStatusCode || function == "ShowState", page);
            await answer.Content.ReadAsByteArrayAsync();
            read.Add((page, storage.Take().Count, storage.TakeRows()));
        }

        return read;
    }
}
