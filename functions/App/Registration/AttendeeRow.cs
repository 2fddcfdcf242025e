using System.Globalization;
using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Calling;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>An attendee as a row of table registrations.</summary>
static class AttendeeRow
{
    public const string Prefix = "attendee-";
    public const string CallAbout = "CallAbout";

    /// <summary>A filter for the attendees of a session.</summary>
    public static string AllOf(SessionId session) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {session.Value} and RowKey ge {Prefix} and RowKey lt {"attendee."}"); // '.' follows '-'

    public static TableEntity Of(Attendee attendee) => new(attendee.Session.Value, Prefix + attendee.Key)
    {
        ["FirstName"] = attendee.FirstName,
        ["LastName"] = attendee.LastName,
        ["Email"] = attendee.Email.Value,
        ["Company"] = attendee.Company,
        ["Sector"] = attendee.Sector.Key,
        ["Region"] = attendee.Region.Key,
        ["Question"] = attendee.Question,
        ["State"] = attendee.State.ToString(),
        ["Place"] = attendee.Place,
        ["Mode"] = attendee.Mode.ToString(),
        ["Language"] = attendee.Language.Code,
        ["RegisteredAt"] = attendee.RegisteredAt,
        ["WantsNewsletter"] = attendee.WantsNewsletter,
        ["Revision"] = attendee.Revision,
        ["Told"] = attendee.Told.Appointment.ToColumn(),
        ["ToldBy"] = attendee.Told.By,
        ["ToldBefore"] = attendee.Told.Before?.ToColumn(),
        ["MailsThatDay"] = attendee.MailsThatDay,
        ["MailedOn"] = attendee.MailedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["StateMail"] = attendee.StateMail,
        ["RepeatedMail"] = attendee.RepeatedMail,
        ["ConfirmedAt"] = attendee.ConfirmedAt,
        ["CancelledAt"] = attendee.CancelledAt,
        ["Needs"] = attendee.Needs.Kinds,
        ["NeedsOther"] = attendee.Needs.Other,
        ["NeedState"] = attendee.NeedState.ToString(),
        ["NeedAnswer"] = attendee.NeedAnswer,
        ["NeedMails"] = OrNothing(string.Join(';', attendee.NeedMails)),
        ["NeedAnswers"] = OrNothing(string.Join(';', attendee.NeedAnswers)),
        ["Phone"] = OrNothing(attendee.Phone),
        ["RegisteredBy"] = attendee.RegisteredBy,
        ["ToldByTelephone"] = attendee.ToldByTelephone,
        [CallAbout] = OrNothing(string.Join('\n', attendee.CallAbout)),
    };

    /// <summary>A column that is missing in most rows, and so can be asked for.</summary>
    internal static string? OrNothing(string text) => text.Length > 0 ? text : null;

    public static Attendee Read(TableEntity row) => new(
        SessionId.Parse(row.PartitionKey)!.Value,
        row.RowKey[Prefix.Length..],
        row.Text("FirstName"),
        row.Text("LastName"),
        EmailAddress.Stored(row.Text("Email")),
        row.Text("Company"),
        Sector.FindOfPerson(row.GetString("Sector")) ?? throw new FormatException("No sector."),
        Region.FindOfPerson(row.GetString("Region")) ?? throw new FormatException("No region."),
        row.Text("Question"),
        row.OneOf<AttendeeState>("State"),
        row.GetInt32("Place")!.Value,
        row.GetDateTimeOffset("RegisteredAt")!.Value,
        row.GetBoolean("WantsNewsletter")!.Value)
    {
        Mode = row.GetString("Mode") is null ? AttendanceMode.OnSite : row.OneOf<AttendanceMode>("Mode"),
        Language = Language.Of(row.GetString("Language")),
        Revision = row.GetInt32("Revision")!.Value,
        Told = new(Appointment.Read(row.Text("Told")), row.Text("ToldBy"))
        {
            Before = row.GetString("ToldBefore") is { } before ? Appointment.Read(before) : null,
        },
        MailsThatDay = row.GetInt32("MailsThatDay")!.Value,
        MailedOn = DateOnly.ParseExact(row.GetString("MailedOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        StateMail = row.GetString("StateMail"),
        RepeatedMail = row.GetString("RepeatedMail"),
        ConfirmedAt = row.GetDateTimeOffset("ConfirmedAt"),
        CancelledAt = row.GetDateTimeOffset("CancelledAt"),
        Needs = new(row.GetString("Needs") ?? "", row.GetString("NeedsOther") ?? ""),
        NeedState = row.GetString("NeedState") is null ? NeedState.None : row.OneOf<NeedState>("NeedState"),
        NeedAnswer = row.GetString("NeedAnswer") ?? "",
        NeedMails = (row.GetString("NeedMails") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries),
        NeedAnswers = (row.GetString("NeedAnswers") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries),
        Phone = row.GetString("Phone") ?? "",
        RegisteredBy = row.GetString("RegisteredBy"),
        CallAbout = [.. (row.GetString(CallAbout) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Call.Parse)],
        ToldByTelephone = row.GetString("ToldByTelephone"),
        ETag = row.ETag,
    };
}
