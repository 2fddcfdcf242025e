using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <summary>The page of <see cref="ShowRegistrations"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Session">Whose registrations these are.</param>
/// <param name="Seats">How many places are taken, in words.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Found">How many registrations fit the filter.</param>
/// <param name="Shown">Those of this page, in the order in which they came.</param>
/// <param name="Questions">What those who come asked.</param>
/// <param name="Problems">What is wrong with the form.</param>
public sealed record RegistrationsModel(StaffFrame Frame, Session Session, string Seats, RegistrationsFilter Filter, int Found,
    IReadOnlyList<Attendee> Shown, IReadOnlyList<string> Questions, FieldProblems Problems) : IModelOf<RegistrationsPage>
{
    public const int PageSize = 100;

    /// <summary>By their keys, those whom a mail about their session did not reach.</summary>
    public required IReadOnlyDictionary<string, LostMail> Lost { get; init; }

    /// <summary>By their keys, those who wait for a mail about their session that something holds up.</summary>
    public required IReadOnlyDictionary<string, WaitingMail> Waiting { get; init; }

    /// <summary>By their keys, where in line those who wait are, beginning with 1; each kind of seats has its own line.</summary>
    public required IReadOnlyDictionary<string, int> Positions { get; init; }

    /// <summary>How people take part; empty where all seats are alike.</summary>
    public required IReadOnlyList<AttendanceMode> Modes { get; init; }

    /// <summary>Whom no mail can reach that should have told them something.</summary>
    public required IReadOnlyList<Attendee> ToCall { get; init; }

    /// <summary>Who waits for seats online that there are no more, in their order.</summary>
    public IReadOnlyList<Attendee> WaitingInVain { get; init; } = [];

    /// <summary>What seats are free that nobody gets by themselves any more, in words; empty: there are none.</summary>
    public string ToGive { get; init; } = "";

    /// <summary>Who waits for them, in their order.</summary>
    public IReadOnlyList<Attendee> WaitingForThem { get; init; } = [];

    /// <summary>Whether the session is over: persons of it may be erased.</summary>
    public bool IsPast { get; init; }

    /// <summary>Why nobody can be registered now; null if somebody can.</summary>
    public string? WhyClosed { get; init; }

    /// <summary>Whether the session has begun, so that another deadline would change nothing.</summary>
    public bool HasBegun { get; init; }

    /// <summary>Whether there is anybody with a seat who can be written to: those of a cancelled session heard that it is.</summary>
    public bool MayWrite { get; init; }

    /// <summary>Whether there is anybody who waits and can be written to.</summary>
    public bool MayWriteToWaiting { get; init; }

    public string Path => AttendeePages.ListOf(Session.Id);

    public int Pages => (Found + PageSize - 1) / PageSize;
}
