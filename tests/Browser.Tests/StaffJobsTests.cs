namespace ThaffFunctions.Browser.Tests;

/// <summary>What staff do, by keyboard alone.</summary>
public sealed class StaffJobsTests : RedaktionVisit
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await visitor.SignInAsync();
    }

    [Fact]
    public async Task Staff_do_their_jobs_by_keyboard()
    {
        await visitor.OpenAsync($"/redaktion/termine/{Session}");
        await visitor.TypeAsync("Titel", "Sprache in der Werkstatt");
        await DoAsync("Speichern");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Sprache in der Werkstatt");

        await visitor.OpenAsync("/redaktion/aussendungen");
        await visitor.PressAsync("Einladung");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Anhalten" })).ToBeVisibleAsync();
        await DoAsync("Anhalten");
        await DoAsync("Freigeben");

        foreach (var (first, last) in new[] { ("Vera", "Groß"), ("Bo", "Klein") })
        {
            await visitor.OpenAsync(List + "/neu");
            await visitor.TypeAsync("Vorname", first);
            await visitor.TypeAsync("Nachname", last);
            await visitor.TypeAsync("Telefon", "0361 55");
            await DoAsync("Anmelden");
        }

        stage.Clock.SetUtcNow(new(2026, 10, 4, 12, 0, 0, TimeSpan.Zero)); // nobody moves up by themselves any more
        await visitor.SignInAsync();
        await visitor.OpenAsync(List);
        await visitor.PressAsync("Vera Groß");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Vera Groß");
        await visitor.Page.GetByLabel("Ja, die Person kommt nicht").PressAsync("Space");
        await DoAsync("Anmeldung absagen");
        await visitor.OpenAsync(List);
        await visitor.PressAsync("Bo Klein");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Bo Klein");
        await DoAsync("Platz geben");

        await visitor.OpenAsync("/redaktion/datenschutz");
        await visitor.TypeAsync("oder Name", "Bo Klein");
        await visitor.PressAsync("Suchen");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Ansehen" })).ToBeVisibleAsync();
        await visitor.PressAsync("Ansehen");
        await Assertions.Expect(visitor.Page.Locator("#nochmals")).ToBeVisibleAsync();
        await visitor.TypeAsync("Zur Bestätigung", "Bo Klein");
        await DoAsync("Diese Anmeldung löschen");

        stage.Clock.SetUtcNow(new(2026, 10, 12, 12, 0, 0, TimeSpan.Zero));
        await visitor.SignInAsync();
        await visitor.OpenAsync("/redaktion/fragen");
        await visitor.PressAsync("Bearbeiten");
        await Assertions.Expect(visitor.Page.Locator("#passedTo")).ToBeVisibleAsync();
        await visitor.TypeAsync("An wen", "Landesamt");
        await visitor.TypeAsync("Wann", "10102026"); // the 10th of October, whatever the browser puts first
        await DoAsync("Speichern");

        Assert.Empty(visitor.Faults);

        async Task DoAsync(string button)
        {
            await visitor.PressAsync(button);
            await Assertions.Expect(visitor.Page.Locator("[role=status][autofocus]")).ToBeFocusedAsync();
        }
    }
}
