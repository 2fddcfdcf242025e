using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <param name="Frame">What stands around it.</param>
/// <param name="Sessions">Those to come for which something is needed.</param>
/// <param name="Problems">Why an answer could not be taken.</param>
public sealed record NeedsModel(StaffFrame Frame, IReadOnlyList<NeedsOfSession> Sessions, FieldProblems Problems) : IModelOf<NeedsPage>
{
    /// <summary>The answer that was not taken: the field it was typed into, and what it says.</summary>
    public (string Field, string Text) Refused { get; init; }

    /// <summary>Tells whether what is needed and what was answered is still what a form was filled with.</summary>
    public static string VersionOf(Attendee attendee) => FormVersion.Of(new[]
    {
        attendee.Needs.Kinds, attendee.Needs.Other, attendee.HasOpenNeed ? "" : attendee.NeedState.ToString(), attendee.NeedAnswer,
    });

    /// <summary>The field for the answer to an attendee; somebody has the same key in each session.</summary>
    public static string FieldOf(string session, string attendeeKey) => $"text-{session}-{attendeeKey}";
}
