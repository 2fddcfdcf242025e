using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.PersonalData;

public sealed class EraseRegistrationsTests
{
    [Fact]
    public async Task Ninety_days_after_the_session_only_counts_are_left()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October with { Seats = 2 });
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo, null, ("sector", "it"), ("region", "jena"), ("newsletter", "ja"));
        await stage.RegisterAsync(Person.Cem);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Count == 4);

        stage.Clock.SetUtcNow(TestSessions.October.End.AddDays(90).AddMinutes(-1));
        await stage.FireAsync("EraseRegistrations");
        Assert.Contains("Löwe", await RowsAsync(stage), StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.FireAsync("EraseRegistrations");
        await stage.FireAsync("EraseRegistrations");

        Assert.Equal(
            "participation CountedFor=10/05/2026 10:00:00 +00:00 Final=True Region_erfurt=1 Region_jena=1 Seated=2 Sector_handwerk=1 Sector_it=1",
            (await RowsAsync(stage)).Split('\n').Single(row => row.StartsWith("participation", StringComparison.Ordinal)));
        Assert.Equal(2, (await RowsAsync(stage)).Split('\n').Length);
    }

    [Theory]
    [InlineData(false, "participation CountedFor=10/05/2026 10:00:00 +00:00 Final=True Region_erfurt=1 Seated=1 Sector_handwerk=1")]
    [InlineData(true, "participation Final=True Seated=viele")] // persons may be erased in part: people must look at it
    public async Task A_count_that_cannot_be_read_keeps_nobody_from_being_erased(bool isFinal, string kept)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        var spoiled = new TableEntity(TestSessions.October.Id.Value, "participation") { ["Seated"] = "viele" };
        if (isFinal) spoiled["Final"] = true;
        await stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations).AddEntityAsync(spoiled);

        stage.Clock.SetUtcNow(TestSessions.October.End.AddDays(90));
        await stage.FireAsync("EraseRegistrations");

        var rows = (await RowsAsync(stage)).Split('\n');
        Assert.Equal(2, rows.Length);
        Assert.Equal(kept, rows[0]);
    }

    [Fact]
    public async Task Thirty_days_after_a_cancellation_nothing_is_left_and_a_session_that_takes_place_after_all_starts_anew()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October with { Seats = 2 });
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem }) await stage.RegisterAsync(person);
        var cancelledAt = stage.Clock.GetUtcNow();
        var cancelled = await stage.PlanAsync(TestSessions.October with
        {
            Seats = 2,
            Status = SessionStatus.Cancelled,
            CancelledAt = cancelledAt,
            ChangedAt = cancelledAt.AddDays(9),
        });

        stage.Clock.SetUtcNow(cancelledAt.AddDays(30).AddMinutes(-1));
        await stage.FireAsync("EraseRegistrations");
        Assert.Contains("Löwe", await RowsAsync(stage), StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.FireAsync("EraseRegistrations");
        await stage.FireAsync("EraseRegistrations");
        Assert.Equal("", await RowsAsync(stage));

        await stage.PlanAsync(cancelled with { Status = SessionStatus.Scheduled, CancelledAt = null });
        await stage.RegisterAsync(Person.Bo);
        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    [Fact]
    public void A_cancelled_session_keeps_its_moment_whatever_else_changes()
    {
        var now = TestSessions.October.PublishedAt.AddDays(7);
        var off = TestSessions.October with { Status = SessionStatus.Cancelled };

        var cancelled = SessionDifference.Between(TestSessions.October, off, now)!;
        var renamed = SessionDifference.Between(cancelled, off with { Title = "Anders" }, now.AddDays(1))!;

        Assert.Equal(now, cancelled.CancelledAt);
        Assert.Equal((now, now.AddDays(1)), (renamed.CancelledAt!.Value, renamed.ChangedAt));
        Assert.Null(SessionDifference.Between(renamed, TestSessions.October, now.AddDays(2))!.CancelledAt);
        Assert.Equal(now, SessionDifference.Between(null, off, now)!.CancelledAt);
        Assert.Null(SessionDifference.Between(renamed, off with { Title = "Anders" }, now.AddDays(3)));
    }

    static async Task<string> RowsAsync(Stage stage)
    {
        var rows = await stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations).QueryAsync<TableEntity>().ToListAsync();
        return string.Join('\n', rows.Select(row => row.RowKey + string.Concat(row
            .Where(value => value.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")).OrderBy(value => value.Key)
            .Select(value => $" {value.Key}={value.Value}"))));
    }
}
