using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Applying;

/// <summary>
/// The page after registering. It is made from its address alone, which says the same to everybody who sent the same form at that moment.
/// </summary>
/// <param name="Session">What was applied for; null if the address names no session.</param>
/// <param name="Seats">How many seats there were, as the answer to a program has it: available, waitingList or toldByMail.</param>
/// <param name="Newsletter">Whether the newsletter was asked for.</param>
/// <param name="Persons">How many were registered.</param>
public sealed record ThanksModel(Session? Session, string Seats, bool Newsletter, int Persons) : IModelOf<ThanksPage>
{
    /// <summary>The page's own, in German.</summary>
    public required string Address { get; init; }

    public const string Path = "/anmeldung/danke";

    public const string Available = "available";
    public const string WaitingList = "waitingList";
    public const string ToldByMail = "toldByMail";

    public static string AddressOf(SessionId session, Availability seats, RegistrationFields typed) =>
        $"{Path}?termin={session}&plaetze={WordOf(seats)}{(typed.Newsletter ? "&newsletter=ja" : null)}"
        + (typed.Persons > 1 ? $"&personen={typed.Persons}" : null);

    public static string WordOf(Availability seats) => seats switch
    {
        Availability.Open => Available,
        Availability.ToldByMail => ToldByMail,
        _ => WaitingList,
    };
}
