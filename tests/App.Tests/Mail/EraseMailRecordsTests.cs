using Azure.Data.Tables;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Mail;

public sealed class EraseMailRecordsTests : IAsyncLifetime
{
    static readonly EmailAddress Ada = EmailAddress.Stored("ada@firma.example");
    static readonly StaffNotice Notice = new("was-geschah", "Etwas ist geschehen", ["Ein Absatz."], []);

    Stage stage = null!;

    public async Task InitializeAsync() => stage = await Stage.OpenAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task A_suppression_ends_three_years_after_the_last_event()
    {
        var suppression = stage.Service<Suppression>();
        await suppression.SuppressAsync(Ada, SuppressionScope.MailingList, default);
        stage.Clock.Advance(TimeSpan.FromDays(100));
        await suppression.SuppressAsync(Ada, SuppressionScope.Everything, default);

        var end = stage.Clock.GetUtcNow().AddYears(3);
        stage.Clock.SetUtcNow(end);
        await stage.FireAsync(nameof(EraseMailRecords));
        Assert.True(await suppression.IsSuppressedAsync(Ada, SuppressionScope.MailingList, default));

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.FireAsync(nameof(EraseMailRecords));
        Assert.Empty(await SuppressedAsync());
    }

    [Fact]
    public async Task A_suppression_is_lifted_with_a_reason_which_goes_with_the_row()
    {
        var suppression = stage.Service<Suppression>();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => suppression.LiftAsync(Ada, " ", default));
        Assert.False(await suppression.LiftAsync(Ada, "Postfach besteht wieder", default));
        await suppression.SuppressAsync(Ada, SuppressionScope.Everything, default);

        Assert.True(await suppression.LiftAsync(Ada, "Postfach besteht wieder", default));

        Assert.False(await suppression.IsSuppressedAsync(Ada, SuppressionScope.Everything, default));
        Assert.Equal("Postfach besteht wieder", Assert.Single(await SuppressedAsync()).GetString("LiftedBecause"));
        stage.Clock.SetUtcNow(stage.Clock.GetUtcNow().AddYears(3).AddMinutes(1));
        await stage.FireAsync(nameof(EraseMailRecords));
        Assert.Empty(await SuppressedAsync());
    }

    [Fact]
    public async Task A_row_that_suppresses_nothing_any_more_is_not_kept()
    {
        var suppression = stage.Service<Suppression>();
        await suppression.SuppressAsync(Ada, SuppressionScope.MailingList, default);

        await suppression.AllowMailingListAsync(Ada, default);

        Assert.Empty(await SuppressedAsync());
    }

    [Fact]
    public async Task Notices_to_staff_are_erased_after_half_a_year()
    {
        await stage.Service<StaffNotices>().TellAsync(Notice, default);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Count == 1);
        stage.Clock.Advance(TimeSpan.FromDays(180));
        await stage.Service<StaffNotices>().TellAsync(Notice with { Key = "heute" }, default);
        await stage.FireAsync(nameof(EraseMailRecords));
        Assert.Equal(4, (await NoticesAsync()).Count);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.FireAsync(nameof(EraseMailRecords));

        Assert.Equal(2, (await NoticesAsync()).Count);
    }

    Task<List<TableEntity>> SuppressedAsync() => RowsAsync(Tables.Subscribers, "suppressed-");

    Task<List<TableEntity>> NoticesAsync() => RowsAsync(Tables.Deliveries, "notice-");

    async Task<List<TableEntity>> RowsAsync(string table, string prefix) => await stage.Service<TableServiceClient>().GetTableClient(table)
        .QueryAsync<TableEntity>().Where(row => row.PartitionKey.StartsWith(prefix, StringComparison.Ordinal)).ToListAsync();
}
