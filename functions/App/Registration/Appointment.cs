using System.Text.Json;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration;

/// <summary>
/// What somebody must know of a session to come to it. When it changes, everybody who has a seat or waits is told by mail.
/// </summary>
public sealed record Appointment(DateTimeOffset Start, DateTimeOffset End, string? Place, string? OnlineLink, bool IsCancelled)
{
    /// <summary>Whether seats on site and online are given out apart.</summary>
    public bool IsDivided { get; init; }

    /// <summary>Nothing was told yet.</summary>
    public static readonly Appointment Unknown = new(default, default, null, null, false);

    public static Appointment Of(Session session) =>
        new(session.Start, session.End, session.Place, session.OnlineLink?.OriginalString, session.IsCancelled)
        {
            IsDivided = session.SeatsOnline is not null,
        };

    /// <inheritdoc cref="Session.As"/>
    public Appointment As(AttendanceMode mode) => !IsDivided ? this
        : mode == AttendanceMode.Online ? this with { Place = null }
        : this with { OnlineLink = null };

    public string Venue => Session.VenueOf(Place, OnlineLink is not null);

    internal string ToColumn() => JsonSerializer.Serialize(this);

    internal static Appointment Read(string column) => JsonSerializer.Deserialize<Appointment>(column)!;
}
