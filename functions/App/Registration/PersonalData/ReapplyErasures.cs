using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.PersonalData;

/// <summary>Who cancelled and had their data erased since a backup is erased again after it was restored.</summary>
sealed class ReapplyErasures(AttendeeErasure erasure, RestoreMarks marks) : IFollowsRestore
{
    /// <summary>The kind of mark that a registration was erased; its name is the session and the attendee's key.</summary>
    const string Mark = "registration";

    public static Task MarkAsync(RestoreMarks marks, Attendee attendee, CancellationToken cancellation) =>
        marks.TryAddAsync(Mark, new RegistrationId(attendee.Session, attendee.Key).ToString(), cancellation);

    public async Task FollowAsync(DateTimeOffset begun, CancellationToken cancellation)
    {
        foreach (var (name, _) in await marks.SinceAsync(Mark, begun, cancellation))
            if (RegistrationId.TryParse(name) is var (session, key))
                await erasure.EraseAsync(session, key, cancellation);
    }
}
