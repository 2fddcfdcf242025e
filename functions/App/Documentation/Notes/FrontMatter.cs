using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>The lines between <c>---</c> at the head of notes: <c>titel</c>, where it differs from the programme's, and <c>status</c>.</summary>
static class FrontMatter
{
    /// <param name="yaml">The lines between the markers.</param>
    /// <param name="firstLine">The line of the file in which they begin.</param>
    /// <param name="remarks">Take what is wrong.</param>
    public static NotesHead Read(string yaml, int firstLine, Remarks remarks)
    {
        var head = NotesHead.None;
        foreach (var (key, value) in Entries(yaml, firstLine, remarks))
        {
            var line = firstLine + (int)key.Start.Line - 1;
            var text = (value as YamlScalarNode)?.Value?.Trim() ?? "";
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

    static IEnumerable<(YamlScalarNode Key, YamlNode Value)> Entries(string yaml, int firstLine, Remarks remarks)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is not [var document, ..]) return [];
            if (document.RootNode is YamlMappingNode mapping) return [.. mapping.Children.Where(entry => entry.Key is YamlScalarNode).Select(entry => ((YamlScalarNode)entry.Key, entry.Value))];

            remarks.Refuse(firstLine, "Zwischen den Zeilen „---“ werden Angaben wie „titel: …“ oder „status: entwurf“ erwartet.");
        }
        catch (YamlException wrong)
        {
            remarks.Refuse(firstLine + (int)wrong.Start.Line - 1, "Die Angaben zwischen den Zeilen „---“ sind nicht lesbar. Erwartet wird je Zeile ein Feld, zum Beispiel „titel: Sprache im Betrieb“; Texte mit Doppelpunkt in Anführungszeichen.");
        }

        return [];
    }
}
