using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;

namespace ThaffFunctions.Registration.Staff;

/// <summary>What it means for those who are registered when a session gets fewer seats than are taken.</summary>
sealed class FewerSeats(SeatStore seats)
{
    /// <returns>Sentences for staff; none where there are seats for all who have one.</returns>
    public async Task<IReadOnlyList<string>> OfAsync(Session before, Session after, CancellationToken cancellation)
    {
        if (after.IsCancelled || (before.Seats, before.SeatsOnline) == (after.Seats, after.SeatsOnline)) return [];
        if (await seats.ReadAsync(after.Id, cancellation) is not { Seats: var now }) return [];

        var then = now.Offering(after);
        return
        [
            .. Enum.GetValues<AttendanceMode>().Where(mode => then.Of(mode).Capacity < now.Of(mode).Capacity)
                .Select(mode => mode == AttendanceMode.Online && after.SeatsOnline is null ? OfWithdrawn(then.Of(mode), after)
                    : OfLowered(then.Of(mode), then.Online is null ? "" : $" {AttendanceWords.Of(mode)}"))
                .OfType<string>(),
        ];
    }

    static string? OfLowered(SeatPool then, string where) => then.Taken <= then.Capacity ? null
        : $"{Taken(then)}{where}, angeboten {(then.Capacity > 0 ? $"{(then.Capacity == 1 ? "wird" : "werden")} dann nur noch {RegistrationWords.Number(then.Capacity)}" : "wird dann keiner mehr")}. "
            + "Niemand verliert den Platz; wer wartet oder sich neu anmeldet, bekommt erst wieder einen, wenn genug Personen absagen.";

    static string? OfWithdrawn(SeatPool then, Session after)
    {
        string?[] told =
        [
            then.Taken == 0 ? null
                : $"{Taken(then)} online, angeboten wird dann keiner mehr. "
                    + "Wer einen hat, behält ihn; er zählt zu "
                    + $"{(after.Seats == 1 ? "dem einen Platz" : $"den {RegistrationWords.Number(after.Seats)} Plätzen")}.",
            then.Waiting == 0 ? null
                : $"{(then.Waiting == 1 ? "1 Person wartet" : $"{RegistrationWords.Number(then.Waiting)} Personen warten")} auf einen Platz online, den es dann nicht mehr gibt.",
        ];
        return told.All(text => text is null) ? null : string.Join(' ', told.OfType<string>());
    }

    static string Taken(SeatPool seats) =>
        $"Vergeben {(seats.Taken == 1 ? "ist 1 Platz" : $"sind {RegistrationWords.Number(seats.Taken)} Plätze")}";
}
