using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Tests.Shared;

public sealed class TryAgainTests
{
    [Theory]
    [InlineData(20, "in einer Minute", "in a minute")]
    [InlineData(61, "in 2 Minuten", "in 2 minutes")]
    [InlineData(3600, "in 60 Minuten", "in 60 minutes")]
    [InlineData(7201, "in 3 Stunden", "in 3 hours")]
    public void Who_was_refused_for_a_while_is_told_when_to_come_again(int seconds, string german, string english) =>
        Assert.Equal(new Bilingual(german, english), TryAgain.In(TimeSpan.FromSeconds(seconds)));
}
