using System.Net.Http.Json;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Changes;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests;

namespace ThaffFunctions.Faults.Tests;

/// <summary>Somebody registers; where no answer came, they try again.</summary>
sealed class RegistrationScenario : IScenario
{
    const string Ada = "ada@werkstatt.example";

    bool answered;

    public DateTimeOffset Begin => new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    public Task PrepareAsync(World world) => PlanAsync(world, TestSessions.October);

    public static async Task PlanAsync(World world, Session session)
    {
        var store = world.Service<ProgrammeStore>();
        var known = await store.FindAsync(session.Id, CancellationToken.None);
        await store.WriteAsync([new(session, "programm.yaml", world.Now, known?.ETag ?? default)], CancellationToken.None);
    }

    public async Task ActAsync(World world)
    {
        answered = await RegisterAsync(world, "Ada", Ada);
        await world.SeenOrDeadAsync(() => IsSettledAsync(world));
    }

    public async Task FinishAsync(World world)
    {
        if (!answered) Assert.True(await RegisterAsync(world, "Ada", Ada));
        await world.FinishAsync(Timers, async () => await SeatedAsync(world) > 0 && await IsSettledAsync(world));
    }

    public async Task<Outcome> CountAsync(World world, IReadOnlyDictionary<string, int> mails)
    {
        var (seats, got) = (await SeatedAsync(world), mails.GetValueOrDefault(Ada));
        var most = answered ? 1 : 2; // who tries again though the first try was stored is told so
        return new(Convert.ToInt32(seats == 0) + Convert.ToInt32(got == 0), Math.Max(0, seats - 1) + Math.Max(0, got - most));
    }

    public static readonly (string Name, string Input)[] Timers =
    [
        (nameof(RecoverPendingWork), ""), (nameof(FollowProgramme.FollowWholeProgramme), ""), (nameof(Mail.Recovery.RecoverDeliveries), ""),
    ];

    /// <returns>Whether it was answered that all is well.</returns>
    public static async Task<bool> RegisterAsync(World world, string name, string email)
    {
        try
        {
            using var answer = await world.App.Http.PostAsJsonAsync("/api/registrations",
                new { session = TestSessions.October.Id.Value, firstName = name, lastName = "Löwe", email });
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public static async Task<bool> IsSettledAsync(World world) => !await world.Service<DeliveryStore>()
        .UnsettledAsync(Tables.Registrations, TestSessions.October.Id.Value, CancellationToken.None).AnyAsync();

    static async Task<int> SeatedAsync(World world) => await world.Service<RegistrationStore>()
        .AttendeesAsync(TestSessions.October.Id, AttendeeState.Seated, CancellationToken.None).CountAsync();
}
