namespace ThaffFunctions.Shared.Web;

/// <summary>A page that says one thing: not found, over, thank you.</summary>
public sealed record Message(string Title, params IReadOnlyList<string> Paragraphs) : IModelOf<MessagePage>
{
    public static readonly Message NotFound = new("Seite nicht gefunden",
        "Unter dieser Adresse gibt es nichts. Vielleicht hilft das Programm weiter.");

    /// <summary>The same for every token that does not work, whatever the reason: nobody learns from it.</summary>
    public static readonly Message LinkUnusable = new("Dieser Link gilt nicht (mehr)",
        "Vielleicht ist er abgelaufen oder wurde beim Kopieren abgeschnitten. Öffnen Sie bitte den vollständigen Link aus Ihrer E-Mail.");
}
