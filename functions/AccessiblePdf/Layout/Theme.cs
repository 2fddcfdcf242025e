using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>
/// Sizes in points and colours; the fonts are those of <see cref="Writer.Fonts.FontFiles"/>. Every text colour has a contrast of at least 7:1 on its
/// ground.
/// </summary>
static class Theme
{
    public const double Left = 72, Right = 72, Top = 82, Bottom = 82;
    public const double HeaderBaseline = 50, FooterRise = 44;

    public const double ParagraphGap = 7, BlockGap = 11, SmallGap = 5, ItemGap = 3.5, DefinitionGap = 10, TitleGap = 14, HeadingGap = 11,
        GapAfterHeading = 6;
    public const double ListIndent = 18, LabelGap = 6, QuoteIndent = 16, DefinitionIndent = 20, TermGap = 14;
    public const double BoxPadding = 9, BoxInset = 12, BarWidth = 3;
    public const double CellPaddingY = 4;

    /// <summary>The share of the width that terms may take beside what they mean.</summary>
    public const double LargestTerm = 0.35;

    /// <summary>Boxes up to this height are not divided.</summary>
    public const double KeptTogether = 150;

    /// <summary>How high the first and the last few parts of something are, such as the items of a list, that stay together.</summary>
    public const double KeptAtEnds = 90;

    /// <summary>How high a heading and what is below it may be, in points, to stay with the table that follows.</summary>
    public const double KeptWithTable = 100;

    public const double Hairline = 0.5, Rule = 1;
    public const double PixelsPerInch = 144, LargestFigureHeight = 420, LargestDrawing = 540, LargestInCell = 220;

    public static readonly Colour Ink = Colour.FromHex(0x1B1F24);
    public static readonly Colour Accent = Colour.FromHex(0x123F66);
    public static readonly Colour Muted = Colour.FromHex(0x4A525C);
    public static readonly Colour LinkBlue = Colour.FromHex(0x0A4A94);
    public static readonly Colour Line = Colour.FromHex(0xB4BCC6);
    public static readonly Colour FaintLine = Colour.FromHex(0xDDE2E8);
    public static readonly Colour TableHeaderBackground = Colour.FromHex(0xE7EDF4);
    public static readonly Colour CodeGround = Colour.FromHex(0xF3F5F7);

    public static readonly TextFormat Body = new(10.5, 15.5, Ink);
    public static readonly TextFormat Title = new(25, 30, Accent, IsBold: true);
    public static readonly TextFormat Overline = new(11, 16, Muted, IsBold: true);
    public static readonly TextFormat TitleLine = new(12.5, 18, Muted);
    public static readonly TextFormat Furniture = new(8.5, 12, Muted);
    public static readonly TextFormat Caption = new(9.5, 13, Muted);
    public static readonly TextFormat Note = new(8.75, 12, Ink);
    public static readonly TextFormat Code = new(9, 13, Ink, IsCode: true);
    public static readonly TextFormat Contents = new(10.5, 17, Ink);
    public static readonly TextFormat ContentsTitle = new(15, 20, Accent, IsBold: true);

    /// <summary>How cells look and their padding at the sides: smaller where words would not fit otherwise.</summary>
    public static readonly IReadOnlyList<CellStyle> Cells = [new(new(9.5, 13, Ink), 6), new(new(8.5, 11.5, Ink), 4),
        new(new(7.5, 10, Ink), 3)];

    /// <summary>How the cells of a table look that is too wide even for a turned page.</summary>
    public static readonly CellStyle SmallestCells = new(new(6.5, 8.5, Ink), 2);

    static readonly TextFormat[] Headings =
    [
        new(18, 23, Accent, IsBold: true),
        new(14.5, 19, Accent, IsBold: true),
        new(12, 16.5, Accent, IsBold: true),
        new(10.5, 15.5, Accent, IsBold: true),
        new(10.5, 15.5, Ink, IsBold: true),
        new(10.5, 15.5, Ink, IsBold: true, IsItalic: true),
    ];

    static readonly double[] HeadingGaps = [24, 19, 15, 12, 11, 11];

    public static TextFormat Heading(int level) => Headings[level - 1];

    public static double GapBeforeHeading(int level) => HeadingGaps[level - 1];

    /// <summary>Ground and bar of a callout.</summary>
    public static (Colour Ground, Colour Bar) Callout(Model.CalloutTone tone) => tone switch
    {
        Model.CalloutTone.Information => (Colour.FromHex(0xE8F1FA), Colour.FromHex(0x1F6FB5)),
        Model.CalloutTone.Success => (Colour.FromHex(0xE9F5EC), Colour.FromHex(0x2B7D45)),
        Model.CalloutTone.Question => (Colour.FromHex(0xF1ECF8), Colour.FromHex(0x6B4AA0)),
        Model.CalloutTone.Warning => (Colour.FromHex(0xFDF3DF), Colour.FromHex(0xA86A00)),
        _ => (CodeGround, Colour.FromHex(0x6B7480)),
    };

    /// <summary>The colours of a chart's series, told apart by lightness too.</summary>
    public static readonly IReadOnlyList<Colour> Series =
    [
        Colour.FromHex(0x1F5F99), Colour.FromHex(0xD98A1F), Colour.FromHex(0x2F8F5B), Colour.FromHex(0x8C4FA3), Colour.FromHex(0x6B7480),
        Colour.FromHex(0xB23A48),
    ];
}
