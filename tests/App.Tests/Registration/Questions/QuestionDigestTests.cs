using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.Registration.Seating;
using static ThaffFunctions.Tests.TestSessions;

namespace ThaffFunctions.Tests.Registration.Questions;

/// <summary>Staff get the questions of a session once, on the working day before it.</summary>
public sealed class QuestionDigestTests
{
    /// <summary>2 p.m. on the Friday before: 3 October is a holiday, 5 October a Monday.</summary>
    static readonly DateTimeOffset Due = Sessions.At(2026, 10, 2, 14);

    [Fact]
    public async Task All_questions_come_in_one_mail_on_the_working_day_before_without_who_asked()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October with { Seats = 1 });
        await stage.RegisterAsync(Person.Ada, changes: ("question", "Wer zahlt den Kurs?"));
        await stage.RegisterAsync(Person.Bo, changes: ("question", "Gibt es Muster?"));
        await stage.RegisterAsync(Person.Cem);

        await AtAsync(stage, Due.AddMinutes(-1));
        Assert.Empty(await DigestsAsync(stage));
        foreach (var minutes in new[] { 0, 15, 30 }) await AtAsync(stage, Due.AddMinutes(minutes));

        var mail = Assert.Single(await DigestsAsync(stage));
        Assert.Equal(("redaktion@thaff.example", "Fragen zum 5. Oktober, 10 Uhr: Sprache im Betrieb"), (mail.To, mail.Subject));
        Assert.Contains("- Wer zahlt den Kurs?\n- Gibt es Muster?", mail.Text.Replace("\r", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.DoesNotContain("Löwe", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_questions_and_of_a_cancelled_session_nothing_comes_and_a_late_question_still_does()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.RegisterAsync(Person.Ada);
        await AtAsync(stage, Due);
        Assert.Empty(await DigestsAsync(stage));

        await stage.RegisterAsync(Person.Bo, changes: ("question", "Noch eine?"));
        await stage.PlanAsync(October with { Status = SessionStatus.Cancelled, Revision = 1 });
        await AtAsync(stage, Due.AddMinutes(15));
        Assert.Empty(await DigestsAsync(stage));
        await stage.PlanAsync(October with { Revision = 2 });
        await AtAsync(stage, Due.AddMinutes(30));

        Assert.Contains("Noch eine?", Assert.Single(await DigestsAsync(stage)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cancels_before_takes_the_question_along()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" });
        await stage.PlanAsync(October);
        await stage.RegisterAsync(Person.Ada, changes: ("question", "Wer zahlt den Kurs?"));
        stage.Clock.SetUtcNow(Due);
        await stage.FireAsync("SendQuestions");
        var digest = await stage.Service<DeliveryStore>().UnsettledAsync(Tables.Registrations, October.Id.Value, CancellationToken.None)
            .SingleAsync(delivery => delivery.Kind == "question-digest");
        var ada = (await SeatBook.ReadAsync(stage)).Seated[0];
        await stage.Service<Cancellation>().CancelAsync(October.Id, ada.Key, null, CancellationToken.None);

        await stage.FireAsync("DeliverMail", digest.Id.ToString());

        Assert.Empty(await DigestsAsync(stage));
    }

    static async Task AtAsync(Stage stage, DateTimeOffset now)
    {
        stage.Clock.SetUtcNow(now);
        await stage.FireAsync("SendQuestions");
        await Stage.EventuallyAsync(async () => !await stage.Service<DeliveryStore>()
            .UnsettledAsync(Tables.Registrations, October.Id.Value, CancellationToken.None).AnyAsync());
    }

    static async Task<IReadOnlyList<SentMail>> DigestsAsync(Stage stage) =>
        [.. (await stage.MailsAsync("redaktion@thaff.example")).Where(mail => mail.Subject.StartsWith("Fragen", StringComparison.Ordinal))];
}
