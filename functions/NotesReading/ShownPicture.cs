namespace ThaffFunctions.NotesReading;

/// <summary>A picture as the notes name it.</summary>
/// <param name="Address">As written.</param>
/// <param name="Line">Where, counted from 1.</param>
public readonly record struct ShownPicture(string Address, int Line);
