namespace ThaffFunctions.Programme;

/// <summary>
/// How long after a change of a session people are told of it: what is changed again until then is told with it, or not at all.
/// </summary>
static class NoticePeriod
{
    /// <summary>Changes made within this time are one.</summary>
    static readonly TimeSpan Together = TimeSpan.FromMinutes(15);

    /// <summary>For so long after the time that a session was to begin, people may still be waiting for it.</summary>
    static readonly TimeSpan Waiting = TimeSpan.FromHours(2);

    /// <summary>Shortly before the session begins, or was to begin, people are on their way: they are told at once.</summary>
    /// <param name="session">As it is after the change.</param>
    /// <param name="changed">When it was changed.</param>
    public static DateTimeOffset EndOf(Session session, DateTimeOffset changed)
    {
        DateTimeOffset?[] starts = [session.Start, session.MovedFrom];
        var end = starts.OfType<DateTimeOffset>().Where(start => start > changed - Waiting).Select(start => start - Together)
            .Append(changed + Together).Min();
        return end < changed ? changed : end;
    }
}
