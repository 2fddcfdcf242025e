namespace ThaffFunctions.NotesReading.Lists;

/// <summary>
/// Recognises an ordinal that begins a line only because the line before it is full: "kommen im / 1. Quartal". An article or a preposition
/// stands before it, which never ends a sentence.
/// </summary>
static class Ordinals
{
    static readonly HashSet<string> Before = new(StringComparer.OrdinalIgnoreCase)
    {
        "der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen", "einer", "eines", "am", "im", "zum", "zur", "vom",
        "beim", "ab", "bis", "in", "seit", "und", "oder", "sowie", "the",
    };

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = Before.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a number that begins the next line goes on with this one.</summary>
    public static bool Follow(ReadOnlySpan<char> line)
    {
        var text = line.TrimEnd();
        return Words.Contains(text[(text.LastIndexOfAny(" \t\u00A0") + 1)..]);
    }
}
