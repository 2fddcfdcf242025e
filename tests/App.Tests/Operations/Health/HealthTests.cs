using System.Net;

namespace ThaffFunctions.Tests.Operations.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task A_probe_learns_that_the_app_runs_and_nothing_else()
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await stage.Http.GetAsync("/health");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"status":"alive"}""", await answer.Content.ReadAsStringAsync());
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }
}
