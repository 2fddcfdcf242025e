using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Registration;

/// <summary>Everything storage says of the October session's places, and what must hold of it whatever happened.</summary>
sealed record SeatBook(Seats Seats, IReadOnlyList<Attendee> Seated, IReadOnlyList<Attendee> Waiting, IReadOnlyList<Attendee> Cancelled,
    IReadOnlyList<Attendee> Line, ILookup<string, string> Mails)
{
    /// <summary>As it stands once everything that was answered is settled.</summary>
    public static async Task<SeatBook> ReadAsync(Stage stage)
    {
        await stage.SettledAsync();
        var session = TestSessions.October.Id;
        var store = stage.Service<RegistrationStore>();
        var deliveries = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations).QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {session.Value} and RowKey ge {Delivery.RowPrefix} and RowKey lt {"delivery."}"));
        return new(
            (await store.ReadSeatsAsync(session, default))!.Seats,
            await InAsync(AttendeeState.Seated), await InAsync(AttendeeState.Waiting), await InAsync(AttendeeState.Cancelled),
            await store.FirstInLineAsync(session, 1000, except: null, default),
            (await deliveries.ToListAsync()).ToLookup(row => row.GetString("Recipient"), row => row.GetString("Kind")));

        async Task<List<Attendee>> InAsync(AttendeeState state) =>
            await store.AttendeesAsync(session, state, default).OrderBy(attendee => attendee.Place).ToListAsync();
    }

    /// <summary>The row counts the people; no seat is free while somebody waits; nobody overtook; everybody was written to.</summary>
    public SeatBook ExpectSound()
    {
        Assert.Equal((Seated.Count, Waiting.Count), (Seats.Taken, Seats.Waiting));
        Assert.Equal(Waiting.Select(attendee => attendee.Key), Line.Select(attendee => attendee.Key));
        Assert.True(Waiting.Count == 0 || Seated.Count >= Seats.Capacity, "A seat is free while somebody waits.");
        Assert.True(Waiting.Count == 0 || Seated[^1].Place < Waiting[0].Place, "Somebody overtook.");
        var all = Seated.Concat(Waiting).Concat(Cancelled).ToList();
        Assert.Equal(all.Count, all.DistinctBy(attendee => attendee.Place).Count());
        Assert.All(all, attendee => Assert.NotEmpty(Mails[attendee.Key]));
        return this;
    }
}
