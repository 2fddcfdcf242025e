namespace ThaffFunctions.Programme;

/// <summary>
/// <c>YYYY-MM-slug</c>: lower-case letters, digits and hyphens, at most 60 characters; partition key, path and file name.
/// </summary>
public readonly partial record struct SessionId
{
    SessionId(string value) => Value = value;

    public string Value { get; }

    /// <summary>The year in the id; the documentation is stored under it.</summary>
    public int Year => int.Parse(Value.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);

    public override string ToString() => Value;

    public static SessionId? Parse(string? text) => text is { Length: <= 60 } && Form().IsMatch(text) ? new SessionId(text) : null;

    /// <summary>What is wrong with a text that looks like an id, in German; null where it looks like none or is one.</summary>
    public static string? WhyImpossible(string text)
    {
        if (Parse(text) is not null || !LooksLikeId().IsMatch(text)) return null;

        return text[..2] != "20" ? $"„{text[..4]}“ ist kein Jahr dieses Jahrhunderts."
            : text[5..7] is var month && (string.CompareOrdinal(month, "01") < 0 || string.CompareOrdinal(month, "12") > 0)
                ? $"Einen Monat „{month}“ gibt es nicht."
            : text.Length > 60 ? "Sie hat mehr als 60 Zeichen."
            : "Erlaubt sind nach Jahr und Monat nur Kleinbuchstaben ohne Umlaute, Ziffern und einzelne Bindestriche.";
    }

    [System.Text.RegularExpressions.GeneratedRegex("^[0-9]{4}-[0-9]{2}-.")]
    private static partial System.Text.RegularExpressions.Regex LooksLikeId();

    [System.Text.RegularExpressions.GeneratedRegex("^20[0-9]{2}-(0[1-9]|1[0-2])-[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial System.Text.RegularExpressions.Regex Form();
}
