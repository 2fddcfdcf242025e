namespace ThaffFunctions.NotesReading;

/// <summary>Something staff should know about notes.</summary>
/// <param name="Line">Counted from 1; null where it concerns the whole file, or the format has no lines.</param>
/// <param name="Field">The field as written in the file; null for none.</param>
/// <param name="Text">What is wrong and what is expected, in German.</param>
public sealed record Remark(int? Line, string? Field, string Text)
{
    public override string ToString() => (Line, Field) switch
    {
        (null, null) => Text,
        (null, _) => $"Feld „{Field}“: {Text}",
        (_, null) => $"Zeile {Line}: {Text}",
        _ => $"Zeile {Line}, Feld „{Field}“: {Text}",
    };
}
