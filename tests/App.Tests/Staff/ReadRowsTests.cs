using System.Reflection;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
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
/// What pages of the Redaktion ask of table storage does not grow with what is stored. One page does: the list of a session's
/// registrations, because it filters them all, reads each of this session once.
/// </summary>
public sealed class ReadRowsTests
{
    const int Few = 1200, Many = 3600, MaxOfPage = 200;

    /// <summary>A page goes through so many recipients of a mailing at most, by pages of a thousand.</summary>
    const int MaxOfOneMailing = 2000 + 1000;

    static readonly Session Next = TestSessions.October with { Seats = 20 };

    /// <summary>After it in the programme: the start page looks at it, and everybody is registered for it.</summary>
    static readonly Session Full = TestSessions.October with
    {
        Id = SessionId.Parse("2026-11-alle")!.Value,
        Start = TestSessions.October.Start.AddDays(40),
        End = TestSessions.October.End.AddDays(40),
        RegistrationCloses = TestSessions.October.RegistrationCloses.AddDays(40),
        Seats = 100_000,
    };

    static readonly string Invitation = $"/redaktion/aussendungen/{CampaignId.Invitation(Next.Id)}";

    static readonly string[] Pages =
    [
        "/redaktion", "/redaktion/termine", $"/redaktion/termine/{Next.Id}", $"/redaktion/termine/{Next.Id}/anmeldungen",
        $"/redaktion/termine/{Next.Id}/anmeldungen/neu", "/redaktion/bedarf", "/redaktion/aussendungen", $"{Invitation}/ansicht",
        "/redaktion/verteiler", "/redaktion/dokumentation", $"/redaktion/dokumentation/{Next.Id}", "/redaktion/fragen",
        "/redaktion/datenschutz", "/redaktion/protokoll",
    ];

    [Fact]
    public async Task No_page_reads_more_because_more_are_registered_for_other_sessions_subscribed_or_audited()
    {
        var account = await StorageEmulator.NewAccountAsync();
        using var storage = new RecordedStorage([.. PagesOfStaff()]);
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.On, replace: services => storage.Replace(services, account),
            storage: account);
        using var staff = await StaffBrowser.OpenAsync(stage);
        foreach (var session in new[] { Next, Full }) await stage.PlanAsync(session);
        await stage.RegisterAsync(Person.Ada, null, ("question", "Wer zahlt?"));
        await stage.AddActiveAsync("eine@firma.example");

        await StoreAsync(stage, 0, Few);
        var few = await ReadAsync(storage, staff);
        await StoreAsync(stage, Few, Many);
        var many = await ReadAsync(storage, staff);

        Assert.Equal(few, many);
        Assert.All(few, page => Assert.InRange(page.Rows, 0, MaxOfPage));
        await staff.SeeAsync(Invitation);
        Assert.InRange(storage.TakeRows(), Few, MaxOfOneMailing);
        await staff.SeeAsync($"/redaktion/termine/{Full.Id}/anmeldungen");
        Assert.InRange(storage.TakeRows(), Many, Many + MaxOfPage);
    }

    /// <summary>Rows as they are stored, written in bulk.</summary>
    static async Task StoreAsync(Stage stage, int from, int to)
    {
        var tables = stage.Service<TableServiceClient>();
        var people = Enumerable.Range(from, to - from).ToList();
        var attendees = people.Select(number => RegistrationStore.RowOf(new(
            Full.Id, $"{number:x32}", "Gast", $"Nummer {number}", EmailAddress.Stored($"gast{number}@firma.example"), "",
            Sector.OfPersons[0], Region.OfPersons[0], "", AttendeeState.Seated, number + 1, stage.Clock.GetUtcNow(),
            WantsNewsletter: false)));
        var known = (await stage.SubscriberAsync("eine@firma.example"))!;
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

    /// <summary>What each page asks for once it was opened before.</summary>
    static async Task<IReadOnlyList<(string Page, int Calls, int Rows)>> ReadAsync(RecordedStorage storage, StaffBrowser staff)
    {
        List<(string, int, int)> read = [];
        foreach (var page in Pages)
        {
            await staff.Http.GetAsync(page);
            (_, _) = (storage.Take(), storage.TakeRows());
            Assert.True((await staff.Http.GetAsync(page)).IsSuccessStatusCode, page);
            read.Add((page, storage.Take().Count, storage.TakeRows()));
        }

        return read;
    }

    static IEnumerable<string> PagesOfStaff() =>
        from type in typeof(ThaffFunctionsApp).Assembly.GetTypes()
        where type.Namespace?.Contains(".Staff", StringComparison.Ordinal) == true
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select function.Name;
}
