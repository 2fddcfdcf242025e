using Azure.Data.Tables;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Staff;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.Privacy.Staff;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Privacy.Staff;

public sealed class PersonWordsTests
{
    [Fact]
    public void How_somebody_takes_part_is_told_as_everywhere_else()
    {
        foreach (var mode in Enum.GetValues<AttendanceMode>())
            Assert.Contains(("Teilnahme", AttendanceWords.Of(mode)), FactsOf(new() { ["Mode"] = mode.ToString() }));
    }

    [Fact]
    public async Task Mails_and_needs_are_called_as_everywhere_else()
    {
        await using var stage = await Stage.OpenAsync();
        foreach (var mail in stage.Service<IEnumerable<IMailComposer>>())
            Assert.Contains(("Art der Nachricht", mail.Kind == StaffNotices.Kind ? "Benachrichtigung der Redaktion" : mail.CalledByStaff),
                FactsOf(new() { ["Kind"] = mail.Kind }));
        foreach (var mail in stage.Service<IEnumerable<IBatchComposer>>())
            Assert.Contains(("Art der Nachricht", mail.CalledByStaff), FactsOf(new() { ["Kind"] = mail.Kind }));
        foreach (var (key, _) in AccessNeeds.All)
            Assert.Contains(("Bedarf", new AccessNeeds(key, "").Words), FactsOf(new() { ["Needs"] = key }));
        foreach (var state in Enum.GetNames<NeedState>())
            Assert.DoesNotContain(("Antwort auf den Bedarf", state), FactsOf(new() { ["NeedState"] = state }));
        foreach (var kind in Enum.GetNames<ContactKind>())
            Assert.DoesNotContain(("Art", kind), FactsOf(new() { ["ContactKind"] = kind }));
    }

    /// <summary>The same word in another table means something else, or nothing.</summary>
    [Fact]
    public void How_a_row_stands_is_called_by_its_table_as_on_the_other_pages()
    {
        var subscribers = new Dictionary<SubscriberState, string>
        {
            [SubscriberState.Pending] = "noch nicht bestätigt",
            [SubscriberState.Active] = "im Verteiler",
            [SubscriberState.Left] = "abbestellt",
        };
        var mails = Enum.GetValues<DeliveryState>().Select(state => ($"{state}", CampaignWords.StateOf(state))).ToList();
        var expected = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            [Tables.Registrations] = Words(
                [.. Enum.GetValues<AttendeeState>().Select(state => ($"{state}", RegistrationWords.StateOf(state))), .. mails]),
            [Tables.Subscribers] = Words([.. Enum.GetValues<SubscriberState>().Select(state => ($"{state}", subscribers[state])), .. mails]),
            [Tables.Deliveries] = Words(mails),
            [Tables.Campaigns] = Words(Enum.GetValues<CampaignState>().Select(state => ($"{state}", CampaignWords.StateOf(state)))),
            [Tables.Limits] = Words([]),
        };

        foreach (var (table, words) in expected)
            foreach (var state in expected.Values.SelectMany(all => all.Keys).Distinct())
                Assert.Equal([("Stand", words.GetValueOrDefault(state, state))],
                    PersonWords.FactsOf(PersonalRecord.Of(table, PersonalRecordKind.Technical, new TableEntity { ["State"] = state })));

        static IReadOnlyDictionary<string, string> Words(IEnumerable<(string State, string Word)> words) =>
            words.ToDictionary(each => each.State, each => each.Word);
    }

    [Theory]
    [InlineData("WaitingSince", "Aufgehalten seit")]
    [InlineData("Deadline", "Genannte Frist")]
    public void Moments_that_are_stored_as_text_are_told_in_German(string column, string name) =>
        Assert.Equal([(name, "30. November 2026, 11:00 Uhr")], FactsOf(new() { [column] = "2026-11-30T10:00:00.0000000+00:00" }));

    [Fact]
    public void What_somebody_was_told_of_a_session_is_a_sentence() =>
        Assert.Equal([("Zuletzt mitgeteilt", "5. Oktober 2026, 10:00 Uhr; Rathaus; abgesagt")], FactsOf(new()
        {
            ["Told"] = """{"Start":"2026-10-05T08:00:00+00:00","End":"2026-10-05T10:00:00+00:00","Place":"Rathaus","OnlineLink":null,"IsCancelled":true}""",
        }));

    [Theory]
    [InlineData("")]
    [InlineData("kaputt")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"Start":5}""")]
    [InlineData("""{"Start":"bald"}""")]
    [InlineData("""{"Start":"2026-10-05T08:00:00+00:00","Place":7}""")]
    [InlineData("""{"Start":"2026-10-05T08:00:00+00:00","IsCancelled":"ja"}""")]
    public void A_damaged_cell_is_told_as_it_is_stored(string told) => Assert.Equal(
        told.Length > 0 ? [("Zuletzt mitgeteilt", told)] : [], FactsOf(new() { ["Told"] = told }));

    [Fact]
    public void What_people_typed_stays_as_they_typed_it() =>
        Assert.Equal([("Frage", "Online")], FactsOf(new() { ["Question"] = "Online" }));

    static IEnumerable<(string Name, string Text)> FactsOf(TableEntity row) =>
        PersonWords.FactsOf(PersonalRecord.Of(Tables.Registrations, PersonalRecordKind.Registration, row));
}
