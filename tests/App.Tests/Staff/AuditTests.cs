using System.Text;
using Azure.Data.Tables;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Staff;
using ThaffFunctions.Staff.Audit;

namespace ThaffFunctions.Tests.Staff;

public sealed class AuditTests : IAsyncLifetime
{
    static readonly StaffMember Rita = MemberOf("1", "Rita Rödel"), Otto = MemberOf("2", "Otto; \"Ohne\"");

    Stage stage = null!;
    AuditStore audit = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero), StaffSignIn.On);
        audit = stage.Service<AuditStore>();
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Entries_are_found_by_person_act_and_month_page_by_page()
    {
        for (var number = 1; number <= 60; number++) await NoteAsync(Rita, "Termin bearbeitet", $"Termin {number}");
        stage.Clock.Advance(TimeSpan.FromDays(31));
        await NoteAsync(Otto, "=Termin abgesagt", "Termin 61");
        using var staff = await StaffBrowser.OpenAsync(stage);

        var first = await staff.SeeAsync("/redaktion/protokoll");
        Assert.Equal("Termin 61", first.QuerySelector("td[data-label=Woran]")!.TextContent);
        Assert.Equal(["alle", "Otto; \"Ohne\"", "Rita Rödel"], first.QuerySelectorAll("#person option").Select(option => option.TextContent));
        var next = await staff.SeeAsync(first.QuerySelectorAll(".buttons a")[0].GetAttribute("href")!);
        var all = first.QuerySelectorAll("td[data-label=Woran]").Concat(next.QuerySelectorAll("td[data-label=Woran]"));
        Assert.Equal(Enumerable.Range(1, 61).Reverse().Select(number => $"Termin {number}"), all.Select(cell => cell.TextContent));

        Assert.Single((await staff.SeeAsync("/redaktion/protokoll?person=2")).QuerySelectorAll("tbody tr"));
        Assert.Single((await staff.SeeAsync("/redaktion/protokoll?monat=2026-10")).QuerySelectorAll("tbody tr"));
        Assert.Single((await staff.SeeAsync("/redaktion/protokoll?was=%3DTermin%20abgesagt")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await staff.SeeAsync("/redaktion/protokoll?person=2&monat=2026-09")).QuerySelectorAll("tbody tr"));
        await staff.SeeAsync("/redaktion/protokoll?ab=unsinn&monat=nie&person=%27%20or%20true");

        var csv = Encoding.UTF8.GetString(await staff.Http.GetByteArrayAsync("/redaktion/protokoll.csv?monat=2026-10"));
        Assert.Equal("\uFEFFWann;Wer;Kennung;Was;Woran;Bezeichnung\r\n2026-10-02 10:01:01;\"Otto; \"\"Ohne\"\"\";2;'=Termin abgesagt;Termin 61;\r\n", csv);
    }

    [Fact]
    public async Task What_an_entry_names_by_an_id_has_its_name_beside_it_as_long_as_that_is_known()
    {
        await stage.PlanAsync(TestSessions.October);
        var id = TestSessions.October.Id;
        const string session = "„Sprache im Betrieb“ am 5. Oktober 2026";
        var written = CampaignId.NewAnnouncement(null);
        await stage.Service<CampaignStore>().AddAsync(
            Campaign.Plan(written, stage.Clock.GetUtcNow()) with { Announcement = new("Neuer Raum", "Text", new([], [], [])) }, default);
        (string On, string? Name)[] expected =
        [
            ($"Termin {id}", session), ($"Ordner {id}", session), ($"Anmeldung 0a1b2c3d, Termin {id}", session), ($"Eintrag {id}.3f", session),
            ($"/redaktion/termine/{id}/absagen", session), ($"Aussendung {id}.invitation", $"Einladung zu {session}"),
            ($"Aussendung {written}", "Mitteilung „Neuer Raum“"), ("Termin 2031-01-gibt-es-nicht", null), ("Ordner good-practice", null),
            ("Person 0a1b2c3d4e5f6071", null),
        ];
        foreach (var (on, _) in expected) await NoteAsync(Rita, "Getan", on);
        using var staff = await StaffBrowser.OpenAsync(stage);

        var shown = (await staff.SeeAsync("/redaktion/protokoll")).QuerySelectorAll("td[data-label=Woran]").Select(cell => cell.TextContent);
        Assert.Equal(expected.Select(entry => entry.Name is null ? entry.On : $"{entry.Name} ({entry.On})"), shown.Reverse());
        var csv = Encoding.UTF8.GetString(await staff.Http.GetByteArrayAsync("/redaktion/protokoll.csv"));
        Assert.Contains($";Termin {id};{session}\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_are_erased_after_two_years()
    {
        await NoteAsync(Rita, "Alt", "Termin 1");
        stage.Clock.Advance(TimeSpan.FromDays(400));
        await NoteAsync(Otto, "Neu", "Termin 2");
        stage.Clock.Advance(TimeSpan.FromDays(400));

        await stage.FireAsync("EraseAudit");

        var rows = await stage.Service<TableServiceClient>().GetTableClient(Tables.Audit).QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(["Neu"], rows.Where(row => row.ContainsKey("What")).Select(row => row.GetString("What")));
        Assert.DoesNotContain(rows, row => row.Any(column => column.Value is "Rita Rödel"));
    }

    [Fact]
    public async Task What_was_cut_off_stands_there_as_not_known()
    {
        await audit.BeginAsync(Rita, "/redaktion/termine/x/absagen");
        using var staff = await StaffBrowser.OpenAsync(stage);

        var row = Assert.Single((await staff.SeeAsync("/redaktion/protokoll")).QuerySelectorAll("tbody tr"));

        Assert.Contains("nicht bekannt", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("/redaktion/termine/x/absagen", row.TextContent, StringComparison.Ordinal);
    }

    async Task NoteAsync(StaffMember member, string what, string on)
    {
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        await audit.CompleteAsync(await audit.BeginAsync(member, "/redaktion"), new("/redaktion", "", what, on));
    }

    static StaffMember MemberOf(string id, string name) => new([("oid", id), ("name", name), ("roles", "Redaktion")]);
}
