namespace ThaffFunctions.Shared.Web;

/// <summary>A page with a short message, such as "not found" or "thank you".</summary>
public sealed record Message(string Title, params IReadOnlyList<string> Paragraphs) : IModelOf<MessagePage>
{
    /// <summary>What was typed into the form that is answered; null for other messages.</summary>
    public TypedInput? Typed { get; init; }

    /// <summary>Where to go on from here.</summary>
    public IReadOnlyList<(string Address, string Text)> Links { get; init; } = [("/", "Zum Programm")];

    public static readonly Message NotFound = new("Seite nicht gefunden",
        "Unter dieser Adresse gibt es nichts. Vielleicht ist sie unvollständig, oder die Seite wurde entfernt. Hier geht es weiter:")
    {
        Links = [("/", "Programm mit allen Terminen"), ("/dokumentation", "Dokumentation der vergangenen Termine"),
            ("/newsletter", "Newsletter bestellen")],
    };

    /// <summary>The same message for every invalid token, so that it does not reveal the reason.</summary>
    public static readonly Message LinkUnusable = new("Dieser Link gilt nicht (mehr)",
        "Vielleicht ist er abgelaufen oder wurde beim Kopieren abgeschnitten. Öffnen Sie bitte den vollständigen Link aus Ihrer E-Mail.");
}
