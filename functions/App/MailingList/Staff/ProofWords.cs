using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>A proof in German words, the same on page and PDF.</summary>
static class ProofWords
{
    public const string Title = "Einwilligungen in den Newsletter";
    public const string None = "Diese Adresse hat nie eingewilligt.";

    public static string StateOf(ConsentProof proof) => proof switch
    {
        { State: SubscriberState.Active } => "Die Adresse bekommt den Newsletter.",
        { State: SubscriberState.Left, LeftAt: { } left } => $"Die Adresse hat den Newsletter am {Berlin.Moment(left)} abbestellt.",
        _ => "Für die Adresse wurde der Newsletter bestellt, aber noch nicht bestätigt.",
    };

    public static string HeadingOf(Consent consent) => $"Einwilligung vom {Berlin.Moment(consent.ConfirmedAt)}";

    public static IEnumerable<(string Term, string Text)> FactsOf(Consent consent) =>
    [
        ("Wortlaut", consent.Text),
        ("Fassung", consent.Wording.Length > 0 ? consent.Wording : "nicht von dieser Website"),
        ("Auswahl", consent.Choice),
        ("Bestellt", $"{Berlin.Moment(consent.AskedAt)}; {consent.AskedFrom}"),
        ("Bestätigt", $"{Berlin.Moment(consent.ConfirmedAt)}; {consent.ConfirmedBy}"),
    ];
}
