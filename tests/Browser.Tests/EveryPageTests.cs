namespace ThaffFunctions.Browser.Tests;

/// <summary>
/// Every kind of page that links of the demonstration year lead to, at three widths, light, dark and in forced colours: nothing for
/// axe-core or html-validate to find, no scrolling sideways, no message in the console, no request to another origin.
/// </summary>
public sealed class EveryPageTests
{
    static readonly Dictionary<string, string> Demonstration = new()
    {
        ["Demonstration:Enabled"] = "true",
        ["Documentation:QuietSeconds"] = "1",
    };

    [Fact]
    public async Task Public_pages_can_be_read_by_everybody()
    {
        await using var stage = await OpenAsync();
        await using var visitor = await Visitor.ComeAsync(stage);
        var walk = new Walk(visitor);

        await walk.FollowLinksAsync("/");
        await walk.EndAsync();

        Assert.InRange(walk.Pages.Count, 10, 100);
        foreach (var path in new[] { "/en", "/en/newsletter", "/en/datenschutz", "/leichte-sprache" }) Assert.Contains(path, walk.Pages);
        Assert.Contains(walk.Pages, path => path.StartsWith("/en/termine/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Staff_pages_can_be_read_by_everybody()
    {
        await using var stage = await OpenAsync();
        await using var visitor = await Visitor.ComeAsync(stage);
        await visitor.SignInAsync();
        var walk = new Walk(visitor);

        await walk.FollowLinksAsync("/redaktion");
        await walk.EndAsync();

        Assert.InRange(walk.Pages.Count(page => page.StartsWith("/redaktion", StringComparison.Ordinal)), 2, 100);
    }

    /// <summary>Developers' pages: they pass axe and stand at 320 px too.</summary>
    [Fact]
    public async Task The_local_hosts_pages_can_be_read_by_everybody()
    {
        await using var stage = await OpenAsync();
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Count > 0);
        await using var visitor = await Visitor.ComeAsync(stage);
        List<string> findings = [];

        foreach (var path in new[] { "/_local", "/_local/mailbox", $"/_local/mailbox/{(await stage.MailsAsync())[0].Id}" })
        {
            await visitor.OpenAsync(path);
            await LookAsync();
        }

        await visitor.OpenAsync("/_local");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Run SendDueCampaigns" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("What it said");
        await LookAsync();
        Assert.Empty(findings);

        async Task LookAsync()
        {
            foreach (var look in DisplaySettings.All)
            {
                await look.ApplyAsync(visitor.Page);
                if (await visitor.OverhangAsync() is > 0 and var pixels) findings.Add($"{visitor.Path} ({look}): {pixels} px sideways");
                findings.AddRange((await visitor.AxeAsync()).Select(found => $"{visitor.Path} ({look}): {found}"));
            }
        }
    }

    static async Task<Stage> OpenAsync()
    {
        var stage = await Stage.OpenAsync(settings: Demonstration);
        await Stage.EventuallyAsync(async () =>
            (await stage.Http.GetStringAsync("/dokumentation")).Split("/dokumentation/20").Length > 10);
        return stage;
    }
}
