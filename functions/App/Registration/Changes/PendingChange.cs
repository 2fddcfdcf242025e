using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration.Changes;

/// <summary>A change of a session that people will be told of.</summary>
/// <param name="Id">Names the mails of this change; a later one has others.</param>
/// <param name="Due">When the mails are written: what changes until then is told with it.</param>
public sealed record PendingChange(string Id, DateTimeOffset Due)
{
    /// <summary>Changes made within this time are one.</summary>
    static readonly TimeSpan Together = TimeSpan.FromMinutes(15);

    /// <summary>For so long after the time that a session was to begin, people may still be waiting for it.</summary>
    static readonly TimeSpan Waiting = TimeSpan.FromHours(2);

    /// <summary>Shortly before the session begins, or was to begin, people are on their way: the mails go at once.</summary>
    public static PendingChange Of(Session session, DateTimeOffset now)
    {
        DateTimeOffset?[] starts = [session.Start, session.MovedFrom];
        var due = starts.OfType<DateTimeOffset>().Where(start => start > now - Waiting).Select(start => start - Together)
            .Append(now + Together).Min();
        return new(Guid.CreateVersion7().ToString("N"), due < now ? now : due);
    }
}
