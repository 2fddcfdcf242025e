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

        var (movedFrom, movedAt, movedBefore) = Move(stored, read, now);
        return read with
        {
            PublishedAt = stored.PublishedAt,
            ChangedAt = now,
            Revision = stored.Revision + (AffectsCalendarEntry(stored, read) ? 1 : 0),
            MovedFrom = movedFrom,
            MovedAt = movedAt,
            MovedBefore = movedBefore,
            CancelledAt = cancelled,
        };
    }

    /// <summary>
    /// From where the session has moved as people see it, and when. A start counts as one that it had only if people were told of it: they
    /// are not within the <see cref="NoticePeriod"/>, nor of a date that was past by then. Taken back until then, the move before holds.
    /// </summary>
    static (DateTimeOffset? From, DateTimeOffset? At, (DateTimeOffset, DateTimeOffset)? Before) Move(
        Session stored, Session read, DateTimeOffset now)
    {
        if (read.Start == stored.Start) return (stored.MovedFrom, stored.MovedAt, stored.MovedBefore);
        if (stored.MovedAt is not { } moved) return (stored.Start, now, null);

        var told = NoticePeriod.EndOf(stored, moved);
        if (told <= now && !stored.IsPastAt(told))
            return (stored.Start, now, stored.MovedFrom is { } from ? (from, moved) : null);
        if (read.Start == stored.MovedFrom) return (stored.MovedBefore?.From, stored.MovedBefore?.At, null);
        return (stored.MovedFrom, now < told ? moved : now, stored.MovedBefore);
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
            MovedBefore = stored.MovedBefore,
            CancelledAt = stored.CancelledAt,
        };
}
