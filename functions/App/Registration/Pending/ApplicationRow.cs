using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Pending;

/// <summary>A pending application as a row of table registrations.</summary>
static class ApplicationRow
{
    public static TableEntity Of(PendingApplication application)
    {
        var applicant = application.Applicant;
        return new(applicant.Session.Value, KeyOf(application.Key))
        {
            ["FirstName"] = applicant.FirstName,
            ["LastName"] = applicant.LastName,
            ["Email"] = applicant.Email.Value,
            ["Company"] = applicant.Company,
            ["Sector"] = applicant.Sector.Key,
            ["Region"] = applicant.Region.Key,
            ["Question"] = applicant.Question,
            ["NewsletterAskedFrom"] = applicant.NewsletterAskedFrom,
            ["Mode"] = applicant.Mode?.ToString(),
            ["Language"] = applicant.Language.Code,
            ["Needs"] = applicant.Needs.Kinds,
            ["NeedsOther"] = applicant.Needs.Other,
            ["Phone"] = AttendeeRow.OrNothing(applicant.Phone),
            ["RegisteredBy"] = applicant.RegisteredBy,
        };
    }

    public static string KeyOf(string application) => PendingWork.Application.Prefix + application;

    public static PendingApplication Read(TableEntity row) => new(row.RowKey[KeyOf("").Length..], new(
        SessionId.Parse(row.PartitionKey)!.Value,
        row.Text("FirstName"),
        row.Text("LastName"),
        EmailAddress.Stored(row.Text("Email")),
        row.Text("Company"),
        Sector.FindOfPerson(row.GetString("Sector")) ?? throw new FormatException("No sector."),
        Region.FindOfPerson(row.GetString("Region")) ?? throw new FormatException("No region."),
        row.GetString("Question"),
        row.GetString("NewsletterAskedFrom"))
    {
        Mode = row.GetString("Mode") is null ? null : row.OneOf<AttendanceMode>("Mode"),
        Language = Language.Of(row.GetString("Language")),
        Needs = new(row.GetString("Needs") ?? "", row.GetString("NeedsOther") ?? ""),
        Phone = row.GetString("Phone") ?? "",
        RegisteredBy = row.GetString("RegisteredBy"),
    });
}
