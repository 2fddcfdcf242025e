using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Shared.Web.Pages;

/// <summary>A page with a short message, such as "not found" or "thank you".</summary>
public sealed record Message(string Title, params IReadOnlyList<string> Paragraphs) : IModelOf<MessagePage>
{
    /// <summary>What was typed into the form that is answered; null for other messages.</summary>
    public TypedInput? Typed { get; init; }

    /// <summary>Where to go on from here.</summary>
    public IReadOnlyList<(string Address, string Text)> Links { get; init; } = [("/", "Zum Programm")];

    public static readonly Message NotFound = NotFoundIn(Language.German);

    public static Message NotFoundIn(Language language) => new(language.Say("Seite nicht gefunden", "Page not found"),
        language.Say(
            "Unter dieser Adresse gibt es nichts. Vielleicht ist sie unvollständig, oder die Seite wurde entfernt. Hier geht es weiter:",
            "There is nothing at this address. It may be incomplete, or the page may have been removed. You can continue from here:"))
    {
        Links =
        [
            (language.PathOf("/"), language.Say("Programm mit allen Terminen", "Programme with all sessions")),
            ("/dokumentation", language.Say("Dokumentation der vergangenen Termine", "Documentation of past sessions (in German)")),
            (language.PathOf("/newsletter"), language.Say("Newsletter bestellen", "Subscribe to the newsletter")),
        ],
    };

    /// <summary>The same message for every invalid token, so that it does not reveal the reason.</summary>
    public static Message LinkUnusable(Language language) => In(language,
        new("Dieser Link gilt nicht (mehr)", "This link is not valid"),
        new("Vielleicht ist er abgelaufen oder wurde beim Kopieren abgeschnitten. Öffnen Sie bitte den vollständigen Link aus Ihrer E-Mail.",
            "It may have expired, or have been cut off when it was copied. Please open the complete link in your e-mail."));

    public static Message In(Language language, Bilingual title, Bilingual first, Bilingual? second = null) =>
        new(language.Say(title), second is null ? [language.Say(first)] : [language.Say(first), language.Say(second)])
        {
            Links = [(language.PathOf("/"), language.Say("Zum Programm", "Go to the programme"))],
        };
}
