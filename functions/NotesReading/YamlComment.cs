namespace ThaffFunctions.NotesReading;

/// <summary>
/// Comments in YAML that are probably text: <c>title: Platz #1</c> has the value <c>Platz</c>, since <c>#</c> after a space begins a
/// comment unless the value is quoted (YAML 1.2, 6.6).
/// </summary>
public static class YamlComment
{
    /// <summary>What is expected instead, in German.</summary>
    public const string Expected = "Hinter einem Leerzeichen beginnt mit „#“ eine Anmerkung, die nicht zum Text gehört; der Rest der Zeile "
        + "ginge verloren. Gehört er dazu, bitte den ganzen Text in Anführungszeichen setzen; eine Anmerkung beginnt mit „# “.";

    /// <summary>Whether such a comment follows on the same line.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="end">Where the unquoted value ends.</param>
    public static bool CutsOff(ReadOnlySpan<char> yaml, long end)
    {
        var rest = yaml[(int)Math.Clamp(end, 0, yaml.Length)..];
        var comment = rest.TrimStart(" \t");
        return comment.Length < rest.Length && IsText(comment);
    }

    /// <summary>The place of the first such comment in a part of the text that could not be parsed; null if there is none.</summary>
    public static int? Find(ReadOnlySpan<char> yaml)
    {
        for (var at = 1; at < yaml.Length; at++)
        {
            if (yaml[at - 1] is not (' ' or '\t') || !IsText(yaml[at..])) continue;
            if (!yaml[(yaml[..at].LastIndexOf('\n') + 1)..at].IsWhiteSpace()) return at;
        }

        return null;
    }

    static bool IsText(ReadOnlySpan<char> comment) => comment.Length > 1 && comment[0] == '#' && !char.IsWhiteSpace(comment[1]);
}
