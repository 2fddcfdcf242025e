using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <summary>One registration, to correct it or act on it.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Session">What it is for.</param>
/// <param name="Attendee">As it is stored.</param>
/// <param name="Typed">As it stands in the form.</param>
/// <param name="Problems">What is wrong with the form.</param>
public sealed record AttendeeModel(StaffFrame Frame, Session Session, Attendee Attendee, RegistrationFields Typed, FieldProblems Problems)
    : IModelOf<AttendeePage>
{
    /// <summary>The field that says that the person knows it already, by telephone.</summary>
    public const string ToldField = "gesagt";

    /// <summary>The field that says that a registration is really to be cancelled.</summary>
    public const string SureField = "ja";

    /// <summary>The mail about their session that did not arrive; null if the last one did, or is on its way.</summary>
    public LostMail? Lost { get; init; }

    /// <summary>The mail about their session that something holds up; null if there is none.</summary>
    public WaitingMail? Waiting { get; init; }

    /// <summary>Why seats are not given out, changed or given back any more, in a sentence; null if they are.</summary>
    public string? WhyOver { get; init; }

    /// <summary>Why nobody can be registered now, in a sentence; null if somebody can.</summary>
    public string? WhyClosed { get; init; }

    /// <summary>Whether the session has begun: from then on nobody takes part otherwise than they said, and no need is answered.</summary>
    public bool HasBegun { get; init; }

    /// <summary>Where in line they are, beginning with 1; 0 for who does not wait.</summary>
    public int Position { get; init; }

    /// <summary>Whether a seat that is given back goes to who waits; else it stays free.</summary>
    public bool IsHandedOn { get; init; }

    /// <summary>Who filled in the form for them; null: they did it themselves, or that person is not known any more.</summary>
    public Attendee? Registrant { get; init; }

    /// <summary>What the form was filled with before somebody typed: by it a second editor is told of what a first one changed.</summary>
    public string Version => CorrectionForm.VersionOf(Attendee);

    /// <summary>What somebody else changed since the form was opened.</summary>
    public IReadOnlyList<(string Label, string Stored)> ChangedMeanwhile { get; init; } = [];

    /// <summary>Whether it was ticked that the person knows it already.</summary>
    public bool IsTold { get; init; }

    /// <summary>Whether the cancellation was confirmed in the form that comes back.</summary>
    public bool IsSure { get; init; }

    /// <summary>How they could take part instead; null where all seats are alike.</summary>
    public AttendanceMode? Other => AttendanceWords.Of(Attendee, Session).Length > 0 ? AttendanceWords.Other(Attendee.Mode) : null;

    public string Path => AttendeePages.PathOf(Attendee);
}
