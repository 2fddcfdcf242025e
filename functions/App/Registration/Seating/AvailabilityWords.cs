using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Seating;

/// <summary>What pages say of free seats, and of none.</summary>
static class AvailabilityWords
{
    /// <summary>Fewer than this, or than a tenth of all, are only a few.</summary>
    const int Few = 5;

    public static readonly Bilingual WaitingList = new("Ausgebucht, Warteliste offen", "Fully booked, waiting list open");

    /// <summary>While seats are free.</summary>
    public static Bilingual Of(Vacancy vacancy, FreeSeatsSetting setting) => vacancy.Seats switch
    {
        var (free, of) when free < Math.Max(Few, of / 10) => new("Nur noch wenige Plätze frei", "Only a few seats left"),
        var (free, _) when setting == FreeSeatsSetting.Number =>
            new($"Noch mindestens {free / 5 * 5} Plätze frei", $"At least {free / 5 * 5} seats free"),
        _ => new("Noch Plätze frei", "Seats available"),
    };
}
