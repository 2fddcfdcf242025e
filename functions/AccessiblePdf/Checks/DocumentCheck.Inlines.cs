using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Checks;

/// <content>Text, links and notes.</content>
sealed partial class DocumentCheck
{
    void CheckInlines(IReadOnlyList<Inline> content, Block owner)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case TextRun run:
                    CheckText(run.Text, owner);
                    if (run.Language is { } language) CheckLanguage(language, Describe(owner));
                    break;
                case Link link:
                    CheckTarget(link.Target, owner);
                    CheckLinkContent(link.Content, owner);
                    links.Add(link);
                    break;
                case Reference reference:
                    references.Add((reference.Anchor, Describe(owner)));
                    CheckLinkContent(reference.Content, owner);
                    links.Add(reference);
                    break;
                case Footnote footnote:
                    CheckNote(footnote, owner);
                    break;
            }
        }
    }

    void CheckTarget(Uri target, Block owner)
    {
        if (!target.IsAbsoluteUri) throw Refused(owner, DocumentProblem.InvalidLink, $"the address \"{target}\" is not absolute");
        if (target.AbsoluteUri.Length > PdfSyntax.LongestString)
            throw Refused(owner, DocumentProblem.InvalidLink, "the address is too long for a PDF");
    }

    void CheckLinkContent(IReadOnlyList<Inline> content, Block owner)
    {
        if (content.Any(inline => inline is not (TextRun or LineBreak)))
            throw Refused(owner, DocumentProblem.InvalidLink, "a link holds text only");
        if (string.IsNullOrWhiteSpace(PlainText.Of(content))) throw Refused(owner, DocumentProblem.InvalidLink, "a link has no text");
        CheckInlines(content, owner);
    }

    void CheckNote(Footnote footnote, Block owner)
    {
        if (isInNote) throw Refused(owner, DocumentProblem.NestedFootnote, "a footnote stands inside a footnote");
        if (!notes.Add(footnote)) return;
        isInNote = true;
        CheckBlocks(footnote.Content, "Footnote");
        isInNote = false;
    }

    void CheckReferences()
    {
        foreach (var (anchor, element) in references)
        {
            if (!anchors.ContainsKey(anchor)) warnings.Add(new(PdfWarningKind.UnknownAnchor, anchor, element));
        }
    }
}
