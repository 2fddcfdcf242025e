using System.Globalization;
using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.NotesReading.Word.Drawings;
using ThaffFunctions.NotesReading.Word.Fields;
using ThaffFunctions.NotesReading.Word.Formulas;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Styles;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>Reads the content of the paragraphs of one text, across which fields may reach.</summary>
sealed class RunReader
{
    const int MostPieces = 4; // of a message

    readonly WordContext context;
    readonly bool isInFootnote;
    readonly WordFields fields;
    readonly DrawingReader drawings;
    readonly List<Part> parts = [];
    ParagraphStyle style = null!;
    OpenXmlElement? mark;

    public RunReader(WordContext context, bool isInFootnote)
    {
        (this.context, this.isInFootnote) = (context, isInFootnote);
        fields = new(context.Remarks);
        drawings = new(context);
    }

    /// <summary>To be called before the paragraphs of a text are read.</summary>
    public void Begin(OpenXmlElement container) => fields.Begin(container);

    public IReadOnlyList<Part> Read(OpenXmlElement paragraph, ParagraphStyle paragraphStyle)
    {
        style = paragraphStyle;
        parts.Clear();
        ReadContent(paragraph, null);
        if (style.Kind != StyleKind.Code && Placeholders.FirstIn(Spoken(parts), fields.Merged) is { } unfilled)
            context.Remarks.HintFirst(nameof(Placeholders), Placeholders.Told(unfilled));
        return WordLinks.Resolve(context.Languages.Doubted(parts), context);
    }

    static string Spoken(IEnumerable<Part> parts) =>
        TextRuns.Plain(parts.Select(part => part.Text).OfType<TextRun>().Where(run => !run.Style.HasFlag(TextStyle.Code)));

    void ReadContent(OpenXmlElement parent, LinkTarget? link)
    {
        foreach (var element in parent.Seen())
        {
            switch (element.LocalName)
            {
                case "r":
                    ReadRun(element, link);
                    break;
                case "hyperlink":
                    ReadContent(element, WordLinks.TargetOf(element, context) ?? link);
                    break;
                case "fldSimple":
                    ReadSimpleField(element, link);
                    break;
                case "oMath" or "oMathPara":
                    AddFormula(element, link);
                    break;
                case "subDoc" or "contentPart":
                    context.Remarks.Hint("Ein Filialdokument oder eine Freihandzeichnung wurde nicht übernommen.");
                    break;
            }
        }
    }

    void ReadRun(OpenXmlElement run, LinkTarget? link)
    {
        if (ReferenceEquals(run, mark)) return;

        var format = FormatOf(run.Child("rPr"));
        foreach (var element in run.Seen())
        {
            if (fields.Read(element) is { } own)
            {
                AddText(own, format, link ?? fields.Link);
                continue;
            }

            if (!fields.ShowsText) continue;
            if (element.LocalName == "t")
                AddText(ShownIn(element, format.Font ?? ""), format, link ?? fields.Link);
            else
                ReadShown(element, format, link ?? fields.Link);

            if (!IsReferenceWithOwnMark(element)) continue;

            mark = WordFootnotes.MarkRunOf(element);
            return; // the rest of the run is the mark, which a number replaces
        }
    }

    static bool IsReferenceWithOwnMark(OpenXmlElement element) =>
        element.LocalName is "footnoteReference" or "endnoteReference" && WordFootnotes.HasOwnMark(element);

    CharacterFormat FormatOf(OpenXmlElement? properties)
    {
        var paragraph = style.HasFormatOfItsOwn
            ? CharacterFormat.None with { Hidden = style.Format.Hidden, Languages = style.Format.Languages } : style.Format;
        var character = properties.Child("rStyle").Value() is { } name ? context.Styles.Character(name) : CharacterFormat.None;
        return CharacterFormat.Of(properties).Over(character.Toggling(paragraph));
    }

    void ReadShown(OpenXmlElement element, CharacterFormat format, LinkTarget? link)
    {
        if (format.Hidden == true) return;

        switch (element.LocalName)
        {
            case "tab" or "ptab": AddText("\t", format, link); break;
            case "noBreakHyphen": AddText("\u2011", format, link); break;
            case "softHyphen": AddText("\u00AD", format, link); break;
            case "sym": AddSymbol(element, format, link); break;
            case "br" or "cr":
                parts.Add(element.Value("type") == "page" ? Part.Of(new PageBreak()) : Part.Of(new LineBreak(), link));
                break;
            case "footnoteReference" or "endnoteReference": AddFootnote(element); break;
            case "drawing" or "pict" or "object": parts.AddRange(drawings.Read(element, link)); break;
            case "ruby": ReadContent(element.Child("rubyBase") ?? element, link); break;
        }
    }

    void AddText(string text, CharacterFormat format, LinkTarget? link)
    {
        if (format.Hidden == true && !string.IsNullOrWhiteSpace(text))
            context.Remarks.HintOnce("Ausgeblendeter Text wurde nicht übernommen.");
        if (format.Hidden == true) return;
        if (link is not null) format = format with { Underline = null };
        if (text.Length == 0) return;

        foreach (var (at, words) in DeadReference.TextsAround(WithBeginning(text)).Index())
        {
            if (at > 0)
            {
                context.Remarks.HintFirst(nameof(DeadReference), DeadReference.Hint);
                var standIn = context.StandIns.For(context.StandIns.Reference, style: format.ToStyle());
                parts.AddRange(standIn.Select(gone => Part.Of(gone, link?.Address is null ? null : link)));
            }

            foreach (var (_, piece) in ScriptPieces.Of(words))
                parts.Add(Part.Of(new TextRun(piece, format.ToStyle()) { Language = context.Languages.Of(format.Languages, piece) }, link));
        }
    }

    /// <summary>Word parts a message where a page ends or where it found a mistake; what was read of it before is taken back.</summary>
    string WithBeginning(string text)
    {
        var begun = "";
        for (var from = parts.Count - 1; from >= 0 && parts.Count - from <= MostPieces && parts[from].Text is TextRun run; from--)
        {
            begun = run.Text + begun;
            if (!DeadReference.IsParted(begun, text)) continue;

            parts.RemoveRange(from, parts.Count - from);
            return begun + text;
        }

        return text;
    }

    void AddSymbol(OpenXmlElement element, CharacterFormat format, LinkTarget? link)
    {
        var (font, code) = (element.Value("font") ?? "", element.Value("char") ?? "");
        var symbol = int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
            ? WordSymbols.Find(font, number) : null;
        if (symbol is null) TellUnknown(font, number);
        AddText(symbol ?? "", format, link);
    }

    string ShownIn(OpenXmlElement text, string font) => WordSymbols.InText(Composed.Of(text.InnerText), font,
        letter => TellUnknown(font, letter), (letter, sign) => TellGuessed(font, letter, sign));

    static string SymbolOf(string font, int code) => string.Create(CultureInfo.InvariantCulture, $"Das Zeichen {code:X4} ")
        + (font.Length > 0 ? $"der Schrift „{font}“" : "ohne bekannte Schrift");

    void TellGuessed(string font, char code, string sign) => context.Remarks.Hint(
        $"{SymbolOf(font, code)} steht als „{sign}“ da; das ist nur vermutet. Bitte im Word-Dokument durch das gemeinte Zeichen "
        + "oder ein Wort ersetzen.");

    void TellUnknown(string font, int code) => context.Remarks.HintFirst($"{nameof(WordSymbols)} {font}", SymbolOf(font, code)
        + " wurde nicht übernommen. Bitte durch ein Wort oder anderes Zeichen ersetzen. Das gilt für alle solchen Zeichen.");

    void AddFootnote(OpenXmlElement reference)
    {
        Inline? footnote = !isInFootnote ? context.Footnotes.Find(reference, context)
            : context.Footnotes.InBrackets(reference, context) is { } text ? new TextRun(text) : null;
        if (footnote is null)
            context.Remarks.Hint("Zu einer Fußnote fehlt der Text.");
        else
            parts.Add(Part.Of(footnote));

        if (footnote is TextRun) context.Remarks.Hint(RemarkTexts.FootnoteInFootnote);
    }

    void AddFormula(OpenXmlElement formula, LinkTarget? link)
    {
        if (!fields.ShowsText) return;

        var reader = new FormulaReader();
        var drawn = reader.Read(formula);
        var text = LinearFormula.Of(drawn).Trim();
        if (text.Length == 0) return;
        if (text.All(sign => char.IsPunctuation(sign) || char.IsWhiteSpace(sign)))
        {
            parts.Add(Part.Of(text, link)); // the full stop after a formula, say
            return;
        }

        if (!reader.IsWhole)
            context.Remarks.HintFirst(nameof(FormulaReader), $"Die Formel „{text}“ steht in einer Zeile da, weil sie nicht gezeichnet "
                + "werden kann. Bitte prüfen, ob sie so zu verstehen ist. Das gilt für alle solchen Formeln.");
        var words = FormulaWords.Find(context.Languages.Document);
        parts.Add(link is not null ? Part.Of(text, link) : Part.Of(new Formula(text, SpokenFormula.Of(drawn, words))
        {
            Drawn = reader.IsWhole ? drawn : null,
            Language = LanguageTag.AreSame(words.Language, context.Languages.Document) ? null : words.Language,
        }));
    }

    void ReadSimpleField(OpenXmlElement element, LinkTarget? link)
    {
        var field = fields.ReadSimple(element);
        if (fields.ShowsText && field.OwnText(element, element.HasChildren) is { } own) AddText(own, FormatOf(null), link);
        if (!field.IsLeftOut) ReadContent(element, link ?? field.Link);
    }
}
