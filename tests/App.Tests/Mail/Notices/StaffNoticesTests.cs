using ThaffFunctions.Mail.Notices;

namespace ThaffFunctions.Tests.Mail.Notices;

public sealed class StaffNoticesTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly StaffNotice Notice = new("was-geschah", "Etwas ist geschehen", ["Ein Absatz mit <Klammern>."], ["eins", "zwei"]);

    [Fact]
    public async Task Everybody_on_the_staff_is_told_once()
    {
        await using var stage = await Stage.OpenAsync(
            settings: new() { ["Site:StaffEmails"] = "eins@thaff.example; zwei@thaff.example;eins@thaff.example;" });
        var notices = stage.Service<StaffNotices>();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => notices.TellAsync(Notice, CancellationToken.None)));
        await notices.TellAsync(Notice with { Key = "anderes" }, CancellationToken.None);

        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Count >= 4);
        Assert.Equal(
            ["eins@thaff.example", "eins@thaff.example", "zwei@thaff.example", "zwei@thaff.example"],
            (await stage.MailsAsync()).Select(mail => mail.To).Order());
    }

    [Fact]
    public async Task A_notice_reads_well_and_names_who_is_responsible()
    {
        await using var stage = await Stage.OpenAsync();

        await stage.Service<StaffNotices>().TellAsync(Notice, CancellationToken.None);

        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).SingleOrDefault());
        Assert.StartsWith("ThAFF Praxisaustausch\n\nEtwas ist geschehen\n\nEin Absatz mit <Klammern>.\n\n- eins\n- zwei\n\n", mail.Text,
            StringComparison.Ordinal);
        Assert.Contains("Musterstraße 1, 99084 Erfurt", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/impressum", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/datenschutz", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\">", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task One_very_long_item_is_cut_wherever_it_stands_and_the_others_stay(int place)
    {
        await using var stage = await Stage.OpenAsync();
        string[] items = ["eins", "zwei", "drei", "vier"];
        items[place] = new string('ä', 40_000);

        await stage.Service<StaffNotices>().TellAsync(Notice with { Items = items }, CancellationToken.None).WaitAsync(Patience);

        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).SingleOrDefault());
        Assert.All(items.Where(item => item.Length < 10), item => Assert.Contains($"- {item}\n", mail.Text, StringComparison.Ordinal));
        Assert.Contains("ääää…", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_long_everything_is_staff_are_told()
    {
        await using var stage = await Stage.OpenAsync();
        var smile = string.Concat(Enumerable.Repeat("😀", 20_000)); // JSON writes twelve characters for each

        await stage.Service<StaffNotices>().TellAsync(
            new(smile, smile, [.. Enumerable.Repeat(smile, 9)], [.. Enumerable.Repeat(smile, 40)]), CancellationToken.None)
            .WaitAsync(Patience);

        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).SingleOrDefault());
        Assert.Contains("😀", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFFFD", mail.Subject + mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Very_long_lists_are_cut()
    {
        await using var stage = await Stage.OpenAsync();

        await stage.Service<StaffNotices>().TellAsync(
            Notice with { Items = [.. Enumerable.Range(0, 200).Select(n => $"{n}: {new string('ä', 500)}")] }, CancellationToken.None);

        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).SingleOrDefault());
        Assert.Contains("- …", mail.Text, StringComparison.Ordinal);
    }
}
