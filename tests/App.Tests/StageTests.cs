namespace ThaffFunctions.Tests;

public sealed class StageTests
{
    [Fact]
    public async Task The_app_starts_and_shows_its_styles_with_strict_headers()
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await stage.Http.GetAsync("/assets/site.css");

        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }
}
