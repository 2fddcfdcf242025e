namespace ThaffFunctions.Tests;

public sealed class StageTests
{
    [Fact]
    public async Task The_app_starts_and_shows_its_styles()
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await stage.Http.GetAsync("/assets/site.css");

        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
    }
}
