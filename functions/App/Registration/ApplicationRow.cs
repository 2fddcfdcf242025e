using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration;

/// <summary>A pending application as a row of table registrations.</summary>
static class ApplicationRow
{
    public const string Prefix = "application-";

    public static TableEntity Of(PendingApplication application)
    {
        var applicant = application.Applicant;
        return new(applicant.Session.Value, Prefix + application.Key)
        {
            ["FirstName"] = applicant.FirstName,
            ["LastName"] = applicant.LastName,
            ["Email"] = applicant.Email.Value,
            ["Company"] = applicant.Company,
            ["Sector"] = applicant.Sector.Key,
            ["Region"] = applicant.Region.Key,
            ["Question"] = applicant.Question,
            ["NewsletterAskedFrom"] = applicant.NewsletterAskedFrom,
        };
    }

    public static PendingApplication Read(TableEntity row) => new(row.RowKey[Prefix.Length..], new(
        SessionId.Parse(row.PartitionKey)!.Value,
        row.GetString("FirstName"),
        row.GetString("LastName"),
        EmailAddress.Stored(row.GetString("Email")),
        row.GetString("Company"),
        Sector.FindOfPerson(row.GetString("Sector"))!,
        Region.FindOfPerson(row.GetString("Region"))!,
        row.GetString("Question"),
        row.GetString("NewsletterAskedFrom")));
}
