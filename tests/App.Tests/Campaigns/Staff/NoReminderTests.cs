using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Campaigns.Staff;

public sealed class NoReminderTests : SignedIn
{
    const string Path = "/redaktion/termine/2026-10-sprache-im-betrieb";

    [Fact]
    public async Task Of_a_session_that_is_moved_to_so_soon_that_nobody_is_reminded_its_page_says_so()
    {
        await stage.PlanAsync(TestSessions.October);
        Assert.DoesNotContain("Keine Erinnerung", (await staff.SeeAsync(Path)).Body!.TextContent, StringComparison.Ordinal);

        stage.Clock.SetUtcNow(TestSessions.October.Start.AddDays(-20));
        using var later = await StaffBrowser.OpenAsync(stage); // signed in again
        var tomorrow = TestSessions.October.Start.AddDays(-19).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var moved = await later.DoAsync(Path, Path, ("date", tomorrow), ("registrationCloses", ""));

        var note = Assert.Single(moved.QuerySelectorAll("a"), link => link.TextContent.StartsWith("Keine Erinnerung", StringComparison.Ordinal));
        var announcement = await later.SeeAsync(note.GetAttribute("href")!);
        Assert.StartsWith("alle mit Platz", announcement.QuerySelector("#session option[selected]")!.TextContent, StringComparison.Ordinal);
    }
}
