using System.Diagnostics;
using System.Net;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Storage;
using Xunit.Abstractions;

namespace ThaffFunctions.Tests.Registration;

public sealed class SeatRaceTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Without_the_seats_rows_etag_seats_are_sold_twice()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);

        // two instances read the same row, each finds the seat free, each takes it
        var store = stage.Service<RegistrationStore>();
        var (first, second) = (await Seats(), await Seats());
        await TakeAsync(first, "a", ETag.All);
        await TakeAsync(second, "b", ETag.All);

        Assert.Equal(1, (await Seats()).Seats.Taken);
        Assert.Equal(2, await table.QueryAsync<TableEntity>(row => row.RowKey.CompareTo("taken-") > 0).CountAsync());

        // with it, who comes second is told so
        await TakeAsync(await Seats() with { Seats = first.Seats }, "c", (await Seats()).ETag);
        await Assert.ThrowsAsync<TableTransactionFailedException>(() => TakeAsync(first, "d", first.ETag));

        async Task<StoredSeats> Seats() => (await store.ReadSeatsAsync(TestSessions.October.Id, CancellationToken.None))!;

        Task TakeAsync(StoredSeats seats, string who, ETag guard) => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpdateMerge, new TableEntity(TestSessions.October.Id.Value, "seats") { ["Taken"] = seats.Seats.Taken + 1 }, guard),
            new(TableTransactionActionType.Add, new TableEntity(TestSessions.October.Id.Value, $"taken-{who}")),
        ]);
    }

    [Fact]
    public async Task Five_hundred_at_once_get_sixty_seats_and_a_waiting_list_in_order()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        var crowd = Enumerable.Range(1, 500).Select(n => new Person("Gast", $"Nummer {n}", $"gast{n}@example.org")).ToList();

        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(crowd.Select(person => stage.RegisterAsync(person)));
        output.WriteLine($"{crowd.Count} registrations in {watch.Elapsed.TotalSeconds:F2} s");

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        await ExpectFullAsync(stage, 500);
    }

    [Fact]
    public async Task Two_instances_never_oversell_together()
    {
        await using var one = await Stage.OpenAsync();
        await one.PlanAsync(TestSessions.October);
        await using var two = await Stage.OpenAsync(storage: one.Storage);
        var crowd = Enumerable.Range(1, 200).Select(n => new Person("Gast", $"Nummer {n}", $"gast{n}@example.org")).ToList();

        var answers = await Task.WhenAll(crowd.Select((person, n) => (n % 2 == 0 ? one : two).RegisterAsync(person)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        await ExpectFullAsync(one, 200);
    }

    [Fact]
    public async Task The_same_person_many_times_at_once_is_one_row()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => stage.RegisterAsync(Person.Ada)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Single(await stage.Service<Attendees>().SeatedAsync(TestSessions.October.Id, CancellationToken.None).ToListAsync());
    }

    /// <summary>Everybody has exactly one place: the first sixty a seat, the others the waiting list.</summary>
    static async Task ExpectFullAsync(Stage stage, int people)
    {
        var store = stage.Service<RegistrationStore>();
        var seated = await store.AttendeesAsync(TestSessions.October.Id, AttendeeState.Seated, CancellationToken.None).ToListAsync();
        var waiting = await store.AttendeesAsync(TestSessions.October.Id, AttendeeState.Waiting, CancellationToken.None).ToListAsync();
        var seats = (await store.ReadSeatsAsync(TestSessions.October.Id, CancellationToken.None))!.Seats;

        Assert.Equal(Enumerable.Range(1, 60), seated.Select(attendee => attendee.Place).Order());
        Assert.Equal(Enumerable.Range(61, people - 60), waiting.Select(attendee => attendee.Place).Order());
        Assert.Equal((60, people - 60), (seats.Taken, seats.Waiting));
    }
}
