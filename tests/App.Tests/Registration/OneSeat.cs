using ThaffFunctions.Registration;

namespace ThaffFunctions.Tests.Registration;

/// <summary>Everything is about a session with one seat, and who registers for it.</summary>
public abstract class OneSeat : IAsyncLifetime
{
    private protected const string Link = "/anmeldung";

    private protected Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    private protected Task<SentMail> MailAsync(Person person, string subject) => Stage.EventuallyAsync(async () =>
        (await stage.MailsAsync(person.Email)).LastOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)));

    private protected Task<HttpResponseMessage> PostAsync(string link, params (string Name, string Value)[] fields) =>
        stage.Http.PostAsync(link, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private protected async Task<IEnumerable<string>> NamesAsync(AttendeeState state) =>
        (await stage.Service<RegistrationStore>().AttendeesAsync(TestSessions.October.Id, state, CancellationToken.None).ToListAsync())
            .Select(attendee => attendee.FirstName);
}
