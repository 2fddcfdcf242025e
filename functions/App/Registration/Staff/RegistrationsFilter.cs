using ThaffFunctions.Shared.Text;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <summary>Which registrations staff want to see. They are posted: names and addresses must not stand in a URL.</summary>
public sealed record RegistrationsFilter
{
    public static readonly RegistrationsFilter Everything = new();

    /// <summary>Parts of name, address and company.</summary>
    public string Search { get; init; } = "";

    public string Sector { get; init; } = "";

    public string Region { get; init; } = "";

    /// <summary>The name of an <see cref="AttendeeState"/>; empty: all.</summary>
    public string State { get; init; } = "";

    /// <summary>A key of <see cref="AttendanceWords"/>; empty: both.</summary>
    public string Attendance { get; init; } = "";

    public bool WithQuestion { get; init; }

    public bool WithNeed { get; init; }

    /// <summary>The page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    public static RegistrationsFilter Of(StaffPost post) => new()
    {
        Search = post["suche"].Trim(),
        Sector = post["sector"],
        Region = post["region"],
        State = post["stand"],
        Attendance = post["teilnahme"],
        WithQuestion = post.Body.Has("frage"),
        WithNeed = post.Body.Has("bedarf"),
        Page = int.TryParse(post["seite"], out var page) && page is > 0 and < 10_000 ? page : 1,
    };

    public bool Fits(Attendee attendee) =>
        (Sector.Length == 0 || attendee.Sector.Key == Sector)
        && (Region.Length == 0 || attendee.Region.Key == Region)
        && (State.Length == 0 || attendee.State.ToString() == State)
        && (Attendance.Length == 0 || AttendanceWords.KeyOf(attendee.Mode) == Attendance)
        && (!WithNeed || attendee.Needs.Any)
        && (!WithQuestion || attendee.Question.Length > 0)
        && new WordSearch(Search.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Finds(FoldedText.Of($"{attendee.Name} {attendee.Email} {attendee.Company}"));
}
