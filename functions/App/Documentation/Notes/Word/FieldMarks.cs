using DocumentFormat.OpenXml;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>Follows the marks that fields begin, part and end with, and says what of a field is missed.</summary>
sealed class FieldMarks(FieldStack fields, WordRemarks remarks)
{
    /// <summary>The text a mark stands for, mostly none; null if the element is no mark.</summary>
    public string? Read(OpenXmlElement element)
    {
        switch (element.LocalName, element.Value("fldCharType"))
        {
            case ("fldChar", "begin"):
                fields.Begin(element);
                return "";
            case ("fldChar", "separate"):
                if (fields.Separate() is { } named && fields.ShowsAround) Notice(named);
                return "";
            case ("fldChar", "end"):
                return fields.End() is { } ended && fields.Shows ? TextOf(ended.Field, ended.HadResult, ended.Begin) : "";
            case ("instrText", _):
                fields.Instruct(element.InnerText);
                return "";
            default:
                return null;
        }
    }

    public void Notice(Field field)
    {
        if (field.Name == "TOC" && !field.ListsFigures) remarks.TellContents();
        if (field.ListsFigures) remarks.HintOnce("Ein Verzeichnis der Abbildungen oder Tabellen wurde weggelassen; die Seitenzahlen sind andere.");
        if (field.Name is "INDEX" or "TOA") remarks.Hint("Ein Stichwortverzeichnis wurde nicht übernommen; die Seitenzahlen sind andere.");
        if (field.CountsPages) remarks.Hint("Ein Verweis nennt eine Seitenzahl des Word-Dokuments; im PDF sind die Seiten andere. Besser ist ein Verweis auf die Überschrift.");
    }

    string TextOf(Field field, bool hadResult, OpenXmlElement begin)
    {
        if (field.OwnText(begin) is { } text) return text;

        if (!hadResult && !field.IsLeftOut && field.Name.Length > 0)
            remarks.Hint($"Ein Feld ({field.Name}) hat kein Ergebnis und wurde nicht übernommen. In Word hilft: Feld markieren, F9 drücken.");
        return "";
    }
}
