using System.Globalization;
using Azure.Data.Tables;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList;

/// <summary>A subscriber as a row of table subscribers.</summary>
static class SubscriberRow
{
    const string DayFormat = "yyyy-MM-dd";

    public static TableEntity Of(Subscriber subscriber)
    {
        var row = new TableEntity(SubscriberStore.PartitionOf(subscriber.Key), subscriber.Key)
        {
            ["Email"] = subscriber.Email.Value,
            ["State"] = subscriber.State.ToString(),
            ["Regions"] = ChoiceKeys.Join(subscriber.Preferences.Regions),
            ["Documentation"] = subscriber.Preferences.Documentation,
            ["Sectors"] = ChoiceKeys.Join(subscriber.Preferences.Sectors),
            ["Topics"] = ChoiceKeys.Join(subscriber.Preferences.Topics),
            ["Language"] = subscriber.Language.Code,
            ["Announcements"] = subscriber.TakesAnnouncements,
            ["LeftAt"] = subscriber.LeftAt,
            ["MailsThatDay"] = subscriber.MailsThatDay,
            ["MailedOn"] = subscriber.MailedOn?.ToString(DayFormat, CultureInfo.InvariantCulture),
        };
        if (subscriber.Contact is { } contact)
        {
            row["Name"] = contact.Name;
            row["Organisation"] = contact.Organisation;
            row["ContactKind"] = contact.Kind.ToString();
        }

        if (subscriber.Request is { } request)
        {
            row["RequestRegions"] = ChoiceKeys.Join(request.Preferences.Regions);
            row["RequestDocumentation"] = request.Preferences.Documentation;
            row["RequestSectors"] = ChoiceKeys.Join(request.Preferences.Sectors);
            row["RequestTopics"] = ChoiceKeys.Join(request.Preferences.Topics);
            row["RequestAskedAt"] = request.AskedAt;
            row["RequestAskedFrom"] = request.AskedFrom;
            row["RequestWording"] = request.Wording;
        }

        return row;
    }

    public static Subscriber Read(TableEntity row) => new(
        row.RowKey,
        EmailAddress.Stored(row.Text("Email")),
        row.OneOf<SubscriberState>("State"),
        Choice(row, ""))
    {
        Request = row.GetDateTimeOffset("RequestAskedAt") is { } requestedAt
            ? new(Choice(row, "Request"), requestedAt, row.Text("RequestAskedFrom"),
                row.Text("RequestWording"))
            : null,
        Language = Language.Of(row.GetString("Language")),
        TakesAnnouncements = row.GetBoolean("Announcements") == true,
        Contact = row.GetString("ContactKind") is null
            ? null
            : new(row.Text("Name"), row.Text("Organisation"), row.OneOf<ContactKind>("ContactKind")),
        LeftAt = row.GetDateTimeOffset("LeftAt"),
        MailsThatDay = row.GetInt32("MailsThatDay") ?? 0,
        MailedOn = row.GetString("MailedOn") is { } day ? DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture) : null,
        ETag = row.ETag,
    };

    /// <summary>Of a row that perhaps cannot be read otherwise.</summary>
    public static bool HasRequest(TableEntity row) => row.ContainsKey("RequestAskedAt");

    static Preferences Choice(TableEntity row, string prefix) =>
        new(ChoiceKeys.Regions(row.Text($"{prefix}Regions")), row.GetBoolean($"{prefix}Documentation") == true)
        {
            Sectors = ChoiceKeys.Sectors(row.GetString($"{prefix}Sectors")),
            Topics = ChoiceKeys.Topics(row.GetString($"{prefix}Topics")),
        };
}
