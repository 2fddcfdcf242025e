using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Tests;

/// <summary>What authors type for its look is not read aloud.</summary>
public sealed class TypedLayoutTests
{
    [Theory]
    [InlineData("Name:     Datum: \u00A0\u00A0 heute", "Name: Datum: heute")]
    [InlineData("Name: ____________ Ort: ___", "Name: [12] Ort: [3]")]
    [InlineData("__________", "(rule)")]
    [InlineData("- - - - - - -", "(rule)")]
    [InlineData(" ….. ", " ….. ")]
    [InlineData("Name: ............ Ort: ……………… (………) ……", "Name: [6] Ort: [9] ([4]) ……")]
    [InlineData("Pflege ........ 12", "Pflege ........ 12")]
    [InlineData("Beruf..............", "Beruf[7]")]
    [InlineData("und so weiter...... oder ... und so", "und so weiter...... oder ... und so")]
    [InlineData("a__b und snake_case", "a__b und snake_case")]
    [InlineData("bericht___final.docx", "bericht___final.docx")]
    [InlineData("___init und teil___", "___init und teil___")]
    [InlineData("9___9", "9___9")]
    [InlineData("(____), a___b: ____.", "([4]), a___b: [4].")]
    [InlineData("-----x", "-----x")]
    [InlineData("4 000 €", "4 000 €")]
    [InlineData("Libraries \\& Adults", "Libraries & Adults")]
    [InlineData("C:\\Ablage", "C:\\Ablage")]
    public void Spaces_lines_and_underscores_are_layout(string typed, string expected) =>
        Assert.Equal(expected, Shown(TypedLayout.Replaced([new Paragraph(typed)])[0]));

    [Fact]
    public void Program_text_keeps_its_spaces_and_underscores()
    {
        var code = new Paragraph(new TextRun("a    = ____ \\&", TextStyle.Code));

        Assert.Equal("a    = ____ \\&", Shown(TypedLayout.Replaced([code])[0]));
    }

    [Fact]
    public void In_a_cell_and_a_list_a_line_is_to_write_on()
    {
        var blocks = TypedLayout.Replaced([new BulletList(new ListItem(new Paragraph("________"))), new Table { Rows = [new("______")] }]);

        Assert.Equal("[8]", Shown(((BulletList)blocks[0]).Items[0].Content[0]));
        Assert.Equal("[6]", Shown(((Table)blocks[1]).Rows[0].Cells[0].Content[0]));
    }

    static string Shown(Block block) => block switch
    {
        ThematicBreak => "(rule)",
        Paragraph paragraph => string.Concat(paragraph.Content.Select(inline => inline is Blank blank ? $"[{blank.Letters}]"
            : ((TextRun)inline).Text)),
        _ => block.ToString(),
    };
}
