using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.NotesReading.Letters;
using ThaffFunctions.NotesReading.Word.Drawings;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Styles;
using ThaffFunctions.NotesReading.Word.Text;

namespace ThaffFunctions.NotesReading.Word;

/// <summary>Notes in Word. Nothing in the file is executed, and nothing outside of it is loaded.</summary>
sealed class WordNotes(ReadingOptions options) : INotesFormat
{
    const long EmuPerTwip = 635;

    /// <summary>Portrait A4 with margins of 2.5 cm.</summary>
    const int UsualTextWidth = 9072;

    public string Extension => ".docx";

    public long MaxBytes => 50 * 1024 * 1024;

    public string WayToSmaller => "In Word hilft es, die Bilder zu verkleinern: Bild anklicken, „Bildformat“, „Bilder komprimieren“.";

    public ParsedNotes? Parse(byte[] file, string title, Remarks remarks)
    {
        if (WordPackage.Check(file, remarks, options) is not { } package) return null;

        var told = new WordRemarks(remarks);
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(package), isEditable: false);
            if (document.MainDocumentPart is { Document.Body: { } body } main) return Read(document, main, body, title, told, remarks);
        }
        // parts are loaded lazily; damaged ones throw exceptions of any kind
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            options.Failed(ReadingFailure.Of(damaged));
            WordPackage.RefuseDamaged(remarks, told.Place());
            return null;
        }

        WordPackage.RefuseDamaged(remarks);
        return null;
    }

    ParsedNotes Read(WordprocessingDocument document, MainDocumentPart main, OpenXmlElement body, string title, WordRemarks told,
        Remarks remarks)
    {
        var styles = new WordStyles(main.StyleDefinitionsPart, main.DocumentSettingsPart);
        var pictures = new WordPictures();
        var context = new WordContext(
            main, main, styles, new(main.NumberingDefinitionsPart, styles), pictures, new(body, styles), new(), told, options,
            TextWidthOf(body), new(body, styles));
        if (body.Descendants().Any(AcceptedView.IsContents)) told.TellContents();
        var reader = new StoryReader(context, Story.Body, title);
        var language = context.Languages.Document;
        var blocks = TypedCaptions.Joined(DeadLinks.Unlinked(reader.Read(body), remarks));
        blocks = TypedQuotes.Found(Autolinks.Linked(blocks, remarks));
        blocks = TypedLayout.Replaced(SpacedLetters.Joined(TypedColumns.Found(blocks, remarks), remarks));
        blocks = UnmarkedScripts.Marked(blocks, language, WordLanguages.Remedy, remarks);
        if (context.Languages.AssumedBy is { } script)
            remarks.Hint(null, $"{UnmarkedScripts.Told("Der Text", script, language)}. {WordLanguages.Remedy}");
        WordLeftovers.Tell(document, main, blocks, told);

        var isDraft = WordStatus.IsDraft(document, remarks);
        var head = new NotesMetadata(reader.OwnTitle is { } own && !own.Equals(title, StringComparison.OrdinalIgnoreCase) ? own : null,
            isDraft is true)
        {
            IsFinal = isDraft is false,
        };
        SpokenLanguages.TellUnmarked(blocks, language, WordLanguages.Remedy, remarks);
        var content = new NotesContent(blocks, pictures.All) { Language = language };
        return new(head, [], _ => content);
    }

    static long TextWidthOf(OpenXmlElement body)
    {
        var section = body.Child("sectPr");
        var width = section.Child("pgSz").Number("w") - (section.Child("pgMar").Number("left") ?? 0)
            - (section.Child("pgMar").Number("right") ?? 0);
        return EmuPerTwip * (width is > 1000 and { } known ? known : UsualTextWidth);
    }
}
