using ThaffFunctions.Documentation;
using ThaffFunctions.Documentation.Html;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Notes.Word;

namespace ThaffFunctions.Tests.Documentation.Word;

/// <summary>A Word file read without storage.</summary>
/// <param name="Notes">null if it was refused.</param>
/// <param name="Remarks">What staff are told.</param>
sealed record WordReading(ParsedNotes? Notes, Remarks Remarks)
{
    public static WordReading Of(byte[] file)
    {
        var remarks = new Remarks();
        return new(new WordNotes().Parse(file, "Sprache im Betrieb", remarks), remarks);
    }

    public NotesContent Content => Notes!.Compose(new Dictionary<string, Picture>());

    /// <summary>The content as on the page, which is made from the same blocks as the PDF.</summary>
    public string Html => ContentHtml.Of($"/dokumentation/{NotesDesk.Session}", Content).Replace(">\n", ">", StringComparison.Ordinal);

    public IEnumerable<string> Hints => Remarks.Hints.Select(hint => hint.Text);
}
