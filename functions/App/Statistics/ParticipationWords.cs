using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Statistics;

/// <summary>
/// The German sentences about participation, the same on page and PDF. Who was there is not recorded, so they speak of registrations.
/// </summary>
static class ParticipationWords
{
    const string Basis = "Gezählt sind Anmeldungen mit Platz, abzüglich Absagen";

    public static string Of(Participation participation)
    {
        var told = string.Create(Berlin.German, $"Angemeldet waren rund {participation.Total:#,0} Personen{ModesOf(participation)}. {Basis}; ")
            + $"alle Zahlen sind auf {DisclosureThreshold.Minimum} gerundet.";
        return participation.Sectors is null
            ? $"{told} Nach Branche ist die Zahl nicht aufgeteilt, weil einzelne Personen erkennbar sein könnten."
            : told + ExplanationOf(participation.Sectors, "Branchen");
    }

    public static string Of(YearParticipation participation)
    {
        var sessions = participation.Sessions == 1 ? "einem Termin" : $"{participation.Sessions} Terminen";
        var told = string.Create(Berlin.German, $"Zu {sessions} haben sich{(participation.Sessions == 1 ? "" : " zusammen")} rund {participation.Total:#,0} Personen angemeldet; ")
            + "wer sich mehrmals angemeldet hat, ist mehrmals gezählt. "
            + $"{Basis}, aus Terminen mit mindestens {DisclosureThreshold.Minimum} Angemeldeten; zusammengezählt sind die auf {DisclosureThreshold.Minimum} "
            + "gerundeten Zahlen der Termine." + ModesOf(participation);
        return participation.Sectors is { } sectors
            ? told + ExplanationOf(sectors, "Branchen") + OfRegions(participation.Regions)
            : $"{told} Branchen und Regionen stehen hier, wenn das Jahr abgeschlossen ist.";
    }

    static string ModesOf(Participation participation) => participation.Modes is { } modes
        ? string.Create(Berlin.German, $", davon rund {modes.OnSite:#,0} vor Ort und rund {modes.Online:#,0} online") : "";

    static string ModesOf(YearParticipation participation) => participation.Modes is { } modes
        ? string.Create(Berlin.German, $" Bei Terminen mit eigenen Plätzen vor Ort und online waren rund {modes.OnSite:#,0} vor Ort ")
            + string.Create(Berlin.German, $"und rund {modes.Online:#,0} online angemeldet.")
        : "";

    static string OfRegions(IReadOnlyList<PublicCount>? regions) => regions is null
        ? " Nach Region ist die Zahl nicht aufgeteilt, weil einzelne Personen erkennbar sein könnten."
        : $" Die Zahlen der Regionen sind genau.{ExplanationOf(regions, "Regionen")}";

    /// <summary>What the line of the others means; nothing if there is none.</summary>
    static string ExplanationOf(IReadOnlyList<PublicCount> counts, string groups) =>
        counts.Any(count => count.Name == Breakdown.Others)
            ? $" Unter „{Breakdown.Others}“ stehen {groups} mit weniger als {DisclosureThreshold.Minimum} Angemeldeten und, wo es sonst zu wenige "
            + "wären, die nächstgrößere."
            : "";
}
