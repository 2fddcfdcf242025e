using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration.Changes;

/// <summary>A change of a session that people will be told of.</summary>
/// <param name="Id">Names the mails of this change; a later one has others.</param>
/// <param name="Due">When the mails are written: what changes until then is told with it.</param>
public sealed record PendingChange(string Id, DateTimeOffset Due)
{
    public static PendingChange Of(Session session, DateTimeOffset now) =>
        new(Guid.CreateVersion7().ToString("N"), NoticePeriod.EndOf(session, now));
}
