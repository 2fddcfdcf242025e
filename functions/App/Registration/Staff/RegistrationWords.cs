using System.Text.RegularExpressions;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Registration.Staff;

/// <summary>How lists and files for staff call what is stored about a registration.</summary>
static partial class RegistrationWords
{
    public const string Nobody = "Es hat sich noch niemand angemeldet.";
    public const string Unknown = "Die Zahl der Anmeldungen ist zurzeit nicht bekannt.";

    public static string StateOf(Attendee attendee) => StateOf(attendee.State);

    /// <summary>The pieces of an address after which a line may end.</summary>
    public static string[] PartsOf(EmailAddress address) => EndsOfParts().Split($"{address}");

    public static string StateOf(AttendeeState state) => state switch
    {
        AttendeeState.Seated => "Platz",
        AttendeeState.Waiting => "Warteliste",
        _ => "abgesagt",
    };

    public static string SeatsOf(Seats? seats) => seats switch
    {
        null => Nobody,
        { Online: { } online } => $"vor Ort {SeatsOf(seats.Of(AttendanceMode.OnSite))}; online {SeatsOf(online)}",
        _ => SeatsOf(seats.Of(AttendanceMode.OnSite)),
    };

    /// <summary>Of a session that is over; the persons may be erased.</summary>
    public static string SeatedOf(Headcount headcount) => headcount.Seated switch
    {
        0 => "niemand hatte einen Platz",
        1 => "1 Person hatte einen Platz",
        var seated => $"{Number(seated)} Personen hatten einen Platz"
            + (headcount.Online is > 0 and var online ? $", {Number(online)} davon online" : ""),
    };

    static string SeatsOf(SeatPool seats) => (seats.Taken <= seats.Capacity ? $"{Number(seats.Taken)} von {Number(seats.Capacity)} Plätzen vergeben"
        : $"{(seats.Taken == 1 ? "1 Platz" : $"{Number(seats.Taken)} Plätze")} vergeben, angeboten {(seats.Capacity > 0 ? $"{(seats.Capacity == 1 ? "wird" : "werden")} nur noch {Number(seats.Capacity)}" : "wird keiner mehr")}")
        + (seats.Waiting > 0 ? $", {Number(seats.Waiting)} auf der Warteliste" : "");

    /// <summary>Seats that are free and waited for; empty: there are none.</summary>
    public static string ToGive(Seats seats, IReadOnlyList<AttendanceMode> modes) => string.Join("; ", modes.Select(mode =>
    {
        var pool = seats.Of(mode);
        var free = pool.Capacity - pool.Taken;
        return (seats.Online is null ? "" : $"{AttendanceWords.Of(mode)}: ")
            + $"{(free == 1 ? "1 Platz ist" : $"{Number(free)} Plätze sind")} frei, "
            + (pool.Waiting == 1 ? "1 Person wartet" : $"{Number(pool.Waiting)} Personen warten");
    }));

    public static string Number(int number) => number.ToString("N0", Berlin.German);

    /// <summary>What staff answered to who needs something.</summary>
    public static string AnswerTo(Attendee attendee) =>
        attendee.NeedAnswer.Length > 0 ? $"{DecisionOn(attendee)}: {attendee.NeedAnswer}" : DecisionOn(attendee);

    public static string DecisionOn(Attendee attendee) => attendee.NeedState switch
    {
        NeedState.Granted => "zugesagt",
        NeedState.Declined => "abgelehnt",
        _ => "noch nicht beantwortet",
    };

    [GeneratedRegex("(?<=[@.])")]
    private static partial Regex EndsOfParts();
}
