using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Checks;

/// <content>Text, links and notes.</content>
sealed partial class DocumentCheck
{
    const int LongestBlank = 200;

    void CheckInlines(IReadOnlyList<Inline> content, Block owner)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case TextRun run:
                    CheckText(run.Text, owner);
                    if (run.PartedWords is { } words) CheckWords(words, owner);
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
                case Formula formula:
                    CheckFormula(formula, owner);
                    break;
                case Blank { Letters: < 1 or > LongestBlank } blank:
                    throw Refused(owner, DocumentProblem.InvalidWidth,
                        FormattableString.Invariant($"a line to write on has {blank.Letters} letters instead of 1 to {LongestBlank}"));
            }
        }
    }

    void CheckWords(string words, Block owner)
    {
        if (string.IsNullOrWhiteSpace(words))
            throw Refused(owner, DocumentProblem.MissingAlternativeText, "a text has blank words to be read aloud in its place");
        CheckLength(words, Describe(owner));
    }

    void CheckFormula(Formula formula, Block owner)
    {
        if (string.IsNullOrWhiteSpace(CleanText.OnOneLine(formula.AlternativeText)) || string.IsNullOrWhiteSpace(formula.Text))
            throw Refused(owner, DocumentProblem.MissingAlternativeText, "a formula has no text, or no words to be read aloud");
        CheckLength(formula.AlternativeText, Describe(owner));
        CheckText(formula.Text, owner);
        if (formula.Language is { } language) CheckLanguage(language, Describe(owner));
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
        if (string.IsNullOrWhiteSpace(CleanText.Of(content))) throw Refused(owner, DocumentProblem.InvalidLink, "a link has no text");
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
