using System.Reflection;
using ThaffFunctions.Shared.Storage;

// Tells the local host what to watch for changes and what --fresh may delete; in Azure, the template in infra/ contains the same lists.
[assembly: AssemblyMetadata("LocalHost.Tables", Tables.All)]

namespace ThaffFunctions.Shared.Storage;

/// <summary>All tables of the product.</summary>
static class Tables
{
    public const string Sessions = "sessions";
    public const string Registrations = "registrations";

    /// <summary>
    /// Counts of requests (RateLimit), mails of the last day to an address (RecipientLimit), proven addresses, the mail service's pause.
    /// </summary>
    public const string Limits = "limits";

    public const string Subscribers = "subscribers";
    public const string Campaigns = "campaigns";
    public const string Deliveries = "deliveries";
    public const string MailEvents = "mailevents";
    public const string Documents = "documents";

    /// <summary>Who changed what on the staff pages.</summary>
    public const string Audit = "audit";

    public const string All =
        $"{Sessions};{Registrations};{Limits};{Subscribers};{Campaigns};{Deliveries};{MailEvents};{Documents};{Audit}";
}
