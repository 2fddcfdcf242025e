using System.Globalization;
using AccessiblePdf.Model;
using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>Sets lists: L, LI, Lbl and LBody (ISO 32000-1, 14.8.4.3.3; ISO 14289-1, 7.6).</summary>
sealed class ListSetter(LayoutContext context, Flow flow, Frame frame)
{
    static readonly string[] Bullets = ["•", "◦", "▪"];
    static readonly string[] BulletNames = ["Disc", "Circle", "Square"];

    public void Set(Block list)
    {
        flow.Gap(frame.Gap);
        var level = Math.Min(frame.ListDepth, Bullets.Length - 1);
        switch (list)
        {
            case BulletList bullets:
                SetItems(bullets.Items, BulletNames[level], _ => Bullets[level]);
                break;
            case NumberedList numbers:
                SetItems(numbers.Items, NameOf(numbers.Numbering), index => Ordinals.Write(numbers.Start + index, numbers.Numbering) + ".");
                break;
            case DefinitionList definitions:
                SetDefinitions(definitions);
                break;
        }
        flow.Gap(frame.Gap);
    }

    void SetItems(IReadOnlyList<ListItem> items, string numbering, Func<int, string> label)
    {
        if (items.Count == 0) return;
        var labels = items.Select((item, index) => context.Typesetter.Shape(LabelOf(item, label(index)), frame.Look.Face)).ToList();
        var indent = Math.Max(Theme.ListIndent, WidthOf(labels, frame.Look) + Theme.LabelGap);
        SetBeside(ListOf(numbering), items, labels, frame.Look, indent, Theme.ItemGap);
    }

    StructureElement ListOf(string numbering)
    {
        var list = frame.Element.Add("L");
        list.Attributes = [StructureAttribute.ListNumbering(numbering)];
        return list;
    }

    static double WidthOf(IEnumerable<ShapedText> labels, Look look) => labels.Max(text => text.WidthAt(look.Size));

    void SetBeside(StructureElement list, IReadOnlyList<ListItem> items, List<ShapedText> labels, Look look, double indent, double gap)
    {
        var outside = frame.WithRoomFor(indent);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) flow.Gap(gap);
            var element = list.Add("LI");
            var label = element.Add(new StructureElement("Lbl", element) { AlternativeText = TaskState(items[i]) });
            SetBody(items[i].Content, outside.Indented(element.Add("LBody"), indent), new(label.AddContent(), labels[i], outside.X, look));
        }
    }

    void SetBody(IReadOnlyList<Block> content, Frame inside, SideLabel label)
    {
        var first = flow.Items.Count;
        var body = new BlockSetter(context, flow, inside with { ListDepth = frame.ListDepth + 1, Gap = Theme.ItemGap });
        body.SetContent(content);
        if (flow.FirstDrawn(first) is null) body.SetEmptyLine(inside.Element);
        flow.FirstDrawn(first)!.Labels.Add(label);
        flow.FillUpTo(frame.Look.Leading, first, frame.Box);
    }

    void SetDefinitions(DefinitionList definitions)
    {
        var look = frame.Look with { IsBold = true };
        if (definitions.TermsBeside && definitions.Items.All(item => IsPlain(item.Term)))
        {
            var terms = definitions.Items.Select(item => context.Typesetter.Shape(PlainText.Of(item.Term), look.Face)).ToList();
            var indent = terms.Count == 0 ? 0 : WidthOf(terms, look) + Theme.TermGap;
            if (indent < frame.Width * Theme.LargestTerm)
            {
                SetBeside(ListOf("None"), [.. definitions.Items.Select(item => new ListItem(item.Content))], terms, look, indent, Theme.SmallGap);
                return;
            }
        }
        SetBelow(definitions.Items, ListOf("None"));
    }

    static bool IsPlain(IReadOnlyList<Inline> term) => term.Count > 0 && term.All(inline => inline is TextRun { Style: TextStyle.Plain or TextStyle.Bold, Language: null });

    void SetBelow(IReadOnlyList<Definition> definitions, StructureElement list)
    {
        var outside = frame.WithRoomFor(Theme.DefinitionIndent);
        foreach (var (term, content) in definitions)
        {
            var item = list.Add("LI");
            flow.Gap(Theme.DefinitionGap);
            new BlockSetter(context, flow, outside).SetHead(term, item.Add("Lbl"), frame.Look with { IsBold = true });
            flow.SetGap(1);
            new BlockSetter(context, flow, outside.Indented(item.Add("LBody"), Theme.DefinitionIndent)).SetContent(content);
        }
    }

    static string LabelOf(ListItem item, string label) => item.Done switch
    {
        true => "☑",
        false => "☐",
        _ => label,
    };

    string? TaskState(ListItem item) => item.Done switch
    {
        true => context.Wording.TaskDone,
        false => context.Wording.TaskOpen,
        _ => null,
    };

    static string NameOf(Numbering numbering) => numbering == Numbering.Digits ? "Decimal" : numbering.ToString();
}

/// <summary>Numbers in the ways lists write them.</summary>
static class Ordinals
{
    static readonly (int Value, string Letters)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>Letters and Roman numerals know no zero and nothing below; such numbers are written in digits.</summary>
    public static string Write(int number, Numbering numbering) => numbering switch
    {
        Numbering.LowerAlpha when number > 0 => Letters(number),
        Numbering.UpperAlpha when number > 0 => Letters(number).ToUpperInvariant(),
        Numbering.LowerRoman when number is > 0 and < 4000 => RomanNumeral(number),
        Numbering.UpperRoman when number is > 0 and < 4000 => RomanNumeral(number).ToUpperInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    static string Letters(int number) => number == 0 ? "" : Letters((number - 1) / 26) + (char)('a' + (number - 1) % 26);

    static string RomanNumeral(int number) => string.Concat(Roman.SelectMany(digit =>
    {
        var count = number / digit.Value;
        number %= digit.Value;
        return Enumerable.Repeat(digit.Letters, count);
    }));
}
