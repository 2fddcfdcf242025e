using Ical.Net;
using Ical.Net.CalendarComponents;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using static ThaffFunctions.Tests.TestSessions;

namespace ThaffFunctions.Tests.Registration.Changes;

/// <summary>A session with one seat that is changed, and the mails that tell of it.</summary>
static class ChangeDesk
{
    public static readonly TimeSpan Together = TimeSpan.FromMinutes(15);

    /// <summary>One seat: Ada has it, Bo waits.</summary>
    public static readonly Session Planned = October with { Seats = 1 };

    public static readonly Session Moved = Planned with
    {
        Start = Planned.Start.AddDays(7),
        End = Planned.End.AddDays(7),
        MovedFrom = Planned.Start,
        Revision = 1,
    };

    public static readonly Session Cancelled = Planned with { Status = SessionStatus.Cancelled, Revision = 1 };

    /// <summary>Messages of deliveries come when a test says so.</summary>
    public static readonly Dictionary<string, string> Slow = new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" };

    /// <summary>The queue's messages come.</summary>
    public static async Task DeliverAsync(Stage stage)
    {
        foreach (var queued in (await UnsettledAsync(stage)).Where(delivery => delivery.State == DeliveryState.Queued))
            await stage.FireAsync("DeliverMail", queued.Id.ToString());
    }

    public static async Task<Stage> OpenAsync(Dictionary<string, string>? settings = null, string? storage = null,
        Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? replace = null)
    {
        var stage = await Stage.OpenAsync(settings: settings, storage: storage, replace: replace);
        await stage.PlanAsync(Planned);
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        if (settings is null) await SettledAsync(stage);
        return stage;
    }

    /// <summary>Time passes, and the message comes that waited for it.</summary>
    public static async Task TickAsync(Stage stage, TimeSpan time, bool isSettled = true)
    {
        stage.Clock.Advance(time);
        await stage.FireAsync("FollowProgramme", Planned.Id.Value);
        if (isSettled) await SettledAsync(stage);
    }

    public static Task SettledAsync(Stage stage) => Stage.EventuallyAsync(async () => (await UnsettledAsync(stage)).Count == 0);

    public static async Task<List<Delivery>> UnsettledAsync(Stage stage) => await stage.Service<DeliveryStore>()
        .UnsettledAsync(Tables.Registrations, Planned.Id.Value, CancellationToken.None).ToListAsync();

    public static async Task<IReadOnlyList<SentMail>> ChangesAsync(Stage stage, Person? person = null) =>
        [.. (await stage.MailsAsync(person?.Email)).Where(mail =>
            mail.Subject.StartsWith("Geändert, ", StringComparison.Ordinal) || mail.Subject.StartsWith("Abgesagt ist ", StringComparison.Ordinal)
            || mail.Subject.StartsWith("Findet doch ", StringComparison.Ordinal))];

    public static (Calendar Calendar, CalendarEvent Event) EntryOf(SentMail mail)
    {
        var calendar = Calendar.Load(mail.Calendar)!;
        return (calendar, Assert.Single(calendar.Events));
    }
}
