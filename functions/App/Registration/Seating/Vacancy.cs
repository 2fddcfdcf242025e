using ThaffFunctions.Programme;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// Whether somebody can register for a session at one moment, and if not, why: the verdict and its sentence come from one look at the
/// clock.
/// </summary>
/// <param name="Availability">The verdict.</param>
/// <param name="WhyClosed">A sentence; null while registration is open.</param>
public sealed record Vacancy(Availability Availability, Bilingual? WhyClosed = null)
{
    /// <summary>How many seats are free, and of how many; 0 where that is told to nobody.</summary>
    public (int Free, int Of) Seats { get; init; }

    /// <summary>The same of the seats on site and online where they are given out apart and somebody can register; else empty.</summary>
    public IReadOnlyDictionary<AttendanceMode, Vacancy> Modes { get; init; } = new Dictionary<AttendanceMode, Vacancy>();

    /// <summary>As long as the seats of a session cannot be read, nobody can register for it.</summary>
    public static readonly Vacancy Unknown =
        new(Availability.Closed, new(
            "Die Anmeldung ist zurzeit nicht möglich. Bitte versuchen Sie es später noch einmal.",
            "Registration is not possible at the moment. Please try again later."));

    public static Vacancy Of(Session session, Seats seats, DateTimeOffset now)
    {
        if (Closed(session, now) is { } closed) return closed;
        if (session.SeatsOnline is not { } online) return Of(seats.Of(AttendanceMode.OnSite));

        var modes = new Dictionary<AttendanceMode, Vacancy>
        {
            [AttendanceMode.OnSite] = Of(seats.Of(AttendanceMode.OnSite)),
            [AttendanceMode.Online] = Of(seats.Online ?? new(online)),
        };
        Availability[] inTurn = [Availability.Open, Availability.ToldByMail, Availability.WaitingList];
        return new(inTurn.First(best => modes.Values.Any(mode => mode.Availability == best)))
        {
            Seats = (modes.Values.Sum(mode => mode.Seats.Free), modes.Values.Sum(mode => mode.Seats.Of)),
            Modes = modes,
        };
    }

    /// <summary>What is true for who takes part so; where all seats are alike, for everybody.</summary>
    public Vacancy For(AttendanceMode? mode) => mode is { } known ? Modes.GetValueOrDefault(known, this) : this;

    static Vacancy Of(SeatPool seats) => new(seats.Availability)
    {
        Seats = seats.Availability == Availability.Open ? (seats.Capacity - seats.Taken, seats.Capacity) : default,
    };

    /// <returns>null while registration is open.</returns>
    public static Vacancy? Closed(Session session, DateTimeOffset now)
    {
        var closes = session.RegistrationCloses < session.Start ? session.RegistrationCloses : session.Start;
        return session.IsCancelled ? new(Availability.Closed, new("Dieser Termin ist abgesagt.", "This session is cancelled."))
            : now >= closes
                ? new(Availability.Closed, new($"Die Anmeldung zu diesem Termin ist seit dem {Language.German.Moment(closes)} geschlossen.",
                    $"Registration for this session closed on {Language.English.Moment(closes)}."))
            : now < session.RegistrationOpens
                ? new(Availability.NotYetOpen, new(
                    $"Die Anmeldung zu diesem Termin öffnet am {Language.German.Moment(session.RegistrationOpens)}.",
                    $"Registration for this session opens on {Language.English.Moment(session.RegistrationOpens)}."))
            : null;
    }
}
