using ThaffFunctions.Shared.Web;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <param name="Frame">What stands around it.</param>
/// <param name="Sessions">Those to come for which something is needed.</param>
/// <param name="Problems">Why an answer could not be taken.</param>
public sealed record NeedsModel(StaffFrame Frame, IReadOnlyList<NeedsOfSession> Sessions, FieldProblems Problems) : IModelOf<NeedsPage>
{
    /// <summary>The answer that was not taken: whom it was for, and what it says.</summary>
    public (string Person, string Text) Refused { get; init; }

    /// <summary>The field for the answer to an attendee.</summary>
    public static string FieldOf(string attendeeKey) => "text-" + attendeeKey;
}
