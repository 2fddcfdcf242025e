using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Statistics;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Documentation.YearVolume;
using ThaffFunctions.Tests.Registration;

namespace ThaffFunctions.Tests.Statistics;

public sealed class ParticipationTests
{
    [Fact]
    public async Task Documentation_tells_after_the_session_how_many_took_part_and_still_the_same_when_persons_are_erased()
    {
        await using var stage = await Stage.OpenAsync(settings: new(VolumeDesk.ByHand));
        await stage.PlanAsync(TestSessions.October);
        await RegisterAsync(stage, ("handwerk", "erfurt", 7), ("it", "jena", 2), ("bau", "gera", 6));
        await stage.PutNotesAsync("Was besprochen wurde.");
        await stage.PublishAsync();
        Assert.DoesNotContain("Teilnahme", await stage.HtmlAsync(), StringComparison.Ordinal);

        stage.Clock.SetUtcNow(TestSessions.October.End);
        await stage.PublishAsync();
        await stage.PublishVolumeAsync();

        var (html, pdf, volume) = (await stage.HtmlAsync(), await PdfAsync(stage), await stage.VolumeBytesAsync());
        var (text, year) = (NotesDesk.TextOf(pdf), NotesDesk.TextOf(volume!));
        foreach (var words in new[] { "Teilgenommen haben 15 Personen", "abzüglich Abmeldungen", "Teilnehmende nach Branche", "<5" })
        {
            Assert.Contains(words, html, StringComparison.Ordinal);
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Contains("<th scope=\"row\">Handwerk</th>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Jena", text, StringComparison.Ordinal); // regions are told of years only
        Assert.Contains("Teilnahme im Jahr 2026", year, StringComparison.Ordinal);
        Assert.Contains("Erfurt, Stadt", year, StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromDays(91));
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
            Assert.Equal("13", told!.Total.ToString());
            Assert.Equal(["keine Angabe 6", "Handwerk 7"], told.Sectors!.Select(count => $"{count.Name} {count}"));
        }

        var year = await stage.Service<ParticipationQuery>().OfYearAsync(2026, default);
        Assert.Equal(["keine Angabe 6", "Erfurt, Stadt 7"], year!.Regions!.Select(count => $"{count.Name} {count}"));
    }

    [Fact]
    public async Task A_count_once_taken_stays_unless_the_session_is_moved()
    {
        await using var stage = await Stage.OpenAsync(settings: new(VolumeDesk.ByHand));
        await stage.PlanAsync(TestSessions.October with { Seats = 9 });
        await RegisterAsync(stage, ("handwerk", "erfurt", 8));
        stage.Clock.SetUtcNow(TestSessions.October.End);
        Assert.Equal("8", (await FindAsync(stage, TestSessions.October))?.Total.ToString());

        var moved = await stage.PlanAsync(TestSessions.October with
        {
            Seats = 9,
            Start = TestSessions.October.Start.AddDays(7),
            End = TestSessions.October.End.AddDays(7),
            RegistrationCloses = TestSessions.October.RegistrationCloses.AddDays(7),
        });
        await RegisterAsync(stage, ("it", "jena", 4)); // one of them has a seat, three wait
        Assert.Equal("8", (await FindAsync(stage, TestSessions.October))?.Total.ToString());
        Assert.Null(await FindAsync(stage, moved));

        stage.Clock.SetUtcNow(moved.End);
        Assert.Equal("9", (await FindAsync(stage, moved))?.Total.ToString());
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
            Assert.Equal("8", (await FindAsync(stage, later))?.Total.ToString());
            await stage.FireAsync("EraseRegistrations");
            Assert.Equal("8", (await FindAsync(stage, later))?.Total.ToString());
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
    [InlineData("3", null, "weniger als 5 Personen")]
    [InlineData("1 5", null, "nicht aufgeteilt")]
    [InlineData("7 6 2 1", "7 6 <5 <5", "10")]
    public void Small_sessions_tell_little(string sectors, string? expected, string words)
    {
        var participation = ParticipationRules.Of(Count(sectors))!;

        Assert.Equal(expected, participation.Sectors is { } told ? string.Join(' ', told) : null);
        if (expected is null) Assert.Contains(words, ParticipationWords.Of(participation), StringComparison.Ordinal);
    }

    [Fact]
    public void Sessions_with_small_totals_are_not_in_the_year_and_those_without_sectors_in_one_sum()
    {
        var year = ParticipationRules.Of([Count("20 9"), Count("1 5"), Count("3")])!;

        Assert.Equal((2, 35), (year.Sessions, year.Total));
        Assert.Equal(["Handwerk 20", "Gesundheit und Soziales 9", "Nicht nach Branche aufgeteilt 6"],
            year.Sectors!.Select(count => $"{count.Name} {count}"));
        Assert.Null(ParticipationRules.Of([Count("3")]));
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

    static Task<Participation?> FindAsync(Stage stage, ThaffFunctions.Programme.Session session) =>
        stage.Service<ParticipationQuery>().FindAsync(session, default);

    static async Task<byte[]> PdfAsync(Stage stage) => await (await stage.PdfAsync()).Content.ReadAsByteArrayAsync();
}
