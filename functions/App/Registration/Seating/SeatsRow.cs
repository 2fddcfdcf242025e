using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Seating;

/// <summary>A session's seats as a row of table registrations.</summary>
static class SeatsRow
{
    public const string Key = "seats";

    /// <param name="session">Its partition.</param>
    /// <param name="seats">The numbers.</param>
    /// <param name="write">Names the write, so that after an unclear answer a reader can tell whether it went through.</param>
    public static TableEntity Of(SessionId session, Seats seats, string write) => new(session.Value, Key)
    {
        ["Capacity"] = seats.Capacity,
        ["Taken"] = seats.Taken,
        ["Waiting"] = seats.Waiting,
        ["NextPlace"] = seats.NextPlace,
        ["OnlineCapacity"] = seats.Online?.Capacity,
        ["OnlineTaken"] = seats.Online?.Taken,
        ["OnlineWaiting"] = seats.Online?.Waiting,
        ["Programme"] = seats.Programme.ToString(),
        ["Appointment"] = seats.Appointment.ToColumn(),
        ["ChangeId"] = seats.Change?.Id,
        ["ChangeDue"] = seats.Change?.Due,
        ["LastWrite"] = write,
    };

    public static Seats Read(TableEntity row) => new(
        row.GetInt32("Capacity")!.Value,
        row.GetInt32("Taken")!.Value,
        row.GetInt32("Waiting")!.Value,
        row.GetInt32("NextPlace")!.Value)
    {
        Online = row.GetInt32("OnlineCapacity") is { } online
            ? new(online, row.GetInt32("OnlineTaken")!.Value, row.GetInt32("OnlineWaiting")!.Value) : null,
        Programme = new ETag(row.GetString("Programme")),
        Appointment = Appointment.Read(row.Text("Appointment")),
        Change = row.GetString("ChangeId") is { } change ? new(change, row.GetDateTimeOffset("ChangeDue")!.Value) : null,
    };

    public static string WriteOf(TableEntity row) => row.GetString("LastWrite");
}
