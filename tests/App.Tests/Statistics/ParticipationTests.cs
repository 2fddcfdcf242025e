using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Shared;
using ThaffFunctions.Statistics;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Documentation.YearVolume;
using ThaffFunctions.Tests.Registration;

namespace ThaffFunctions.Tests.Statistics;

public sealed class ParticipationTests
{
    [Fact]
    public async Task Documentation_tells_after_the_session_how_many_registered_and_still_the_same_when_persons_are_erased()
    {
        await using var stage = await Stage.OpenAsync(settings: new(VolumeDesk.ByHand) { ["Registration:RetentionDays"] = "61" });
        await stage.PlanAsync(TestSessions.October);
        await RegisterAsync(stage, ("handwerk", "erfurt", 8), ("it", "jena", 2), ("bau", "gera", 6));
        await stage.PutNotesAsync("Was besprochen wurde.");
        await stage.PublishAsync();
        Assert.DoesNotContain("Angemeldet", await stage.HtmlAsync(), StringComparison.Ordinal);

        stage.Clock.SetUtcNow(TestSessions.October.End);
        await stage.PublishAsync();
        await stage.PublishVolumeAsync();

        var (html, pdf, volume) = (await stage.HtmlAsync(), await PdfAsync(stage), await stage.VolumeBytesAsync());
        var (text, year) = (NotesDesk.TextOf(pdf), NotesDesk.TextOf(volume!));
        foreach (var words in new[]
        {
            "Angemeldet waren rund 15 Personen", "abzüglich Absagen", "Angemeldete nach Branche", "Übrige",
        })
        {
            Assert.Contains(words, html, StringComparison.Ordinal);
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Contains("<th scope=\"row\">Handwerk</th>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Baugewerbe", html, StringComparison.Ordinal); // 2 of another sector are too few beside it
        Assert.DoesNotContain("Erfurt, Stadt", text, StringComparison.Ordinal); // regions are told of years only
        Assert.Contains("Anmeldungen im Jahr 2026", year, StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromDays(80));
        await stage.FireAsync("EraseRegistrations");
        await stage.PublishAsync();
        await stage.PublishVolumeAsync();
        Assert.Equal(pdf, await PdfAsync(stage));
        Assert.Equal(volume, await stage.VolumeBytesAsync());
    }

    [Fact]
    public async Task Who_did_not_say_a_sector_or_region_is_counted_as_such()
    {
        await using var stage = await Stage.OpenAsync(settings: new(VolumeDesk.ByHand));
        await stage.PlanAsync(TestSessions.October);
        await RegisterAsync(stage, ("handwerk", "erfurt", 7), ("", "", 6));
        stage.Clock.SetUtcNow(TestSessions.October.End);

        foreach (var _ in new[] { "counted", "read again" })
        {
            var told = await FindAsync(stage, TestSessions.October);
            Assert.Equal(15, told!.Total);
            Assert.Equal(["keine Angabe 5", "Handwerk 5"], told.Sectors!.Select(count => $"{count.Name} {count}"));
        }

        stage.Clock.SetUtcNow(new(2026, 12, 31, 23, 0, 0, TimeSpan.Zero));
        var year = await YearAsync(stage);
        Assert.Equal(["keine Angabe 5", "Handwerk 5"], year!.Sectors!.Select(count => $"{count.Name} {count}"));
        Assert.Equal(["keine Angabe 6", "Erfurt, Stadt 7"], year.Regions!.Select(count => $"{count.Name} {count}"));
    }

    [Fact]
    public async Task How_many_took_part_online_is_counted_with_the_others_and_kept()
    {
        await using var stage = await Stage.OpenAsync(settings: new(VolumeDesk.ByHand));
        var session = await stage.PlanAsync(TestSessions.October with { SeatsOnline = 50 });
        for (var n = 1; n <= 14; n++)
            await stage.RegisterAsync(new("Gast", $"Nummer {n}", $"gast{n}@example.org"), null, ("attendance", n > 6 ? "online" : "onSite"));
        stage.Clock.SetUtcNow(session.End);

        foreach (var _ in new[] { "counted", "read again" })
            Assert.Equal(new PublicModes(5, 10), (await FindAsync(stage, session))!.Modes);
        Assert.Equal(new PublicModes(5, 10), (await YearAsync(stage))!.Modes);
        Assert.Contains("rund 15 Personen, davon rund 5 vor Ort und rund 10 online.",
            ParticipationWords.Of((await FindAsync(stage, session))!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(14, null)] // all seats were alike
    [InlineData(14, 4)]
    [InlineData(14, 10)]
    [InlineData(14, 0)]
    public void How_many_took_part_in_a_way_that_few_chose_is_not_told(int seated, int? online) => Assert.Null(ParticipationRules.Of(
        new Headcount(seated, new Dictionary<Sector, int>(), new Dictionary<Region, int>()) { Online = online })!.Modes);

    [Fact]
    public async Task Sectors_and_regions_of_a_year_are_told_once_when_it_is_closed_and_never_change()
    {
        await using var stage = await Stage.OpenAsync(settings: new(VolumeDesk.ByHand));
        await stage.PlanYearAsync();
        await RegisterAsync(stage, ("handwerk", "erfurt", 8), ("bau", "gera", 6));
        await stage.PutNotesAsync("Was besprochen wurde.");
        await stage.PublishAsync();

        foreach (var open in (DateTimeOffset[])[TestSessions.October.End, VolumeDesk.November.End,
            new(2026, 12, 31, 22, 59, 59, TimeSpan.Zero)])
        {
            stage.Clock.SetUtcNow(open);
            var running = await YearAsync(stage);
            Assert.Equal((1, 15), (running!.Sessions, running.Total));
            Assert.Null(running.Sectors);
            Assert.Null(running.Regions);
        }

        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        await stage.PublishVolumeAsync();
        var closed = await YearAsync(stage);
        Assert.Equal(["Handwerk 10", "Baugewerbe 5"], closed!.Sectors!.Select(count => $"{count.Name} {count}"));
        Assert.Equal(["Erfurt, Stadt 8", "Gera, Stadt 6"], closed.Regions!.Select(count => $"{count.Name} {count}"));
        Assert.Contains("Erfurt, Stadt", await stage.VolumeTextAsync(), StringComparison.Ordinal);

        var late = await stage.PlanAsync(VolumeDesk.November with { Id = ThaffFunctions.Programme.SessionId.Parse("2026-12-nachtrag")!.Value });
        await stage.Service<HeadcountStore>().AddUnlessKeptAsync(late, Count("9 9"), default);
        var volume = await stage.VolumeBytesAsync();
        await stage.PublishVolumeAsync();
        Assert.Equivalent(closed, await YearAsync(stage));
        Assert.Equal(volume, await stage.VolumeBytesAsync());
    }

    [Fact]
    public async Task A_year_is_not_closed_while_one_of_its_sessions_is_ahead_or_cannot_be_counted()
    {
        await using var stage = await Stage.OpenAsync(settings: new(VolumeDesk.ByHand));
        await stage.PlanAsync(TestSessions.October);
        var moved = await stage.PlanAsync(VolumeDesk.November with
        {
            Start = new(2027, 1, 12, 9, 0, 0, TimeSpan.Zero),
            End = new(2027, 1, 12, 11, 0, 0, TimeSpan.Zero),
        });
        await RegisterAsync(stage, ("handwerk", "erfurt", 8));

        stage.Clock.SetUtcNow(moved.End.AddSeconds(-1));
        Assert.Null((await YearAsync(stage))!.Regions);

        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        var table = stage.Service<Azure.Data.Tables.TableServiceClient>().GetTableClient("registrations");
        await table.AddEntityAsync(new Azure.Data.Tables.TableEntity(moved.Id.Value, "participation") { ["Seated"] = "viele" });
        Assert.Null((await YearAsync(stage))!.Regions);

        await table.DeleteEntityAsync(moved.Id.Value, "participation");
        Assert.NotNull((await YearAsync(stage))!.Regions);
    }

    [Fact]
    public async Task A_count_once_taken_stays_unless_the_session_is_moved()
    {
        await using var stage = await Stage.OpenAsync(settings: new(VolumeDesk.ByHand));
        await stage.PlanAsync(TestSessions.October with { Seats = 13 });
        await RegisterAsync(stage, ("handwerk", "erfurt", 8));
        stage.Clock.SetUtcNow(TestSessions.October.End);
        Assert.Equal(10, (await FindAsync(stage, TestSessions.October))?.Total);

        var moved = await stage.PlanAsync(TestSessions.October with
        {
            Seats = 13,
            Start = TestSessions.October.Start.AddDays(7),
            End = TestSessions.October.End.AddDays(7),
            RegistrationCloses = TestSessions.October.RegistrationCloses.AddDays(7),
        });
        await RegisterAsync(stage, ("it", "jena", 8)); // five of them have a seat, three wait
        Assert.Equal(10, (await FindAsync(stage, TestSessions.October))?.Total);
        Assert.Null(await FindAsync(stage, moved));

        stage.Clock.SetUtcNow(moved.End);
        Assert.Equal(15, (await FindAsync(stage, moved))?.Total);
    }

    [Fact]
    public async Task A_count_is_never_taken_again_once_the_persons_are_erased()
    {
        await using var stage = await Stage.OpenAsync(settings: new(VolumeDesk.ByHand));
        await stage.PlanAsync(TestSessions.October);
        await RegisterAsync(stage, ("handwerk", "erfurt", 8));
        stage.Clock.SetUtcNow(TestSessions.October.End.AddDays(90));
        await stage.FireAsync("EraseRegistrations");

        foreach (var hours in new[] { 1, 5 })
        {
            var later = await stage.PlanAsync(TestSessions.October with { End = TestSessions.October.End.AddHours(hours) });
            stage.Clock.SetUtcNow(later.End.AddDays(90));
            Assert.Equal(10, (await FindAsync(stage, later))?.Total);
            await stage.FireAsync("EraseRegistrations");
            Assert.Equal(10, (await FindAsync(stage, later))?.Total);
        }
    }

    [Fact]
    public async Task Cancelled_sessions_and_those_without_registrations_tell_nothing()
    {
        await using var stage = await Stage.OpenAsync(settings: new(VolumeDesk.ByHand));
        await stage.PlanAsync(TestSessions.October);
        stage.Clock.SetUtcNow(TestSessions.October.End);

        Assert.Null(await FindAsync(stage, TestSessions.October));
        Assert.Null(await FindAsync(stage, TestSessions.October with { Status = ThaffFunctions.Programme.SessionStatus.Cancelled }));
        Assert.Null(await stage.Service<ParticipationQuery>().OfYearAsync(2026, default));
    }

    [Theory]
    [InlineData("4", null, null)] // as if nobody had come
    [InlineData("1 5", "5", null)]
    [InlineData("7 6 2 1", "15", "Handwerk 5, Übrige 10")]
    [InlineData("23 12 4 2", "40", "Handwerk 25, Gesundheit und Soziales 10, Übrige 5")]
    public void A_session_tells_rounded_numbers(string sectors, string? total, string? expected)
    {
        var participation = ParticipationRules.Of(Count(sectors));

        Assert.Equal(total, participation?.Total.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected, participation?.Sectors is { } told ? string.Join(", ", told.Select(count => $"{count.Name} {count}")) : null);
        if (participation is not null) Assert.Contains(expected is null ? "nicht aufgeteilt" : "Unter „Übrige“",
            ParticipationWords.Of(participation), StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_adds_up_what_its_sessions_tell()
    {
        var year = ParticipationRules.Of([Count("20 9"), Count("1 5"), Count("3"), Count("12 6 4 2")], isClosed: true)!;

        Assert.Equal((3, 60), (year.Sessions, year.Total));
        Assert.Equal(["Handwerk 30", "Gesundheit und Soziales 15", "Übrige 5", "Nicht nach Branche aufgeteilt 5"],
            year.Sectors!.Select(count => $"{count.Name} {count}"));
        Assert.Null(ParticipationRules.Of([Count("3")], isClosed: true));
    }

    static Headcount Count(string sectors)
    {
        int[] counts = [.. sectors.Split(' ').Select(count => int.Parse(count, System.Globalization.CultureInfo.InvariantCulture))];
        return new(counts.Sum(), counts.Index().ToDictionary(count => Sector.All[count.Index], count => count.Item),
            new Dictionary<Region, int> { [Region.All[0]] = counts.Sum() });
    }

    static async Task RegisterAsync(Stage stage, params (string Sector, string Region, int Count)[] groups)
    {
        foreach (var (sector, region, count) in groups)
        {
            for (var n = 0; n < count; n++)
            {
                var person = new Person($"Person{n}", $"Branche {sector}", $"x{sector}{n}@betrieb.example");
                var answer = await stage.RegisterAsync(person, null, ("sector", sector), ("region", region));
                Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
            }
        }
    }

    static Task<YearParticipation?> YearAsync(Stage stage) => stage.Service<ParticipationQuery>().OfYearAsync(2026, default);

    static Task<Participation?> FindAsync(Stage stage, ThaffFunctions.Programme.Session session) =>
        stage.Service<ParticipationQuery>().FindAsync(session, default);

    static async Task<byte[]> PdfAsync(Stage stage) => await (await stage.PdfAsync()).Content.ReadAsByteArrayAsync();
}
