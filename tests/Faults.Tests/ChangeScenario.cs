using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Changes;
using ThaffFunctions.Tests;

namespace ThaffFunctions.Faults.Tests;

/// <summary>A session gets another place, and everybody who has a seat is told.</summary>
sealed class ChangeScenario : IScenario
{
    static readonly string[] s_people = ["ada@werkstatt.example", "bo@pflege.example", "cem@bau.example"];

    public DateTimeOffset Begin => new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    public async Task PrepareAsync(World world)
    {
        await RegistrationScenario.PlanAsync(world, TestSessions.October);
        foreach (var email in s_people) Assert.True(await RegistrationScenario.RegisterAsync(world, "Gast", email));
        await world.FinishAsync(RegistrationScenario.Timers,
            async () => world.Mail.Accepted.Count >= s_people.Length && await RegistrationScenario.IsSettledAsync(world));
        await RegistrationScenario.PlanAsync(world, TestSessions.October with { Place = "Kammer, Gera", Revision = 1 });
    }

    public async Task ActAsync(World world)
    {
        await FollowAsync(world);
        world.SetClock(world.Now + TimeSpan.FromMinutes(16));
        await FollowAsync(world);
        await world.SeenOrDeadAsync(() => IsToldAsync(world));
    }

    public Task FinishAsync(World world) => world.FinishAsync(RegistrationScenario.Timers, () => IsToldAsync(world));

    public Task<Outcome> CountAsync(World world, IReadOnlyDictionary<string, int> mails) =>
        Task.FromResult(Outcome.OnceEach(s_people, mails));

    static async Task FollowAsync(World world) =>
        await Task.WhenAll(world.Apps.Select(app => app.FireAsync(nameof(FollowProgramme), TestSessions.October.Id.Value)));

    static async Task<bool> IsToldAsync(World world) =>
        s_people.All(email => world.Mail.Accepted.Count(mail => mail.To == email) > 1) && await RegistrationScenario.IsSettledAsync(world);
}
