using ThaffFunctions.Shared;
using ThaffFunctions.Tests.Campaigns;

namespace ThaffFunctions.Tests.Shared;

public sealed class LanguageTests
{
    [Theory]
    [InlineData(10, 0, "8. Dezember, 10 Uhr", "8 December, 10 am")]
    [InlineData(13, 30, "8. Dezember, 13.30 Uhr", "8 December, 1.30 pm")]
    [InlineData(12, 0, "8. Dezember, 12 Uhr", "8 December, 12 pm")]
    public void A_moment_in_a_subject_has_no_colon_since_one_follows_it(int hour, int minute, string german, string english)
    {
        var moment = Sessions.At(2026, 12, 8, hour, minute);

        Assert.Equal((german, english), (Language.German.ShortMoment(moment), Language.English.ShortMoment(moment)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ada", "Ada")]
    [InlineData("Ada und Bo", "Ada", "Bo")]
    [InlineData("Ada, Bo und Cem", "Ada", "Bo", "Cem")]
    public void Names_are_listed_as_one_would_say_them(string listed, params string[] names) =>
        Assert.Equal(listed, Language.German.Listed(names));
}
