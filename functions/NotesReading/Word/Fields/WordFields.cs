using System.Text;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Fields;

/// <summary>
/// Follows the fields of one text while it is read, and tells what of them is not carried over. A field has an instruction and a result
/// (ISO/IEC 29500-1, 17.16); it may begin and end in different paragraphs, and stand inside another one.
/// </summary>
sealed class WordFields(WordRemarks remarks)
{
    readonly Stack<OpenField> open = new();
    readonly HashSet<string> merged = [];
    IReadOnlySet<OpenXmlElement> broken = new HashSet<OpenXmlElement>();

    /// <summary>Whether text is shown: of a field only the result is.</summary>
    public bool ShowsText => open.All(ShowsResult);

    /// <summary>The target of the innermost open field that is a link.</summary>
    public LinkTarget? Link => open.Select(one => one.Field?.Link).FirstOrDefault(link => link is not null);

    /// <summary>The names of the fields of a form letter so far, as Word shows them before it fills them in.</summary>
    public IReadOnlyCollection<string> Merged => merged;

    /// <summary>To be called before a text is read.</summary>
    public void Begin(OpenXmlElement container) => broken = BrokenFields.MarksIn(container);

    /// <summary>Reads a mark that begins, separates or ends a field, or a part of an instruction.</summary>
    /// <returns>The text that the field shows by itself, usually empty; null if the element is no mark of a field.</returns>
    public string? Read(OpenXmlElement element)
    {
        if (broken.Contains(element))
        {
            if (element.Value("fldCharType") == "begin")
                remarks.Hint("Ein Feld hat kein Ende; was darauf folgt, steht als gewöhnlicher Text da. Bitte prüfen.");
            return "";
        }

        switch (element.LocalName, element.Value("fldCharType"))
        {
            case ("fldChar", "begin"):
                open.Push(new(element));
                return "";
            case ("fldChar", "separate"):
                BeginResult();
                return "";
            case ("fldChar", "end"):
                return End();
            case ("instrText", _):
                if (open.TryPeek(out var field) && field.Field is null) field.Instruction.Append(element.InnerText);
                return "";
            default:
                return null;
        }
    }

    /// <summary>The field of a <c>fldSimple</c> element, whose result is the content of the element.</summary>
    public Field ReadSimple(OpenXmlElement element)
    {
        var field = Field.Parse(element.Value("instr") ?? "");
        if (ShowsText) TellLeftOut(field);
        return field;
    }

    void BeginResult()
    {
        if (!open.TryPeek(out var field)) return;

        field.Field ??= Field.Parse(field.Instruction.ToString());
        if (open.Skip(1).All(ShowsResult)) TellLeftOut(field.Field);
    }

    string End()
    {
        if (!open.TryPop(out var ended) || !ShowsText) return "";

        var field = ended.Field ?? Field.Parse(ended.Instruction.ToString());
        if (field.OwnText(ended.Begin, ended.Field is not null) is { } text) return text;

        if (ended.Field is null && !field.IsLeftOut && field.Name.Length > 0)
            remarks.Hint($"Ein Feld ({field.Name}) hat kein Ergebnis und wurde nicht übernommen. In Word hilft: Feld markieren, F9 drücken.");
        return "";
    }

    void TellLeftOut(Field field)
    {
        if (field.Merges is { } name) merged.Add(name);
        if (field.Name == "TOC" && !field.ListsFigures) remarks.TellContents();
        if (field.ListsFigures) remarks.HintOnce(
            "Ein Verzeichnis der Abbildungen oder Tabellen wurde weggelassen; die Seitenzahlen sind andere.");
        if (field.Name is "INDEX" or "TOA") remarks.Hint("Ein Stichwortverzeichnis wurde nicht übernommen; die Seitenzahlen sind andere.");
        if (field.CountsPages) remarks.Hint(
            "Ein Verweis nennt eine Seitenzahl des Word-Dokuments; im PDF sind die Seiten andere. Besser ist ein Verweis auf die "
            + "Überschrift.");
    }

    static bool ShowsResult(OpenField open) => open.Field is { IsLeftOut: false };

    sealed record OpenField(OpenXmlElement Begin)
    {
        public StringBuilder Instruction { get; } = new();

        /// <summary>Null until the result begins. The instance is kept, so that all runs of a link share one target.</summary>
        public Field? Field { get; set; }
    }
}
