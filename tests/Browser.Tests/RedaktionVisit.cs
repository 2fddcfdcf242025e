using System.Net;

namespace ThaffFunctions.Browser.Tests;

/// <summary>Somebody in front of a site with one session, which has notes already.</summary>
public abstract class RedaktionVisit : IAsyncLifetime
{
    protected const string Session = "2026-10-sprache";
    protected const string List = $"/redaktion/termine/{Session}/anmeldungen";

    protected const string Programme = $"""
        sessions:
          - id: {Session}
            title: Sprache im Betrieb
            date: 2026-10-05
            start: 10:00
            end: 12:00
            place: Haus der Wirtschaft, Erfurt
            seats: 1
            registrationOpens: 2026-08-01 09:00
        """;

    static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private protected Stage stage = null!;
    private protected Visitor visitor = null!;

    /// <summary>What the session has besides: lines of its entry in the programme file.</summary>
    protected virtual string More => "";

    public virtual async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: new() { ["Documentation:QuietSeconds"] = "1" });
        await stage.PutAsync("programme", "2026.yaml", Programme + More);
        await Stage.EventuallyAsync(async () => (await stage.Http.GetAsync($"/termine/{Session}")).IsSuccessStatusCode);
        await stage.PutAsync("notes", "good-practice/punkt.png", Pixel); // a file that may be deleted, since nothing there is public
        await stage.PutAsync("notes", $"{Session}/notes.md", "# Sprache\n\n## Offene Fragen\n\n- Wer zahlt den Kurs?\n");
        await Stage.EventuallyAsync(async () => (await stage.Http.GetAsync($"/dokumentation/{Session}")).IsSuccessStatusCode);
        visitor = await Visitor.ComeAsync(stage);
    }

    public async Task DisposeAsync()
    {
        await visitor.DisposeAsync();
        await stage.DisposeAsync();
    }

    private protected async Task RegisterAsync(string firstName, string lastName, string email)
    {
        var answer = await stage.Http.PostAsync($"/termine/{Session}", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["session"] = Session,
            ["firstName"] = firstName,
            ["lastName"] = lastName,
            ["email"] = email,
            ["company"] = "Werkstatt",
            ["sector"] = "handwerk",
            ["region"] = "erfurt",
            ["attendance"] = "onSite",
            ["needs"] = "gebaerdensprache",
        }));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }
}
