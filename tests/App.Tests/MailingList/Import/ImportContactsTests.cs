using System.Net;
using System.Text;
using Azure.Storage.Blobs;
using ThaffFunctions.Mail;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.MailingList.Import;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.MailingList.Import;

/// <summary>Lists of contacts, put into the container or handed in on the page: one import.</summary>
public sealed class ImportContactsTests
{
    const string Page = "/redaktion/verteiler";

    const string List = """
        E-Mail;Name;Organisation;Art;Regionen;Branchen;Dokumentation;Sprache;Quelle;Datum
        kammer@gera.example;Kim Muster;Kammer Gera;Multiplikator;Gera|Jena, Stadt;Handwerk;ja;Englisch;Messe, Karte im Ordner;30.06.2026
        neu@firma.example;;Firma;Unternehmen;;;nein;;;
        da@firma.example;;;;;;;;Messe;30.06.2026
        weg@firma.example;;;;;;;;Messe;30.06.2026
        gesperrt@firma.example;;;;;;;;Messe;30.06.2026
        kaputt@;;;;;;;;;
        halb@firma.example;;;;Atlantis;;;Latein;Messe;
        """;

    [Fact]
    public async Task A_list_is_read_line_by_line_deleted_and_reported_without_addresses()
    {
        await using var stage = await Stage.OpenAsync();
        await KnowSomeAsync(stage);
        await stage.PutAsync(Containers.Contacts, "messe.csv", Encoding.Latin1.GetBytes(List.Replace("Firma;", "Würze;", StringComparison.Ordinal)));

        var report = await FinishedAsync(stage);

        Assert.Equal((7, 1, 1, 1, 1, 1, 2), (report.Lines, report.CountOf(AddOutcome.Added), report.CountOf(AddOutcome.Asked),
            report.CountOf(AddOutcome.OnList), report.CountOf(AddOutcome.HasLeft), report.CountOf(AddOutcome.Suppressed),
            report.RefusedLines));
        Assert.Equal([(5, null), (6, null), (7, "E-Mail"), (8, "Regionen"), (8, "Sprache"), (8, "Datum")],
            report.Refused.Select(problem => (problem.Line!.Value, problem.Field)));
        var kammer = (await stage.SubscriberAsync("kammer@gera.example"))!;
        Assert.Equal((new Contact("Kim Muster", "Kammer Gera", ContactKind.Multiplier), 2, true),
            (kammer.Contact, kammer.Preferences.Regions.Count, kammer.Preferences.Documentation));
        Assert.Equal(Language.English, kammer.Language);
        Assert.Equal("Würze", (await stage.SubscriberAsync("neu@firma.example"))!.Contact!.Organisation);
        Assert.Equal(SubscriberState.Pending, (await stage.SubscriberAsync("neu@firma.example"))!.State);
        await stage.ConfirmationAsync("neu@firma.example");
        Assert.Equal(SubscriberState.Left, (await stage.SubscriberAsync("weg@firma.example"))!.State);
        Assert.Null(await stage.SubscriberAsync("gesperrt@firma.example"));

        var notice = await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example")).SingleOrDefault());
        Assert.Contains("Zeile 8, Feld „Regionen“: Eine der Regionen gibt es nicht. Möglich sind: Altenburger Land;",
            notice.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        foreach (var text in new[] { notice.Text, await StoredReportAsync(stage) })
            Assert.DoesNotContain("@firma.example", text, StringComparison.Ordinal);
        await Stage.EventuallyAsync(async () => !(await Container(stage).GetBlobClient("messe.csv").ExistsAsync()).Value);
    }

    [Theory]
    [InlineData("da@neu.example;Messe;30.06.2026\nda@neu.example;;", SubscriberState.Active)]
    [InlineData("da@neu.example;;\nDA@neu.example;Messe;30.06.2026", SubscriberState.Pending)]
    public async Task Of_an_address_that_stands_twice_the_first_line_counts_and_nobody_is_asked_for_what_they_have_given(
        string lines, SubscriberState state)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PutAsync(Containers.Contacts, "messe.csv", $"E-Mail;Quelle;Datum\n{lines}\nmond@neu.example;;\n");

        var report = await FinishedAsync(stage);

        var twice = Assert.Single(report.Refused);
        Assert.Equal((3, "Diese Adresse steht schon in Zeile 2; es gilt jene Zeile."), (twice.Line, twice.Text));
        Assert.Equal(state, (await stage.SubscriberAsync("da@neu.example"))!.State);
        await stage.ConfirmationAsync("mond@neu.example");
        if (state == SubscriberState.Pending) await stage.ConfirmationAsync("da@neu.example");
        Assert.Equal(state == SubscriberState.Pending ? 1 : 0, (await stage.MailsAsync("da@neu.example")).Count);
    }

    [Fact]
    public async Task Put_again_it_asks_nobody_twice_and_a_lost_event_is_made_good()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.ImportContacts.Disabled"] = "true" });
        await stage.PutAsync(Containers.Contacts, "a.csv", List);
        await stage.FireAsync("ReconcileContacts");
        await stage.ConfirmationAsync("neu@firma.example");
        await stage.PutAsync(Containers.Contacts, "b.csv", List);
        await stage.FireAsync("ReconcileContacts");

        var reports = await stage.Service<ContactReports>().LatestAsync(5, default);
        var second = Assert.Single(reports, report => report.File == "b.csv");
        Assert.Equal((4, 1), (second.CountOf(AddOutcome.OnList), second.CountOf(AddOutcome.Waiting)));
        Assert.Single(await stage.MailsAsync("neu@firma.example"));
        Assert.Empty(await Container(stage).GetBlobsAsync().ToListAsync());
    }

    [Fact]
    public async Task Cut_off_it_goes_on_where_its_report_says()
    {
        var account = await StorageEmulator.NewAccountAsync();
        await using var stage = await Stage.OpenAsync(
            settings: new() { ["AzureWebJobs.ImportContacts.Disabled"] = "true" }, storage: account);
        await stage.PutAsync(Containers.Contacts, "a.csv", List);
        var etag = (await Container(stage).GetBlobClient("a.csv").GetPropertiesAsync()).Value.ETag;
        await stage.Service<ContactReports>().SaveAsync(new("a.csv", etag.ToString(), 7, stage.Clock.GetUtcNow())
        {
            Done = 6,
            Outcomes = new Dictionary<AddOutcome, int> { [AddOutcome.Added] = 5 },
            RefusedLines = 1,
        }, default);

        await stage.FireAsync("ReconcileContacts");

        var report = Assert.Single(await stage.Service<ContactReports>().LatestAsync(5, default));
        Assert.Equal((7, 5, 2), (report.Done, report.CountOf(AddOutcome.Added), report.RefusedLines));
        Assert.Null(await stage.SubscriberAsync("kammer@gera.example"));
    }

    [Fact]
    public async Task On_the_page_a_list_is_handed_in_and_its_report_is_shown()
    {
        await using var stage = await Stage.OpenAsync();
        await KnowSomeAsync(stage);
        using var staff = await StaffBrowser.OpenAsync(stage);

        foreach (var (name, text, told) in new[]
        {
            ("liste.xlsx", List, "Endung .csv"), ("mappe.csv", "PK\0", "Erwartet wird CSV;"), ("liste.csv", "Name\nKim", "keine Spalte „E-Mail“"),
            ("liste.csv", "Telefon;Name\n1;Kim", "keine Spalte „E-Mail“"),
            ("liste.csv", "E-Mail;Telefon\n;", "„Telefon“ ist unbekannt"), ("liste.csv", "", "Bitte wählen Sie eine Datei"),
        })
        {
            var refused = await StaffBrowser.PageAsync(await HandInAsync(staff, name, text), HttpStatusCode.UnprocessableEntity);
            Assert.Contains(told, refused.QuerySelector("#datei-error")!.TextContent, StringComparison.Ordinal);
        }

        var answer = await HandInAsync(staff, "../Preisliste für 2027.csv", List);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await FinishedAsync(stage);
        var page = (await staff.SeeAsync(Page)).Body!.TextContent;
        Assert.Contains("Preisliste für 2027.csv", page, StringComparison.Ordinal);
        Assert.DoesNotContain("-Preisliste", page, StringComparison.Ordinal);
        Assert.Contains("1 aufgenommen, 1 um Bestätigung gebeten, 1 standen schon im Verteiler", page, StringComparison.Ordinal);
        Assert.Contains("Zeile 7, Feld „E-Mail“", page, StringComparison.Ordinal);
        var today = await staff.SeeAsync("/redaktion");
        Assert.Contains(today.QuerySelectorAll($"main a[href='{Page}']"), link => link.TextContent.Contains("„Preisliste für 2027.csv“", StringComparison.Ordinal));
    }

    static async Task KnowSomeAsync(Stage stage)
    {
        await stage.AddActiveAsync("da@firma.example");
        await stage.AddActiveAsync("weg@firma.example");
        await stage.Service<SubscriberStore>().EndAsync(
            [stage.Service<SubscriberStore>().KeyOf(EmailAddress.Stored("weg@firma.example"))], default);
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored("gesperrt@firma.example"), SuppressionScope.MailingList, default);
    }

    static async Task<HttpResponseMessage> HandInAsync(StaffBrowser staff, string name, string text)
    {
        var form = StaffBrowser.FormOf(await staff.SeeAsync(Page), $"{Page}/einlesen");
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in StaffBrowser.Filled(form)) content.Add(new StringContent(value), field);
        if (text.Length > 0) content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "datei", name);
        return await staff.Http.PostAsync($"{Page}/einlesen", content);
    }

    static Task<ContactReport> FinishedAsync(Stage stage) => Stage.EventuallyAsync(async () =>
        (await stage.Service<ContactReports>().LatestAsync(5, default)).FirstOrDefault(report => report.FinishedAt is not null));

    static async Task<string> StoredReportAsync(Stage stage)
    {
        var failed = stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Failed);
        var name = (await failed.GetBlobsAsync().SingleAsync()).Name;
        return (await failed.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString();
    }

    static BlobContainerClient Container(Stage stage) => stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Contacts);
}
