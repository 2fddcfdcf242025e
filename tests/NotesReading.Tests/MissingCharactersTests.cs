using AccessiblePdf;

namespace ThaffFunctions.NotesReading.Tests;

public sealed class MissingCharactersTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "Das Zeichen U+0001 gibt es in keiner Schrift")]
    [InlineData(2, "Die Zeichen U+0001, U+0002 gibt es in keiner Schrift")]
    [InlineData(500, "U+000C und 488 weitere gibt es in keiner Schrift")]
    public void Characters_that_no_font_has_are_told_in_one_hint(int count, string? expected)
    {
        var texts = Refusals.TextFor(
        [
            new(PdfWarningKind.UnknownAnchor, "ziel", "Blocks[0]"),
            .. Enumerable.Range(1, count).Select(number => new PdfWarning(PdfWarningKind.MissingCharacter, $"U+{number:X4}", "Blocks[0]")),
        ]).ToList();

        Assert.Equal(expected is null ? 0 : 1, texts.Count);
        Assert.All(texts, text => Assert.Contains(expected!, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Characters_of_a_script_without_font_are_told_in_one_hint_that_names_it()
    {
        var texts = Refusals.TextFor("希望深入了解。تعلם0".EnumerateRunes()
            .Select(letter => new PdfWarning(PdfWarningKind.MissingCharacter, $"U+{letter.Value:X4}", "Blocks[0]"))).ToList();

        Assert.Equal(4, texts.Count);
        Assert.StartsWith("Für chinesische Schriftzeichen", texts[0], StringComparison.Ordinal);
        Assert.StartsWith("Für arabische Schriftzeichen", texts[1], StringComparison.Ordinal);
        Assert.StartsWith("Für hebräische Schriftzeichen", texts[2], StringComparison.Ordinal);
        Assert.StartsWith("Das Zeichen U+0030", texts[3], StringComparison.Ordinal);
    }
}
