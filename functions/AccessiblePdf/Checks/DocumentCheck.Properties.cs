using System.Globalization;
using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Checks;

/// <content>What is said of the document as a whole.</content>
sealed partial class DocumentCheck
{
    void CheckProperties(AccessibleDocument document)
    {
        if (string.IsNullOrWhiteSpace(CleanText.OnOneLine(document.Title)))
            throw Refused("Title", DocumentProblem.EmptyTitle, "the document needs a title");
        CheckLength(document.Title, "Title");
        CheckLength(document.Author ?? "", "Author");
        CheckLength(document.Subject ?? "", "Subject");
        CheckLength(string.Join(", ", document.Keywords), "Keywords");
        CheckLanguage(document.Language, "Language");
        CheckText(document.Title, "Title");
        CheckText(document.RunningHeader ?? "", "RunningHeader");
        if (document.Wording is { } wording) CheckWording(wording);
        if (document.TableOfContents is { Depth: < 1 or > 6 })
            throw Refused("TableOfContents", DocumentProblem.SkippedHeadingLevel, "the depth is a heading level from 1 to 6");
        if (document.TitleBlock is not { } title) return;
        CheckText(title.Overline ?? "", "TitleBlock.Overline");
        foreach (var line in title.Lines) CheckText(line, "TitleBlock.Lines");
    }

    /// <summary>
    /// Words that describe links must not be empty (ISO 14289-1, 7.18.5), and their places for numbers must be well formed.
    /// </summary>
    void CheckWording(Wording wording)
    {
        foreach (var (name, text) in wording.All)
        {
            try
            {
                var filled = string.Format(CultureInfo.InvariantCulture, text, 1, 2);
                if (string.IsNullOrWhiteSpace(CleanText.OnOneLine(filled)))
                    throw Refused($"Wording.{name}", DocumentProblem.InvalidWording, "the words are missing");
                CheckText(filled, $"Wording.{name}");
            }
            catch (FormatException)
            {
                throw Refused($"Wording.{name}",
                    DocumentProblem.InvalidWording, $"\"{text}\" holds a brace that opens no place for a number");
            }
        }
    }

    /// <summary>Properties and alternative texts stand in one string each, so none of them may be cut (ISO 19005-2, 6.1.13).</summary>
    static void CheckLength(string text, string element)
    {
        var length = CleanText.OnOneLine(text).Length;
        if (length > PdfSyntax.LongestText)
            throw Refused(element, DocumentProblem.TextTooLong,
                FormattableString.Invariant($"the text has {length} characters; a PDF holds {PdfSyntax.LongestText} here"));
    }

    static void CheckLanguage(string language, string element)
    {
        if (!IsLanguageTag(language))
            throw Refused(element, DocumentProblem.InvalidLanguage, $"\"{language}\" is not a language tag such as de-DE");
    }

    /// <summary>The form of BCP 47 tags: a language and further parts, each of at most eight letters or digits.</summary>
    static bool IsLanguageTag(string language)
    {
        var parts = language.Split('-');
        return parts[0].Length >= 2 && parts[0].All(char.IsAsciiLetter)
            && parts.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }
}
