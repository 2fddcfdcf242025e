using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Letters;

namespace ThaffFunctions.NotesReading.Tests.Letters;

public sealed class SpacedLettersTests
{
    [Theory]
    [InlineData("W i c h t i g", "Wichtig")]
    [InlineData("E i n l a d u n g  z u m  T r e f f e n", "Einladung zum Treffen")]
    [InlineData("S E H R  G E E H R T E", "SEHR GEEHRTE")]
    [InlineData("A L L E S sehr w i c h t i g!", "ALLES sehr wichtig!")]
    [InlineData("W I C H T I G : heute", "WICHTIG : heute")]
    [InlineData("„N e u“", "„N e u“")]
    [InlineData("Gruppen A B C E und a e i o", "Gruppen A B C E und a e i o")]
    [InlineData("x o x o, j n j j, M D M D F", "x o x o, j n j j, M D M D F")]
    [InlineData("U S A, z. B. i. d. R.", "U S A, z. B. i. d. R.")]
    [InlineData("w i C h T i", "w i C h T i")]
    [InlineData("Beginn um 9 h i m Saal", "Beginn um 9 h i m Saal")]
    public void Letters_typed_apart_are_a_word(string written, string expected)
    {
        var remarks = new Remarks();

        var read = SpacedLetters.Joined([new Paragraph(written)], remarks);

        Assert.Equal(expected, Assert.IsType<TextRun>(Assert.IsType<Paragraph>(read[0]).Content[0]).Text);
        Assert.Equal(written == expected ? 0 : 1, remarks.Hints.Count);
    }

    [Fact]
    public void Program_text_keeps_its_letters() => Assert.Equal("n e u e", Assert.IsType<TextRun>(Assert.IsType<Paragraph>(
        SpacedLetters.Joined([new Paragraph(new TextRun("n e u e", TextStyle.Code))], new())[0]).Content[0]).Text);
}
