using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Registration.Seating;

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
            (await stage.Service<SeatStore>().ReadAsync(session, default))!.Seats,
            await InAsync(AttendeeState.Seated), await InAsync(AttendeeState.Waiting), await InAsync(AttendeeState.Cancelled),
            [.. await LineAsync(AttendanceMode.OnSite), .. await LineAsync(AttendanceMode.Online)],
            (await deliveries.ToListAsync()).ToLookup(row => row.GetString("Recipient"), row => row.GetString("Kind")));

        Task<IReadOnlyList<Attendee>> LineAsync(AttendanceMode mode) => store.FirstInLineAsync(session, mode, 1000, except: null, default);

        async Task<List<Attendee>> InAsync(AttendeeState state) =>
            await store.AttendeesAsync(session, state, default).OrderBy(attendee => attendee.Place).ToListAsync();
    }

    /// <summary>The row counts the people; no seat is free while somebody waits; nobody overtook; everybody was written to.</summary>
    public SeatBook ExpectSound()
    {
        foreach (var mode in Enum.GetValues<AttendanceMode>()) ExpectSound(mode);
        var all = Seated.Concat(Waiting).Concat(Cancelled).ToList();
        Assert.Equal(all.Count, all.DistinctBy(attendee => attendee.Place).Count());
        Assert.All(all, attendee => Assert.NotEmpty(Mails[attendee.Key]));
        return this;
    }

    void ExpectSound(AttendanceMode mode)
    {
        var pool = Seats.Of(mode);
        var seated = Seated.Where(attendee => attendee.Mode == mode).ToList();
        var waiting = Waiting.Where(attendee => attendee.Mode == mode).ToList();
        Assert.Equal((seated.Count, waiting.Count), (pool.Taken, pool.Waiting));
        Assert.Equal(waiting.Select(attendee => attendee.Key),
            Line.Where(attendee => attendee.Mode == mode).Select(attendee => attendee.Key));
        Assert.True(waiting.Count == 0 || seated.Count >= pool.Capacity, "A seat is free while somebody waits.");
        Assert.True(waiting.Count == 0 || seated.Count == 0 || seated[^1].Place < waiting[0].Place, "Somebody overtook.");
    }
}
