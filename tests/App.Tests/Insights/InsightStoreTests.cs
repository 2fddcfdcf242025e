using Azure.Data.Tables;
using ThaffFunctions.Insights;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation;

namespace ThaffFunctions.Tests.Insights;

public sealed class InsightStoreTests
{
    /// <summary>Columns break at a place that depends on everything before it: one letter more moves every character by one.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Characters_beyond_the_first_plane_are_kept_wherever_a_column_breaks(int letters)
    {
        await using var stage = await Stage.OpenAsync();
        var text = new string('a', letters) + string.Concat(Enumerable.Repeat("😀", 20_000));
        var sheet = SessionInsightRecord.New(NotesDesk.Session) with
        {
            Insights = [new(new(NotesDesk.Session, "1"), InsightKind.Finding, text, [], new(null, null))],
        };

        var save = InsightStore.Save(sheet);
        await stage.Service<TableServiceClient>().GetTableClient(Tables.Documents).SubmitTransactionAsync([save]);

        var row = (TableEntity)save.Entity;
        Assert.InRange(row.Keys.Count(column => column.StartsWith("Insights", StringComparison.Ordinal)), 2, 20);
        Assert.All(
            row.Keys.Select(column => row[column]).OfType<string>().Where(value => value.Length > 0),
            value => Assert.False(char.IsHighSurrogate(value[^1])));
        var stored = await stage.Service<InsightStore>().FindAsync(NotesDesk.Session, CancellationToken.None);
        Assert.Equal(text, Assert.Single(stored.Insights).Text);
    }
}
