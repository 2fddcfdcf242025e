using System.Globalization;
using AccessiblePdf.Model;
using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>Turns inline elements into pieces, and creates their structure elements.</summary>
/// <param name="context">The document.</param>
/// <param name="width">How long a line is.</param>
sealed class InlineSetter(LayoutContext context, double width)
{
    const double SmallScale = 0.68, SuperscriptRise = 0.36, SubscriptRise = -0.14;

    readonly List<Piece> pieces = [];

    public static IReadOnlyList<Piece> Set(
        LayoutContext context, IReadOnlyList<Inline> content, StructureElement element, TextFormat format, double width)
    {
        var setter = new InlineSetter(context, width);
        setter.Set(SpokenText.Of(content, context.Wording, context.WordingLanguage), element, new(format));
        return setter.pieces;
    }

    /// <summary>Lines to write on, with nothing but spaces and line ends between them: none of it is content.</summary>
    public static IReadOnlyList<Piece> SetBlanks(IEnumerable<Inline> content, TextFormat format) =>
        [.. content.Select(inline => inline switch
    {
        Blank blank => Drawn(blank, format),
        LineBreak => new("", format, null),
        _ => new(" ", format, null),
    })];

    static Piece Drawn(Blank blank, TextFormat format) => new(new string('_', blank.Letters), format, null);

    /// <summary>What surrounds the inline elements being set.</summary>
    sealed record Surroundings(TextFormat Format)
    {
        public double Rise { get; init; }
        public bool IsUnderlined { get; init; }
        public bool IsStruck { get; init; }
        public LinkTarget? Target { get; init; }
        public StructureElement? Link { get; init; }
    }

    void Set(IEnumerable<Inline> content, StructureElement element, Surroundings around)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case TextRun run: SetRun(run, element, around); break;
                case Link link:
                    SetLink(link.Content, new(context.Links.Of(link), AddressOf(link.Target), null), element, around);
                    break;
                case Reference reference: SetReference(reference, element, around); break;
                case Footnote footnote: SetFootnote(footnote, element, around); break;
                case Formula formula: SetFormula(formula, element, around); break;
                case Blank blank: pieces.Add(Drawn(blank, around.Format)); break;
                case LineBreak:
                    Add(" ", element, around); // so that the words on both sides are two when read aloud
                    Add("", element, around);
                    break;
            }
        }
    }

    void SetRun(TextRun run, StructureElement element, Surroundings around)
    {
        var text = GiveMarks(CleanText.OnOneLine(run.Text));
        if (text.Length == 0) return;
        if (run is { Language: not null } or { Spoken: not null })
        {
            element = element.Add(new StructureElement("Span", element)
            {
                Language = run.Language,
                AlternativeText = run.PartedWords,
            });
        }
        foreach (var (role, attribute) in Roles(run.Style, around.Format))
        {
            element = element.Add(role);
            if (attribute is not null) element.Attributes = [attribute];
        }
        Add(text, element, Styled(around, run.Style));
    }

    /// <summary>A mark stands on the letter before it and takes its style, whatever run it is in.</summary>
    /// <returns>What is left of the run.</returns>
    string GiveMarks(string text)
    {
        var marks = Typesetter.MarksAfter(text, 0);
        if (marks == 0 || pieces is not [.., { IsNoteNumber: false, Spot: not null, Box: null, Text: [.., not ' '] } last]) return text;
        pieces[^1] = last with { Text = last.Text + text[..marks] };
        return text[marks..];
    }

    static IEnumerable<(string Role, string? Attribute)> Roles(TextStyle style, TextFormat format)
    {
        if (style.HasFlag(TextStyle.Bold)) yield return ("Strong", null);
        if (style.HasFlag(TextStyle.Italic)) yield return ("Em", null);
        if (style.HasFlag(TextStyle.Strikethrough)) yield return ("Deleted", StructureAttribute.Decoration("LineThrough"));
        if (style.HasFlag(TextStyle.Underline)) yield return ("Inserted", StructureAttribute.Decoration("Underline"));
        if (style.HasFlag(TextStyle.Superscript)) yield return ("Sup", StructureAttribute.BaselineShift(SuperscriptRise * format.Size));
        else if (style.HasFlag(TextStyle.Subscript)) yield return ("Sub", StructureAttribute.BaselineShift(SubscriptRise * format.Size));
        if (style.HasFlag(TextStyle.Code)) yield return ("Code", null);
    }

    static Surroundings Styled(Surroundings around, TextStyle style)
    {
        var format = around.Format with
        {
            IsBold = around.Format.IsBold || style.HasFlag(TextStyle.Bold),
            IsItalic = around.Format.IsItalic != style.HasFlag(TextStyle.Italic), // emphasis inside slanted text stands upright
            IsCode = around.Format.IsCode || style.HasFlag(TextStyle.Code),
        };
        if (style.HasFlag(TextStyle.Code)) format = format with { Size = format.Size * 0.92 };
        var isRaised = style.HasFlag(TextStyle.Superscript);
        var isSmall = isRaised || style.HasFlag(TextStyle.Subscript);
        return around with
        {
            Format = isSmall ? format with { Size = format.Size * SmallScale } : format,
            Rise = isSmall ? format.Size * (isRaised ? SuperscriptRise : SubscriptRise) : around.Rise,
            IsUnderlined = around.IsUnderlined || style.HasFlag(TextStyle.Underline),
            IsStruck = around.IsStruck || style.HasFlag(TextStyle.Strikethrough),
        };
    }

    void SetLink(IReadOnlyList<Inline> content, LinkTarget target, StructureElement element, Surroundings around)
    {
        var link = element.Add("Link");
        Set(content, link, around with
        {
            Format = around.Format with { Colour = Theme.LinkBlue },
            IsUnderlined = true,
            Target = target,
            Link = link
        });
    }

    void SetReference(Reference reference, StructureElement element, Surroundings around)
    {
        if (context.Anchors.TryGetValue(reference.Anchor, out var destination))
            SetLink(reference.Content, new(context.Links.Of(reference), null, destination), element, around);
        else
            Set(reference.Content, element, around);
    }

    void SetFootnote(Footnote footnote, StructureElement element, Surroundings around)
    {
        var (note, isNew) = context.NoteOf(footnote);
        var number = note.Number.ToString(CultureInfo.InvariantCulture);
        var link = element.Add("Reference").Add("Link");
        var raised = Styled(around, TextStyle.Superscript);
        // otherwise notes 1 and 2 would look like 12
        if (pieces is [.., { IsNoteNumber: true }]) pieces.Add(new(",", raised.Format, null) { Rise = raised.Rise });
        pieces.Add(new(number, raised.Format with { Colour = Theme.LinkBlue }, link.AddContent())
        {
            Rise = raised.Rise,
            Target = new(string.Format(CultureInfo.InvariantCulture, context.Wording.Footnote, number), null, note.Place),
            Link = link,
            IsNoteNumber = true,
            Note = isNew ? note : null,
        });
        if (isNew) context.OpenNotes.Add(note);
    }

    /// <summary>
    /// The parts of a formula are pieces of their own, so that a long one has places where its line may end. One with a part that no line
    /// has room for is written with the signs of a line.
    /// </summary>
    void SetFormula(Formula formula, StructureElement element, Surroundings around)
    {
        var spot = element.Add(new StructureElement("Formula", element)
        {
            AlternativeText = CleanText.OnOneLine(formula.AlternativeText),
            Language = formula.Language,
        }).AddContent();
        var upright = around.Format with { IsItalic = false };
        var slanted = around.Format with { IsItalic = true };
        var setter = new FormulaSetter(context.Typesetter, upright.Face, slanted.Face);
        var drawn = new List<Piece>();
        foreach (var part in formula.Drawn is FormulaRow row ? row.Parts : formula.Drawn is { } one ? [one] : [formula.Text])
        {
            if (part is FormulaText text)
            {
                foreach (var (token, isSlanted) in FormulaTokens.Of(text))
                    drawn.Add(new(token, isSlanted ? slanted : upright, spot));
            }
            else
            {
                drawn.Add(new("", upright, spot) { Box = setter.Set(part, upright.Size) });
            }
        }
        if (drawn.Any(piece => piece.Box is { } box && (box.Width > width || box.Ascent + box.Descent > Theme.LargestInCell)))
            pieces.Add(new(CleanText.OnOneLine(formula.Text), upright, spot));
        else pieces.AddRange(drawn);
    }

    void Add(string text, StructureElement element, Surroundings around) => pieces.Add(new(text, around.Format, element.AddContent())
    {
        Rise = around.Rise,
        IsUnderlined = around.IsUnderlined,
        IsStruck = around.IsStruck,
        Target = around.Target,
        Link = around.Link,
    });

    /// <summary>An address in ASCII: host names of other letters in punycode (RFC 3986, RFC 5890).</summary>
    public static string AddressOf(Uri target)
    {
        var address = target.AbsoluteUri;
        if (address.All(char.IsAscii)) return address;
        if (target.Host.Length > 0) address = address.Replace(target.Host, target.IdnHost, StringComparison.Ordinal);
        return string.Concat(address.EnumerateRunes()
            .Select(character => character.IsAscii ? character.ToString() : Uri.EscapeDataString(character.ToString())));
    }
}
