using System.Text;
using ThaffFunctions.NotesReading.Markdown;

namespace ThaffFunctions.NotesReading.Tests;

public sealed class ExponentTests
{
    [Theory]
    [InlineData("10^6^ Menschen", "10⁶ Menschen")]
    [InlineData("40 m^2^ und 3 km^2^", "40 m² und 3 km²")]
    [InlineData("10^-3^ und 10^+12^", "10⁻³ und 10⁺¹²")]
    [InlineData("2024^1^", "2024¹")]
    [InlineData("Beratung^1^", "Beratung<sup>1</sup>")]
    [InlineData("1^st^ und M^lle^", "1<sup>st</sup> und M<sup>lle</sup>")]
    [InlineData("CO~2~", "CO<sub>2</sub>")]
    [InlineData("**10**^6^", "<strong>10</strong>⁶")]
    public void A_raised_number_behind_a_number_or_unit_is_read_as_a_power(string markdown, string expected)
    {
        var notes = new MarkdownNotes().Parse(Encoding.UTF8.GetBytes(markdown), "Ein Termin", new())!;

        Assert.Equal($"<p>{expected}</p>", Markup.Of(notes.Compose(new Dictionary<string, Picture>())));
    }
}
