namespace ThaffFunctions.Shared.Text;

static class Truncation
{
    /// <summary>
    /// The length of the part that begins at an index: at most so many UTF-16 units, and it does not end inside a surrogate pair.
    /// </summary>
    public static int Length(string text, int start, int most)
    {
        if (text.Length - start <= most) return text.Length - start;
        return most > 1 && char.IsHighSurrogate(text[start + most - 1]) ? most - 1 : most;
    }

    /// <summary>A text of at most so many UTF-16 units; what is cut off is replaced by an ellipsis.</summary>
    public static string Shortened(string text, int most) => text.Length <= most ? text : $"{text[..Length(text, 0, most - 1)]}…";
}
