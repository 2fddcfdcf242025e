using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Tests.Shared;

public sealed class SiteOptionsTests
{
    [Theory]
    [InlineData("", "Herausgegeben von: Agentur")]
    [InlineData("Kofinanziert von der Europäischen Union", "Herausgegeben von: Agentur", "Kofinanziert von der Europäischen Union")]
    public void Covers_say_who_publishes_and_who_pays(string notice, params string[] lines) =>
        Assert.Equal(lines, new SiteOptions { Operator = new() { Name = "Agentur" }, FundingNotice = notice }.Publisher);
}
