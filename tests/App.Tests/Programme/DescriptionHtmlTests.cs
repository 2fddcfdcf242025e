using ThaffFunctions.Programme;

namespace ThaffFunctions.Tests.Programme;

public sealed class DescriptionHtmlTests
{
    [Theory]
    [InlineData("Liebe Kolleg*innen, kommen Sie!", "Liebe Kolleg*innen, kommen Sie!")]
    [InlineData("Für Mentor*innen und *alle* anderen", "Für Mentor*innen und alle anderen")]
    [InlineData("**Ort:** Saal_2, `Raum 7`", "Ort: Saal_2, Raum 7")]
    [InlineData("# Worum es geht", "Worum es geht")]
    [InlineData("Siehe [die Seite](https://thaff.example/a_b).", "Siehe die Seite.")]
    public void A_preview_shows_the_words_without_the_marks(string markdown, string expected) =>
        Assert.Equal(expected, DescriptionHtml.PlainOf(markdown).Trim());
}
