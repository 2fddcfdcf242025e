using ThaffFunctions.Shared;

namespace ThaffFunctions.Programme;

/// <summary>One exchange of the programme, as imported. Times are instants; the file gave them in Europe/Berlin.</summary>
public sealed record Session(
    SessionId Id,
    string Title,
    string Focus,
    string Description,
    DateTimeOffset Start,
    DateTimeOffset End,
    string? Place,
    Region? Region,
    Uri? OnlineLink,
    int Seats,
    IReadOnlyList<string> Speakers,
    IReadOnlyList<string> Moderators,
    IReadOnlyList<string> Partners,
    DateTimeOffset RegistrationOpens,
    DateTimeOffset RegistrationCloses,
    SessionStatus Status)
{
    /// <summary>When the session first stood in the programme.</summary>
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>When an import last changed anything of it.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Raised when start, end, place or status change; part of the calendar entries' SEQUENCE (RFC 5545).</summary>
    public int Revision { get; init; }

    /// <summary>The start before the last move; null if it never moved.</summary>
    public DateTimeOffset? MovedFrom { get; init; }

    /// <summary>When the import moved it; null if it never moved.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>Its page.</summary>
    public string Path => $"/termine/{Id}";

    /// <summary>Where it takes place, in one line; never the online link, which only people with a seat get.</summary>
    public string Venue => (Place, OnlineLink) switch
    {
        ({ } place, null) => place,
        ({ } place, _) => $"{place} und online",
        _ => "online",
    };

    public bool IsCancelled => Status == SessionStatus.Cancelled;

    public bool IsPastAt(DateTimeOffset now) => now >= End;
}
