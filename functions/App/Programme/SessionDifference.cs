namespace ThaffFunctions.Programme;

/// <summary>What a session as it is read from a file or edited means for the session as it is stored.</summary>
static class SessionDifference
{
    /// <returns>The session to store; null if nothing changed.</returns>
    public static Session? Between(Session? stored, Session read, DateTimeOffset now)
    {
        var cancelled = read.IsCancelled ? stored is { IsCancelled: true } ? stored.CancelledAt : now : (DateTimeOffset?)null;
        if (stored is null) return read with { PublishedAt = now, ChangedAt = now, CancelledAt = cancelled };
        if (SaysTheSame(stored, read)) return null;

        return read with
        {
            PublishedAt = stored.PublishedAt,
            ChangedAt = now,
            Revision = stored.Revision + (AffectsCalendarEntry(stored, read) ? 1 : 0),
            MovedFrom = read.Start == stored.Start ? stored.MovedFrom : stored.Start,
            MovedAt = read.Start == stored.Start ? stored.MovedAt : now,
            CancelledAt = cancelled,
        };
    }

    static bool AffectsCalendarEntry(Session stored, Session read) =>
        (stored.Start, stored.End, stored.Place, stored.OnlineLink?.OriginalString, stored.Status, stored.SeatsOnline is null)
            != (read.Start, read.End, read.Place, read.OnlineLink?.OriginalString, read.Status, read.SeatsOnline is null);

    static bool SaysTheSame(Session stored, Session read) =>
        stored.Speakers.SequenceEqual(read.Speakers)
        && stored.Moderators.SequenceEqual(read.Moderators)
        && stored.Partners.SequenceEqual(read.Partners)
        && stored.Sectors.SequenceEqual(read.Sectors)
        && stored.OnlineLink?.OriginalString == read.OnlineLink?.OriginalString
        && stored == read with
        {
            Speakers = stored.Speakers,
            Moderators = stored.Moderators,
            Partners = stored.Partners,
            Sectors = stored.Sectors,
            OnlineLink = stored.OnlineLink,
            PublishedAt = stored.PublishedAt,
            ChangedAt = stored.ChangedAt,
            Revision = stored.Revision,
            MovedFrom = stored.MovedFrom,
            MovedAt = stored.MovedAt,
            CancelledAt = stored.CancelledAt,
        };
}
