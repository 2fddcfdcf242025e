using System.Globalization;

namespace ThaffFunctions.NotesReading;

/// <summary>Cuts texts between what people see as characters (text elements, UAX #29).</summary>
public static class Cut
{
    /// <summary>A text of at most so many UTF-16 units; what is cut off is replaced by an ellipsis.</summary>
    public static string To(string text, int most) => text.Length <= most ? text : text[..Length(text, 0, most - 1)].TrimEnd() + "…";

    /// <summary>
    /// The length of the part that begins at an index: at most so many UTF-16 units. Only a text element that is longer than that is itself
    /// cut, between surrogate pairs.
    /// </summary>
    public static int Length(string text, int start, int most)
    {
        if (text.Length - start <= most) return text.Length - start;

        var length = 0;
        for (int next; length < most; length += next)
        {
            next = StringInfo.GetNextTextElementLength(text, start + length);
            if (length + next > most) break;
        }

        if (length > 0) return length;
        return most > 1 && char.IsHighSurrogate(text[start + most - 1]) ? most - 1 : most;
    }
}
