using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Tests.Mail;

/// <summary>The way round: the mail service tells by itself, signed, what became of a mail.</summary>
public sealed class MailFatesTests
{
    [Theory]
    [InlineData("ada@bounce.example", DeliveryState.Bounced, true, true)]
    [InlineData("ada@dropped.example", DeliveryState.Bounced, true, true)]
    [InlineData("ada@deferred.example", DeliveryState.Delivered, false, false)]
    [InlineData("ada@spam.example", DeliveryState.Delivered, false, true)]
    [InlineData("ada@leave.example", DeliveryState.Delivered, false, true)]
    public async Task The_fate_of_a_mail_stands_in_its_row_and_keeps_the_next_one_back(string address, DeliveryState state, bool everything,
        bool mailingList)
    {
        await using var stage = await TestMails.OpenAsync();

        var id = await stage.QueueAsync(address);

        await stage.ReachesAsync(id, state);
        await Stage.EventuallyAsync(async () => await IsSuppressedAsync(stage, address, SuppressionScope.MailingList) == mailingList);
        Assert.Equal(everything, await IsSuppressedAsync(stage, address, SuppressionScope.Everything));
    }

    [Fact]
    public async Task No_log_names_an_address_or_a_person()
    {
        using var log = new RecordedLog();
        await using var stage = await TestMails.OpenAsync(replace: services => services.AddSingleton<ILoggerProvider>(log));
        await stage.FailAsync("500");
        var ids = await stage.WriteAsync(TestMails.Kind, "ada@firma.example", "bo@bounce.example", "cem@nirgends");

        await stage.FailsAsync("DeliverMail", ids[0].ToString());
        foreach (var id in ids) await stage.FireAsync("DeliverMail", id.ToString());
        await stage.ReachesAsync(ids[1], DeliveryState.Bounced);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example")).Count == 1);

        Assert.Contains(log.Lines, line => line.Contains(ids[2].ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line =>
            line.Contains("example", StringComparison.Ordinal) || line.Contains("nirgends", StringComparison.Ordinal)
                || line.Contains("Löwe", StringComparison.Ordinal));
    }

    static Task<bool> IsSuppressedAsync(Stage stage, string address, SuppressionScope scope) =>
        stage.Service<Suppression>().IsSuppressedAsync(EmailAddress.Stored(address), scope, CancellationToken.None);
}
