using Azure.Data.Tables;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList;

/// <summary>A subscriber as a row of table subscribers.</summary>
static class SubscriberRow
{
    public static TableEntity Of(Subscriber subscriber)
    {
        var row = new TableEntity(SubscriberStore.PartitionOf(subscriber.Key), subscriber.Key)
        {
            ["Email"] = subscriber.Email.Value,
            ["State"] = subscriber.State.ToString(),
            ["Regions"] = Keys(subscriber.Preferences),
            ["Documentation"] = subscriber.Preferences.Documentation,
            ["Sectors"] = ChoiceKeys.Join(subscriber.Preferences.Sectors),
            ["Topics"] = ChoiceKeys.Join(subscriber.Preferences.Topics),
            ["LeftAt"] = subscriber.LeftAt,
        };
        if (subscriber.Wish is { } wish)
        {
            row["WishRegions"] = Keys(wish.Preferences);
            row["WishDocumentation"] = wish.Preferences.Documentation;
            row["WishAskedAt"] = wish.AskedAt;
            row["WishAskedVia"] = wish.AskedVia;
            row["WishWording"] = wish.Wording;
        }

        if (subscriber.Consent is { } consent)
        {
            row["AskedAt"] = consent.AskedAt;
            row["AskedVia"] = consent.AskedVia;
            row["Wording"] = consent.Wording;
            row["ConfirmedAt"] = consent.ConfirmedAt;
            row["ConfirmedVia"] = consent.ConfirmedVia;
        }

        return row;
    }

    /// <summary>Whether a column is no part of the proof of a consent.</summary>
    public static bool IsPersonal(string column) =>
        column is "Email" or "Regions" or "Documentation" or "Sectors" or "Topics" || column.StartsWith("Wish", StringComparison.Ordinal);

    public static Subscriber Read(TableEntity row) => new(
        row.RowKey,
        EmailAddress.Stored(row.Text("Email")),
        row.OneOf<SubscriberState>("State"),
        Choice(row.Text("Regions"), row.GetBoolean("Documentation")) with
        {
            Sectors = ChoiceKeys.Sectors(row.GetString("Sectors")),
            Topics = ChoiceKeys.Topics(row.GetString("Topics")),
        })
    {
        Wish = row.GetDateTimeOffset("WishAskedAt") is { } wishedAt
            ? new(Choice(row.Text("WishRegions"), row.GetBoolean("WishDocumentation")), wishedAt, row.Text("WishAskedVia"),
            row.Text("WishWording"))
            : null,
        Consent = row.GetDateTimeOffset("ConfirmedAt") is { } confirmedAt
            ? new(row.GetDateTimeOffset("AskedAt")!.Value, row.Text("AskedVia"), row.Text("Wording"), confirmedAt,
            row.Text("ConfirmedVia"))
            : null,
        LeftAt = row.GetDateTimeOffset("LeftAt"),
        ETag = row.ETag,
    };

    static string Keys(Preferences preferences) => string.Join(';', preferences.Regions.Select(region => region.Key));

    static Preferences Choice(string regions, bool? documentation) =>
        new([.. regions.Split(';').Select(Region.Find).OfType<Region>()], documentation == true);
}
