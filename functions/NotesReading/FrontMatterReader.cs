using System.Text.RegularExpressions;
using ThaffFunctions.NotesReading.Languages;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// Reads the lines between <c>---</c> at the top of notes: <c>titel</c> (if it differs from the title in the programme), <c>status</c> and
/// <c>sprache</c>.
/// </summary>
static partial class FrontMatterReader
{
    /// <summary>The YAML parser recurses, so that deep nesting could overflow the stack; this length limits the depth.</summary>
    const int MaxLetters = 4_000;

    /// <summary>A status line within so many lines after the head is taken for a misplaced head.</summary>
    const int MaxLinesBefore = 10;

    const string Title = "titel", Status = "status", Language = "sprache";

    /// <param name="yaml">The text between the markers.</param>
    /// <param name="firstLine">The line of the file in which it begins.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="remarks">Take what is wrong.</param>
    public static NotesMetadata Read(string yaml, int firstLine, string text, Remarks remarks)
    {
        var entries = Entries(yaml, firstLine, remarks);
        if (!entries.Any(entry => NameOf(entry.Key) == Status)) RefuseDraftBelow(firstLine - 1 + yaml.Split('\n').Length, text, remarks);
        foreach (var (key, value) in entries.Where(entry => entry.Value is YamlScalarNode { Style: ScalarStyle.Plain }))
        {
            if (YamlComment.CutsOff(yaml, value.End.Index))
                remarks.Refuse(firstLine + (int)value.End.Line - 1, NameOf(key), YamlComment.Expected);
        }

        return Read(entries, firstLine, remarks);
    }

    /// <summary>
    /// For notes without a head. A draft must not be published because its head is not closed, follows an empty line or lacks its markers.
    /// </summary>
    public static NotesMetadata Missing(string text, Remarks remarks)
    {
        RefuseDraftBelow(0, text, remarks);
        return NotesMetadata.None;
    }

    static NotesMetadata Read(IEnumerable<(YamlScalarNode Key, YamlNode Value)> entries, int firstLine, Remarks remarks)
    {
        var head = NotesMetadata.None;
        foreach (var (key, value) in entries)
        {
            var line = LineOf(key, firstLine);
            var text = string.Join(' ',
                ((value as YamlScalarNode)?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            switch (NameOf(key))
            {
                case Title:
                    head = head with { Title = text };
                    if (text.Length is 0 or > NotesMetadata.MaxTitle)
                        remarks.Refuse(line, Title, $"Erwartet werden 1 bis {NotesMetadata.MaxTitle} Zeichen. Ohne diese Zeile gilt der "
                            + "Titel aus dem Programm.");
                    break;
                case Status:
                    head = head with { IsDraft = NotesMetadata.IsDraftBy(text) ?? false, IsFinal = NotesMetadata.IsDraftBy(text) is false };
                    if (NotesMetadata.IsDraftBy(text) is null)
                        remarks.Refuse(line, Status, $"„{text}“ ist nicht bekannt. Erwartet wird „entwurf“ (bleibt unveröffentlicht) "
                            + "oder „fertig“.");
                    break;
                case Language:
                    head = head with { Language = LanguageTag.Parse(text) };
                    if (head.Language is null) remarks.Refuse(line, Language, RemarkTexts.LanguageTag(text));
                    break;
                default:
                    remarks.Hint(line, $"Das Feld „{key.Value}“ im Kopf der Mitschrift ist nicht bekannt und wird nicht gezeigt. "
                        + "Bekannt sind „titel“, „status“ und „sprache“.");
                    break;
            }
        }

        return head;
    }

    static void RefuseDraftBelow(int headLines, string text, Remarks remarks)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', headLines + MaxLinesBefore + 1).Skip(headLines).Take(MaxLinesBefore);
        var line = Array.FindIndex([.. lines], Draft().IsMatch) + 1;
        if (line > 0)
            remarks.Refuse(headLines + line, Status,
                "Die Angabe gilt nur zwischen zwei Zeilen „---“ ganz am Anfang der Datei; so lässt sich nicht sicher sagen, ob dies ein "
                + "Entwurf ist.");
    }

    static IReadOnlyList<(YamlScalarNode Key, YamlNode Value)> Entries(string yaml, int firstLine, Remarks remarks)
    {
        if (yaml.Length > MaxLetters)
        {
            remarks.Refuse(firstLine, $"Zwischen den Zeilen „---“ stehen mehr als {MaxLetters} Zeichen. Erwartet werden dort nur "
                + "„titel“, „status“ und „sprache“.");
            return [];
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is not [var document, ..]) return [];
            if (document.RootNode is YamlMappingNode mapping)
                return Once([.. mapping.Children.Where(entry => entry.Key is YamlScalarNode)
                    .Select(entry => ((YamlScalarNode)entry.Key, entry.Value))], firstLine, remarks);

            remarks.Refuse(firstLine, "Zwischen den Zeilen „---“ werden Angaben wie „titel: …“ oder „status: entwurf“ erwartet.");
        }
        catch (YamlException twice) when (twice.Message.Contains("Duplicate key", StringComparison.OrdinalIgnoreCase))
        {
            RefuseRepeated(firstLine + (int)twice.Start.Line - 1, remarks);
        }
        catch (YamlException wrong)
        {
            if (YamlComment.Find(yaml) is { } cut) remarks.Refuse(firstLine + yaml.AsSpan(0, cut).Count('\n'), YamlComment.Expected);
            else remarks.Refuse(firstLine + (int)wrong.Start.Line - 1,
                "Die Angaben zwischen den Zeilen „---“ sind nicht lesbar. Erwartet wird je Zeile ein Feld, zum Beispiel „titel: Sprache "
                + "im Betrieb“; Texte mit Doppelpunkt in Anführungszeichen.");
        }

        return [];
    }

    /// <summary>
    /// YAML is case-sensitive: <c>Status</c> and <c>status</c> would be two fields. People mean one, so that two are refused as a
    /// repetition.
    /// </summary>
    static IReadOnlyList<(YamlScalarNode Key, YamlNode Value)> Once(IReadOnlyList<(YamlScalarNode Key, YamlNode Value)> entries,
        int firstLine, Remarks remarks)
    {
        if (entries.GroupBy(entry => NameOf(entry.Key)).FirstOrDefault(same => same.Skip(1).Any()) is not { } repeated) return entries;

        RefuseRepeated(LineOf(repeated.ElementAt(1).Key, firstLine), remarks);
        return [];
    }

    static void RefuseRepeated(int line, Remarks remarks) =>
        remarks.Refuse(line, "Zwischen den Zeilen „---“ steht ein Feld zweimal. Erwartet wird jedes höchstens einmal.");

    static string NameOf(YamlScalarNode key) => key.Value?.ToLowerInvariant() switch
    {
        "title" => Title,
        "lang" or "language" => Language,
        var name => name ?? "",
    };

    static int LineOf(YamlScalarNode key, int firstLine) => firstLine + (int)key.Start.Line - 1;

    [GeneratedRegex(@"^\W*status\W+(entwurf|draft)\W*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Draft();
}
