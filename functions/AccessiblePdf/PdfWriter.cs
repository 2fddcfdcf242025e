using System.Globalization;
using AccessiblePdf.Checks;
using AccessiblePdf.Layout;
using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf;

/// <summary>
/// Writes documents as tagged PDF 1.7 that conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once. Equal documents give
/// equal bytes.
/// </summary>
public static class PdfWriter
{
    /// <summary>Writes <paramref name="document"/> to <paramref name="output"/>; the stream needs no seeking and stays open.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <returns>How many pages there are, and what the author should look at.</returns>
    /// <exception cref="InvalidDocumentException">The document cannot become a conforming file; nothing has been written.</exception>
    public static WrittenPdf Write(AccessibleDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        var check = DocumentCheck.Of(document);
        var wording = document.Wording ?? Wording.For(document.Language);
        var context = new LayoutContext(wording, CultureOf(document.Language), check.Anchors, check.Headings, check.Pictures, check.Links)
        {
            WordingLanguage = wording.LanguageIn(document.Language),
            IsRightToLeft = TextDirection.IsRightToLeft(document.Language),
            MayTurn = check.MayTurn,
        };
        var root = new StructureElement("Document", null);
        var pages = new Queue<Page>(new Paginator(Set(document, context, root).Items).Cut());

        var count = pages.Count;
        var setter = new PageSetter(context, CleanText.OnOneLine(document.RunningHeader ?? document.Title).Trim(), count,
            document.TitleBlock is { OnOwnPage: true });
        using var file = new TaggedFile(output, context.Typesetter,
            [.. pages.Select(page => new PageSize(page.Paper.Width, page.Paper.Height))]);
        while (pages.TryDequeue(out var page)) file.AddPage(canvas => setter.Draw(canvas, page)); // a drawn page is released
        file.Finish(root, [.. check.Headings.Select(heading => new Bookmark(heading.Level, heading.Text, heading.Place))],
            PropertiesOf(document));
        return new(count, check.Warnings);
    }

    static Flow Set(AccessibleDocument document, LayoutContext context, StructureElement root)
    {
        var flow = new Flow();
        var frame = new Frame(root, 0, Paper.Upright.TextWidth, Theme.Body) { IsRightToLeft = context.IsRightToLeft };
        var opening = new Opening(context, flow, frame);
        if (document.TitleBlock is { } title) opening.SetTitle(document.Title, title);
        var body = new BlockSetter(context, flow, frame);
        if (document.TableOfContents is { BeforeFrontMatter: true } first) opening.SetContents(first);
        body.Set(document.FrontMatter);
        if (document.TableOfContents is { BeforeFrontMatter: false } contents) opening.SetContents(contents);
        body.Set(document.Blocks);
        flow.End();
        return flow;
    }

    static Properties PropertiesOf(AccessibleDocument document) => new(
        CleanText.OnOneLine(document.Title),
        document.Language,
        document.Author is { } author ? CleanText.OnOneLine(author) : null,
        document.Subject is { } subject ? CleanText.OnOneLine(subject) : null,
        CleanText.OnOneLine(string.Join(", ", document.Keywords)),
        document.Created,
        document.Modified ?? document.Created);

    /// <summary>The number format of a language; the English one if the system does not know the language.</summary>
    static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
