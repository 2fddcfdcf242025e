namespace ThaffFunctions.Operations.Failures;

/// <summary>What is wrong with a file, for people.</summary>
/// <param name="Line">Counted from 1; null where it concerns the whole file.</param>
/// <param name="Field">The field as written in the file; null for none.</param>
/// <param name="Text">What is wrong and what is expected, in German.</param>
public sealed record FileProblem(int? Line, string? Field, string Text)
{
    /// <summary>Whose line it is, as the file names it; null for none.</summary>
    public string? Entry { get; init; }

    public override string ToString() => (Line, Field) switch
    {
        (null, null) => Text,
        (null, _) => $"Feld „{Field}“: {Text}",
        (_, null) => $"{Place}: {Text}",
        _ => $"{Place}, Feld „{Field}“: {Text}",
    };

    string Place => Entry is null ? $"Zeile {Line}" : $"Zeile {Line} ({Entry})";
}
