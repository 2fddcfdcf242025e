using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Registration.Changes;

/// <summary>What it means for those who are registered when a session to come gets a date that is past, mostly by a mistake.</summary>
sealed class MovedToPast(SeatStore seats, TimeProvider clock)
{
    /// <returns>Sentences for staff; none if nobody is registered, or the date is still ahead.</returns>
    public async Task<IReadOnlyList<string>> OfAsync(Session before, Session after, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (after.IsCancelled || !after.IsPastAt(now) || before.IsPastAt(now)) return [];
        if (await seats.ReadAsync(after.Id, cancellation) is not { Seats: var taken }) return [];

        var registered = Enum.GetValues<AttendanceMode>().Sum(mode => taken.Of(mode).Taken + taken.Of(mode).Waiting);
        if (registered == 0) return [];

        var people = registered == 1 ? "1 Person, die angemeldet ist, bekommt"
            : $"{RegistrationWords.Number(registered)} Personen, die angemeldet sind, bekommen";
        return
        [
            $"Der Termin ist dann am {Berlin.Day(after.Start)} und damit schon vorbei. {people} davon keine E-Mail, und was für sie noch zu "
                + "klären ist, steht nicht mehr auf „Heute“.",
        ];
    }
}
