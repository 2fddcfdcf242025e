using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Word.Text;

namespace ThaffFunctions.NotesReading.Word.Drawings;

/// <summary>
/// Turns a picture into a figure. A picture that cannot be shown is named in the text; one without an alternative text, or with one that
/// says nothing, gets a provisional one.
/// </summary>
sealed class FigureMaker(WordContext context)
{
    public IEnumerable<Part> Make(DrawnPicture drawn)
    {
        if (drawn.Id is null || !context.Part.TryGetPartById(drawn.Id, out var image))
        {
            context.Remarks.Hint(AddressOf(drawn) is not { } address
                ? "Zu einem Bild fehlt die Datei."
                : $"Das Bild „{address}“ ist nur verknüpft und wird nicht geladen. In Word hilft: „Datei“, „Informationen“, "
                + "„Verknüpfungen mit Dateien bearbeiten“, „Bild im Dokument speichern“.");
            return Missing(drawn);
        }

        var found = context.Pictures.Find(image!, drawn.Crop);
        if (found.Picture is { } picture) return [Part.Of(Figure(picture, drawn))];

        if (found.IsRefused)
            context.Remarks.Refuse($"Das Bild „{found.Name}“: {found.Problem}");
        else
            context.Remarks.Hint($"Das Bild „{found.Name}“: {found.Problem}");
        return Missing(drawn);
    }

    Figure Figure(Picture picture, DrawnPicture drawn)
    {
        var said = drawn.Alternative;
        var figure = new Figure
        {
            Image = picture.Bytes,
            Width = drawn.Width is { } width ? Math.Clamp(width / (double)context.TextWidth, 0.05, 1) : null
        };
        if (drawn.Turned % 360 != 0)
            context.Remarks.Hint($"Das Bild „{picture.Name}“ ist in Word um {drawn.Turned}° gedreht. Bitte prüfen, ob es richtig steht; "
                + "sonst hilft es, die Bilddatei vor dem Einfügen zu drehen.");
        if (said.IsDecorative) return figure with { Decorative = true };

        if (said.Text.Length == 0)
            context.Remarks.Hint((said.Rejected.Length == 0 ? RemarkTexts.NoAlternativeText(picture.Name)
                : RemarkTexts.EmptyAlternativeText(picture.Name, said.Rejected)) + " In Word: rechte Maustaste, „Alternativtext anzeigen“.");
        else if (said.IsMadeUp)
            context.Remarks.Hint($"Das Bild „{picture.Name}“ hat einen Alternativtext, den Word selbst erzeugt hat: „{said.Text}“. "
                + "Bitte prüfen.");
        return said.Text.Length > 0 ? figure with { AlternativeText = said.Text } : context.StandIns.Described(figure, picture.Name);
    }

    IEnumerable<Part> Missing(DrawnPicture drawn) => drawn.Alternative.IsDecorative
        ? [Part.Of("")]
        : context.StandIns.For(context.StandIns.Picture, drawn.Alternative.Text).Select(text => Part.Of(text));

    /// <summary>Null if the picture is neither in the file nor linked.</summary>
    string? AddressOf(DrawnPicture drawn) => (drawn.Link ?? drawn.Id) is { } id ? context.Addresses.Find(context.Part, id) : null;
}
