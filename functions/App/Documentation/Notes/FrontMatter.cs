using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>The lines between <c>---</c> at the head of notes: <c>titel</c>, where it differs from the programme's, and <c>status</c>.</summary>
static partial class FrontMatter
{
    /// <summary>YAML nests, and each level costs a piece of the stack: a head of a few lines cannot exhaust it.</summary>
    const int MaxLetters = 4_000;

    /// <summary>How far down the file a head that is none may still be meant as one.</summary>
    const int MaxLinesBefore = 10;

    /// <param name="yaml">The lines between the markers.</param>
    /// <param name="firstLine">The line of the file in which they begin.</param>
    /// <param name="remarks">Take what is wrong.</param>
    public static NotesHead Read(string yaml, int firstLine, Remarks remarks)
    {
        var head = NotesHead.None;
        foreach (var (key, value) in Entries(yaml, firstLine, remarks))
        {
            var line = firstLine + (int)key.Start.Line - 1;
            var text = string.Join(' ', ((value as YamlScalarNode)?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            switch (key.Value?.ToLowerInvariant())
            {
                case "titel" or "title":
                    head = head with { Title = text };
                    if (text.Length is 0 or > NotesHead.MaxTitle)
                        remarks.Refuse(line, "titel", $"Erwartet werden 1 bis {NotesHead.MaxTitle} Zeichen. Ohne diese Zeile gilt der Titel aus dem Programm.");
                    break;
                case "status":
                    head = head with { IsDraft = NotesHead.IsDraftBy(text) ?? false };
                    if (NotesHead.IsDraftBy(text) is null)
                        remarks.Refuse(line, "status", $"„{text}“ ist nicht bekannt. Erwartet wird „entwurf“ (bleibt unveröffentlicht) oder „fertig“.");
                    break;
                default:
                    remarks.Hint(line, $"Das Feld „{key.Value}“ im Kopf der Mitschrift ist nicht bekannt und wird nicht gezeigt. Bekannt sind „titel“ und „status“.");
                    break;
            }
        }

        return head;
    }

    /// <summary>For notes without a head: a draft must not become public because its head is not closed, comes after an empty line or lacks its markers.</summary>
    public static NotesHead Missing(string text, Remarks remarks)
    {
        var line = Array.FindIndex([.. text.ReplaceLineEndings("\n").Split('\n', MaxLinesBefore + 1).Take(MaxLinesBefore)], Draft().IsMatch) + 1;
        if (line > 0)
            remarks.Refuse(line, "status", "Die Angabe gilt nur zwischen zwei Zeilen „---“ ganz am Anfang der Datei; so lässt sich nicht sicher sagen, ob dies ein Entwurf ist.");
        return NotesHead.None;
    }

    static IEnumerable<(YamlScalarNode Key, YamlNode Value)> Entries(string yaml, int firstLine, Remarks remarks)
    {
        if (yaml.Length > MaxLetters)
        {
            remarks.Refuse(firstLine, $"Zwischen den Zeilen „---“ stehen mehr als {MaxLetters} Zeichen. Erwartet werden dort nur „titel“ und „status“.");
            return [];
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is not [var document, ..]) return [];
            if (document.RootNode is YamlMappingNode mapping) return [.. mapping.Children.Where(entry => entry.Key is YamlScalarNode).Select(entry => ((YamlScalarNode)entry.Key, entry.Value))];

            remarks.Refuse(firstLine, "Zwischen den Zeilen „---“ werden Angaben wie „titel: …“ oder „status: entwurf“ erwartet.");
        }
        catch (YamlException twice) when (twice.Message.Contains("Duplicate key", StringComparison.OrdinalIgnoreCase))
        {
            remarks.Refuse(firstLine + (int)twice.Start.Line - 1, "Zwischen den Zeilen „---“ steht ein Feld zweimal. Erwartet wird jedes höchstens einmal.");
        }
        catch (YamlException wrong)
        {
            remarks.Refuse(firstLine + (int)wrong.Start.Line - 1, "Die Angaben zwischen den Zeilen „---“ sind nicht lesbar. Erwartet wird je Zeile ein Feld, zum Beispiel „titel: Sprache im Betrieb“; Texte mit Doppelpunkt in Anführungszeichen.");
        }

        return [];
    }

    [GeneratedRegex(@"^\W*status\W+(entwurf|draft)\W*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Draft();
}
