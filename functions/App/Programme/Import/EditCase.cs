namespace ThaffFunctions.Programme.Import;

/// <summary>A field that staff had edited on their pages, and of which a file says something else.</summary>
/// <param name="Session">The session.</param>
/// <param name="Field">The field.</param>
/// <param name="Edited">What staff wrote.</param>
/// <param name="InFile">What the file says.</param>
/// <param name="IsKept">The file says what it said before: the edit holds. Otherwise the file says something new, and that holds.</param>
sealed record EditCase(SessionId Session, SessionField Field, string Edited, string InFile, bool IsKept)
{
    public override string ToString()
    {
        var (edited, inFile) = (SessionText.Shown(Field, Edited), SessionText.Shown(Field, InFile));
        return $"{Session}, {FieldNames.NameOf(Field, german: true)}: " + (IsKept
            ? $"Die Bearbeitung „{edited}“ gilt weiter; in der zuvor übernommenen Datei stand auch schon „{inFile}“. Soll das gelten, "
                + "ändern Sie es auf der Seite des Termins."
            : $"Die Datei sagt jetzt „{inFile}“; das gilt anstelle der Bearbeitung „{edited}“.");
    }
}
