using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Programme;

/// <summary>A session of the programme, as imported. Times are instants; in the file they are local times of Europe/Berlin.</summary>
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
    /// <summary>
    /// How many take part online where these seats are given out beside those on site, and everybody says which they want. Null: a seat
    /// is a seat, wherever it is.
    /// </summary>
    public int? SeatsOnline { get; init; }

    /// <summary>Whom it concerns, for invitations; none: everybody.</summary>
    public IReadOnlyList<Sector> Sectors { get; init; } = [];

    /// <summary>How to get there; empty if the file does not say.</summary>
    public string Directions { get; init; } = "";

    /// <summary>Until when what somebody needs to take part can surely be arranged; null if the file does not say.</summary>
    public DateTimeOffset? NeedsUntil { get; init; }

    /// <summary>When the session was first imported.</summary>
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>When an import last changed any of its fields.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>
    /// Increased when start, end, place, online link or status changes, or seats are given out apart; part of the SEQUENCE of its calendar
    /// entries (RFC 5545).
    /// </summary>
    public int Revision { get; init; }

    /// <summary>The start that people were told last before it moved; null if they know of no other.</summary>
    public DateTimeOffset? MovedFrom { get; init; }

    /// <summary>When it was moved from there; null if it was not.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>
    /// The move before that one, which holds again if that one is taken back before anybody was told of it; null for none.
    /// </summary>
    public (DateTimeOffset From, DateTimeOffset At)? MovedBefore { get; init; }

    /// <summary>When an import cancelled it; null if it takes place.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>The title for the subject of a mail, after a colon: it has no second one.</summary>
    public string InSubject => Title.Replace(": ", " – ", StringComparison.Ordinal);

    /// <summary>The session in a sentence for staff, for example <c>„Pflege“ am 8. Dezember 2026</c>.</summary>
    public string TitleAndDay => $"„{Title}“ am {Berlin.Local(Start).ToString("d. MMMM yyyy", Berlin.German)}";

    /// <summary>The path of its page.</summary>
    public string Path => $"/termine/{Id}";

    /// <summary>A search for the place on a public map; null where there is none.</summary>
    public Uri? MapLink => Place is null ? null : new($"https://www.openstreetmap.org/search?query={Uri.EscapeDataString(Place)}");

    /// <summary>The place in one line. It never contains the online link, which only people with a seat get.</summary>
    public string Venue => VenueOf(Place, OnlineLink is not null);

    public bool IsCancelled => Status == SessionStatus.Cancelled;

    public static string VenueOf(string? place, bool isOnline) => VenueOf(place, isOnline, Language.German);

    public static string VenueOf(string? place, bool isOnline, Language language) =>
        place is null ? "online" : isOnline ? language.Say($"{place} und online", $"{place} and online") : place;

    /// <inheritdoc cref="Venue"/>
    public string VenueIn(Language language) => VenueOf(Place, OnlineLink is not null, language);

    /// <summary>The session as somebody meets it who takes part so: one place to be, where seats are given out apart.</summary>
    public Session As(AttendanceMode mode) => SeatsOnline is null ? this
        : mode == AttendanceMode.Online ? this with { Place = null, Directions = "" }
        : this with { OnlineLink = null };

    public bool IsPastAt(DateTimeOffset now) => now >= End;
}
