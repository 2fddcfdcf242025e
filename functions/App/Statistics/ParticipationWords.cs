using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Statistics;

/// <summary>The sentences around participation, the same on page and PDF.</summary>
static class ParticipationWords
{
    const string Basis = "Gezählt sind Anmeldungen mit Platz, abzüglich Abmeldungen.";

    public static string Of(Participation participation) => participation switch
    {
        { Total.Count: null } => $"Teilgenommen haben weniger als {SmallCounts.Limit} Personen. {Basis}",
        { Sectors: null } => $"Teilgenommen haben {participation.Total} Personen. {Basis} Nach Branche ist die Zahl nicht aufgeteilt, "
            + "weil einzelne Personen erkennbar wären.",
        _ => $"Teilgenommen haben {participation.Total} Personen. {Basis}",
    };

    public static string Of(YearParticipation participation)
    {
        var sessions = participation.Sessions == 1 ? "einen Termin" : $"{participation.Sessions} Termine";
        return string.Create(Berlin.German, $"Über {sessions} zusammen haben {participation.Total:#,0} Personen teilgenommen; wer "
            + $"mehrmals kam, ist mehrmals gezählt. {Basis}");
    }

    /// <summary>What the signs in a breakdown mean; null if there are none.</summary>
    public static string? ExplanationOf(IReadOnlyList<PublicCount>? counts)
    {
        var hidden = counts?.Where(count => count.Count is null).ToLookup(count => count.IsSmall);
        return (hidden?[true].Any(), hidden?[false].Any()) switch
        {
            (true, true) => $"Zahlen unter {SmallCounts.Limit} stehen als „<{SmallCounts.Limit}“ da. Ein Strich steht, wo sich eine "
                + "davon sonst errechnen ließe.",
            (true, _) => $"Zahlen unter {SmallCounts.Limit} stehen als „<{SmallCounts.Limit}“ da.",
            (_, true) => "Ein Strich steht, wo sich kleine Zahlen sonst errechnen ließen.",
            _ => null,
        };
    }
}
