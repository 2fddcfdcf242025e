using ThaffFunctions.NotesReading.Letters;

namespace ThaffFunctions.NotesReading.Tests.Letters;

public sealed class PlainLettersTests
{
    [Theory]
    [InlineData("Die ﬁnanzielle Förderung, Auﬂagen, eﬀektiv", "Die finanzielle Förderung, Auflagen, effektiv")]
    [InlineData("Die Ligatur ﬁ", "Die Ligatur ﬁ")]
    [InlineData("𝗪𝗶𝗰𝗵𝘁𝗶𝗴: 𝘡𝘶 𝟮 Ⓗⓘⓝⓦⓔⓘⓢ", "Wichtig: Zu 2 Hinweis")]
    [InlineData("Null\u200Bbreite Wort\u2060verbinder", "Nullbreite Wortverbinder")]
    [InlineData("𝐸 = 𝑚𝑐², für ein 𝑥", "𝐸 = 𝑚𝑐², für ein 𝑥")]
    [InlineData("Ⓐ und ① m² ½ ™", "Ⓐ und ① m² ½ ™")]
    [InlineData("https://\u200Bthaff.example/\u200Ba", "https://\u200Bthaff.example/\u200Ba")]
    [InlineData("می\u200Cخواهم 👩\u200D💻", "می\u200Cخواهم 👩\u200D💻")]
    public void Letters_chosen_for_their_look_become_ordinary_ones(string written, string expected) =>
        Assert.Equal(expected, PlainLetters.Of(written));
}
