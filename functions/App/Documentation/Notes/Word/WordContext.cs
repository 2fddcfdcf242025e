using DocumentFormat.OpenXml.Packaging;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>What reading any part of a Word file needs to know of the whole.</summary>
/// <param name="Main">The document.</param>
/// <param name="Part">The part being read, whose links and pictures are meant.</param>
/// <param name="Styles">How paragraphs and text are meant.</param>
/// <param name="Numbering">Counts list items and headings.</param>
/// <param name="Pictures">Takes pictures out of the file.</param>
/// <param name="Anchors">Where links inside the document lead.</param>
/// <param name="Footnotes">Notes, each read once.</param>
/// <param name="Remarks">Take what staff should know.</param>
/// <param name="TextWidth">Of a line, in English Metric Units.</param>
sealed record WordContext(
    MainDocumentPart Main, OpenXmlPart Part, WordStyles Styles, WordNumbering Numbering, WordPictures Pictures, WordAnchors Anchors, WordFootnotes Footnotes,
    WordRemarks Remarks, long TextWidth)
{
    public LinkAddresses Addresses { get; } = new();
}
