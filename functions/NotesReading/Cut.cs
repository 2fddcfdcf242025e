namespace ThaffFunctions.NotesReading;

/// <summary>Shortens text for display.</summary>
public static class Cut
{
    /// <summary>At most so many characters; a shortened text ends with an ellipsis. Surrogate pairs are not split.</summary>
    public static string To(string text, int letters)
    {
        if (text.Length <= letters) return text;

        var end = letters - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + "…";
    }
}
