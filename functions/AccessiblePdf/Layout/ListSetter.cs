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
        var labels = items.Select((item, index) => Shape(LabelOf(item, label(index)), frame.Format.Face)).ToList();
        var indent = Math.Max(Theme.ListIndent, WidthOf(labels, frame.Format) + Theme.LabelGap);
        SetBeside(ListOf(numbering), items, new(labels, frame.Format, indent, Theme.ItemGap) { ListDepth = frame.ListDepth + 1 });
    }

    ShapedText Shape(string label, Face face) =>
        frame.IsRightToLeft ? context.Typesetter.Shape(label, face, isRightToLeft: true) : context.Typesetter.Shape(label, face);

    StructureElement ListOf(string numbering)
    {
        var list = frame.Element.Add("L");
        list.Attributes = [StructureAttribute.ListNumbering(numbering)];
        return list;
    }

    static double WidthOf(IEnumerable<ShapedText> labels, TextFormat format) => labels.Max(text => text.WidthAt(format.Size));

    void SetBeside(StructureElement list, IReadOnlyList<ListItem> items, LabelColumn labels)
    {
        var outside = frame.WithRoomFor(labels.Width);
        var starts = new List<int>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) flow.Gap(labels.Gap);
            starts.Add(flow.Items.Count);
            var element = list.Add("LI");
            var label = element.Add(new StructureElement("Lbl", element)
            {
                AlternativeText = BoxState(items[i]),
                Language = items[i].Done is null ? null : context.WordingLanguage,
            });
            var inside = outside.Indented(element.Add("LBody"), labels.Width) with { ListDepth = labels.ListDepth, Gap = Theme.ItemGap };
            var start = outside.StartOf(labels.Texts[i].WidthAt(labels.Format.Size));
            SetBody(items[i].Content, inside, new(label.AddContent(), labels.Texts[i], start, labels.Format));
        }
        flow.KeepEnds(starts, least: 2, Theme.KeptAtEnds);
    }

    void SetBody(IReadOnlyList<Block> content, Frame inside, SideLabel label)
    {
        var first = flow.Items.Count;
        var body = new BlockSetter(context, flow, inside);
        body.SetContent(content);
        if (flow.FirstDrawn(first) is null) body.SetEmptyLine(inside.Element);
        flow.FirstDrawn(first)!.Add(label);
        flow.FillUpTo(frame.Format.Leading, first, frame.Box);
    }

    void SetDefinitions(DefinitionList definitions)
    {
        var format = frame.Format with { IsBold = true };
        if (definitions.TermsBeside && definitions.Items.All(item => IsPlain(SpokenText.Of(item.Term, context.Wording))))
        {
            var terms = definitions.Items.Select(item => Shape(CleanText.Of(item.Term), format.Face)).ToList();
            var indent = terms.Count == 0 ? 0 : WidthOf(terms, format) + Theme.TermGap;
            if (indent < frame.Width * Theme.LargestTerm && frame.HasRoomFor(indent))
            {
                SetBeside(ListOf("None"), [.. definitions.Items.Select(item => new ListItem(item.Content))],
                    new(terms, format, indent, Theme.SmallGap) { ListDepth = frame.ListDepth });
                flow.Gap(Theme.BlockGap);
                return;
            }
        }
        SetBelow(definitions.Items, ListOf("None"));
    }

    static bool IsPlain(IReadOnlyList<Inline> term) =>
        term.Count > 0 && term.All(inline => inline is TextRun { Style: TextStyle.Plain or TextStyle.Bold, Language: null, Spoken: null });

    void SetBelow(IReadOnlyList<Definition> definitions, StructureElement list)
    {
        var outside = frame.WithRoomFor(Theme.DefinitionIndent);
        var starts = new List<int>(definitions.Count);
        foreach (var (term, content) in definitions)
        {
            starts.Add(flow.Items.Count);
            var item = list.Add("LI");
            flow.Gap(Theme.DefinitionGap);
            new BlockSetter(context, flow, outside).SetHead(term, item.Add("Lbl"), frame.Format with { IsBold = true });
            flow.SetGap(1);
            new BlockSetter(context, flow, outside.Indented(item.Add("LBody"), Theme.DefinitionIndent)).SetContent(content);
        }
        flow.KeepEnds(starts, least: 2, Theme.KeptAtEnds);
    }

    static string LabelOf(ListItem item, string label) => item.Done switch
    {
        true => "☑",
        false => "☐",
        _ => label,
    };

    string? BoxState(ListItem item) => item.Done switch
    {
        true => context.Wording.BoxTicked,
        false => context.Wording.BoxEmpty,
        _ => null,
    };

    static string NameOf(Numbering numbering) => numbering == Numbering.Digits ? "Decimal" : numbering.ToString();
}
