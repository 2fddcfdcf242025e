using DocumentFormat.OpenXml.Packaging;
using ThaffFunctions.NotesReading.Word.Drawings;
using ThaffFunctions.NotesReading.Word.Lists;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Styles;
using ThaffFunctions.NotesReading.Word.Text;

namespace ThaffFunctions.NotesReading.Word;

/// <summary>The state that is shared while a Word file is read.</summary>
/// <param name="Main">The document.</param>
/// <param name="Part">The part being read, to which the ids of links and pictures belong.</param>
/// <param name="Styles">The styles.</param>
/// <param name="Numbering">Counts list items and headings.</param>
/// <param name="Pictures">The pictures.</param>
/// <param name="Anchors">The targets of links inside the document.</param>
/// <param name="Footnotes">The footnotes.</param>
/// <param name="Remarks">Take what staff should know.</param>
/// <param name="Options">What the caller knows.</param>
/// <param name="TextWidth">The width of a line, in English Metric Units.</param>
/// <param name="Languages">The languages of the text.</param>
sealed record WordContext(
    MainDocumentPart Main, OpenXmlPart Part, WordStyles Styles, WordNumbering Numbering, WordPictures Pictures, WordAnchors Anchors,
    WordFootnotes Footnotes,
    WordRemarks Remarks, ReadingOptions Options, long TextWidth, WordLanguages Languages)
{
    public LinkTargets Addresses { get; } = new();

    public StandIns StandIns => StandIns.Of(Languages.Document);
}
