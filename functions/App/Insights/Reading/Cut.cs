namespace ThaffFunctions.Insights.Reading;

static class Cut
{
    /// <summary>At most so many letters, the last an ellipsis where some are left out; never half a character.</summary>
    public static string To(string text, int letters)
    {
        if (text.Length <= letters) return text;

        var end = letters - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + "…";
    }
}
