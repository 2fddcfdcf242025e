using AccessiblePdf.Bidi;
using CsCheck;

namespace AccessiblePdf.Tests;

/// <summary>The order of mixed lines (UAX 9); capitals stand for Hebrew letters, as in the standard's own examples.</summary>
public sealed class BidiTests
{
    static readonly string[] Parts =
    [
        "a", "ä", "א", "ש", "ا", "ب", "1", "2", "٣", "+", "-", "€", "%", ",", ".", " ", "(", ")", "[", "]", "\u05B0", "\u0301", "\u200E",
        "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u00AD", "😀",
    ];

    static readonly Gen<string> Text =
        Gen.Int[0, Parts.Length - 1].Array[0, 30].Select(parts => string.Concat(parts.Select(at => Parts[at])));

    [Theory]
    [InlineData("car means CAR.", "car means RAC.", false)]
    [InlineData("car MEANS CAR.", ".RAC SNAEM car", true)]
    [InlineData("SHALOM thüringen 2026", "thüringen 2026 MOLAHS", true)]
    [InlineData("NR 030-1234567, AM 12.03.2026.", ".12.03.2026 MA ,030-1234567 RN", true)]
    [InlineData("PREIS 10 €", "€ 10 SIERP", true)]
    [InlineData("das (ABC) und [DEF 1]", "das (CBA) und [1 FED]", false)]
    [InlineData("ABC (def) GHI", "IHG (def) CBA", true)]
    [InlineData("he said \u2067CAR (b)\u2069.", "he said (b) RAC.", false)]
    [InlineData("abc \u202EDef\u202C", "abc feD", false)]
    public void A_line_is_shown_in_the_order_of_its_letters(string written, string shown, bool isRightToLeft)
    {
        var text = string.Concat(written.Select(letter => letter is >= 'A' and <= 'Z' ? (char)('א' + letter - 'A') : letter));
        var levels = EmbeddingLevels.Of(text, isRightToLeft);

        var line = string.Concat(EmbeddingLevels.VisualOrder(levels)
            .Select(at => levels[at] % 2 == 1 ? (char)Mirrors.Of(written[at]) : written[at])
            .Where(letter => letter is < '\u2000' or '€'));

        Assert.Equal(shown, line);
    }

    [Theory]
    [InlineData("abc אבג", false)]
    [InlineData("12 – אבג abc", true)]
    [InlineData("\u2067אבג\u2069 abc", false)]
    [InlineData("\u200Fabc", true)]
    [InlineData("12.03.2026", null)]
    public void A_paragraph_goes_the_way_of_its_first_letter(string text, bool? isRightToLeft) =>
        Assert.Equal(isRightToLeft, EmbeddingLevels.IsRightToLeft(text));

    [Fact]
    public void Any_text_is_put_in_some_order() => Gen.Select(Text, Gen.Bool).Sample((text, isRightToLeft) =>
    {
        var levels = EmbeddingLevels.Of(text, isRightToLeft);
        return levels.Length == text.Length && EmbeddingLevels.VisualOrder(levels).Order().SequenceEqual(Enumerable.Range(0, text.Length));
    });

    [Fact]
    public void What_holds_nothing_from_right_to_left_stays_as_it_is() => Text
        .Where(text => !BidiClasses.MayTurn(text))
        .Sample(text => EmbeddingLevels.Of(text, isRightToLeft: false).All(level => level % 2 == 0));

    [Fact]
    public void Brackets_face_each_other_both_ways()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            Assert.Equal(code, Mirrors.Of(Mirrors.Of(code)));
            Assert.Equal(-Mirrors.Bracket(code), Mirrors.Bracket(Mirrors.Of(code)));
        }
    }
}
