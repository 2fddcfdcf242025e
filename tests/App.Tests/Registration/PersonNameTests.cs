using System.Text;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Tests.Registration;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ada Löwe")]
    [InlineData("Bo O’Neill")]
    [InlineData("Bo O'Neill")]
    [InlineData("Cem Yıldız-Straße")]
    [InlineData("Dr. rer. nat. Ada von der Löwe")]
    [InlineData("Prof. Dr. A. M. Groot")]
    [InlineData("Marie de Vries")]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("Zoë D’Ångström-Œuvré")]
    [InlineData("Мария Иванова")]
    [InlineData("محمد علي")]
    [InlineData("王 小明")]
    [InlineData("Anne - Marie Drei")]
    public void Names_look_like_names(string name)
    {
        Assert.True(PersonName.IsLikely(name));
        Assert.True(PersonName.IsLikely(name.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("evil .com")]
    [InlineData("evil dot com")]
    [InlineData("evil punkt de")]
    [InlineData("Evil (dot) com")]
    [InlineData("evil. com")]
    [InlineData("evil. de")]
    [InlineData("evil\u2024com")] // one dot leader
    [InlineData("evil com")]
    [InlineData("1.2.3.4 Ada")]
    [InlineData("1 . 2 . 3 . 4")]
    [InlineData("Ruf 0361 123456")]
    [InlineData("+49 361 / 12 34 56 Löwe")]
    [InlineData("Ruf \uFF10\uFF13\uFF16\uFF11")] // full-width digits
    [InlineData("Ruf ①②③")]
    [InlineData("Ruf ٠١٢٣")]
    [InlineData("null drei sechs eins")]
    [InlineData("ada at firma")]
    [InlineData("ada @ firma")]
    [InlineData("http: evil")]
    [InlineData("evil/gewinn Löwe")]
    [InlineData("evil_com Löwe")]
    [InlineData("pаypal Service")] // a Cyrillic а
    [InlineData("<b>Ada</b> Löwe")]
    [InlineData("Sie haben heute alle gewonnen")]
    [InlineData("🦊 Fuchs")]
    [InlineData("%name% Löwe")]
    [InlineData("Telegram Gewinn")]
    [InlineData("")]
    public void Numbers_addresses_and_links_in_disguise_do_not(string name) => Assert.False(PersonName.IsLikely(name));
}
