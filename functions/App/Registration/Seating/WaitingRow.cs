using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// A place on the waiting list as a row of table registrations. The keys are in the order of the places, so that nobody else's row is read.
/// </summary>
static class WaitingRow
{
    public static TableEntity Of(Attendee waiting) => new(waiting.Session.Value, $"{Prefix(waiting.Mode)}{waiting.Place:D10}")
    {
        ["Attendee"] = waiting.Key,
    };

    /// <summary>The key of who waits.</summary>
    public static string AttendeeOf(TableEntity row) => row.Text("Attendee");

    /// <summary>A filter for one waiting list.</summary>
    public static string AllOf(SessionId session, AttendanceMode mode) =>
        Between(session, Prefix(mode), Prefix(mode)[..^1] + '.'); // '.' follows '-'

    /// <summary>A filter for everybody in line before somebody.</summary>
    public static string AllBefore(Attendee waiting) => Between(waiting.Session, Prefix(waiting.Mode), Of(waiting).RowKey);

    static string Between(SessionId session, string first, string end) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {session.Value} and RowKey ge {first} and RowKey lt {end}");

    static string Prefix(AttendanceMode mode) => mode == AttendanceMode.Online ? "online-waiting-" : "waiting-";
}
