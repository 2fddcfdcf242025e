using System.Net.Http.Json;

namespace ThaffFunctions.Benchmarks;

/// <summary>Registrations of ever new people for a session that takes them.</summary>
sealed class Registrations
{
    /// <summary>All come from one client.</summary>
    public static readonly string[] Unlimited = ["--Registration:PostsPerClientAndHour=1000000",
        "--Registration:AddressesPerClientAndDay=1000000"];

    readonly RunningApp app;
    readonly string session;

    Registrations(RunningApp app, string session) => (this.app, this.session) = (app, session);

    public static async Task<Registrations> OpenAsync(RunningApp app)
    {
        var programme = await app.Http.GetFromJsonAsync<Programme>("/programm.json");
        return new(app, programme!.Sessions.First(session => session.Registration is "open" or "waitingList").Id);
    }

    static object Somebody(string session) => new
    {
        session,
        firstName = "Gast",
        lastName = Guid.NewGuid().ToString("N"),
        email = $"{Guid.NewGuid():N}@example.org",
        company = "Werkstatt",
        sector = "handwerk",
        region = "erfurt",
    };

    public Task PostAsync() => PostToAsync(app, session);

    /// <summary>To the empty app too, which answers without reading.</summary>
    public static async Task PostToAsync(RunningApp app, string session)
    {
        using var answer = await app.Http.PostAsJsonAsync("/api/registrations", Somebody(session));
        answer.EnsureSuccessStatusCode();
    }

    sealed record Programme(List<Session> Sessions);

    sealed record Session(string Id, string Registration);
}
