using System.Reflection;
using ThaffFunctions.Shared.Storage;

// Tells the local host what to watch for changes and what --fresh may delete; in Azure, the template in infra/ contains the same lists.
[assembly: AssemblyMetadata("LocalHost.Queues", Queues.All)]

namespace ThaffFunctions.Shared.Storage;

/// <summary>All queues of the product. Messages are ids or Event Grid events about blobs; each queue has a poison queue.</summary>
static class Queues
{
    /// <summary>
    /// The setting with the connection to the data account. It must not be named <c>Storage</c>: the host first looks for the prefix
    /// AzureWebJobs plus the name, so triggers would use the host's own account (AzureWebJobsStorage).
    /// </summary>
    public const string Connection = "DataStorage";

    /// <summary>The suffix that the host adds to a queue's name for its poison queue.</summary>
    public const string Poison = "-poison";

    /// <summary>Event Grid: a file in container <c>programme</c> was created, replaced or deleted.</summary>
    public const string ProgrammeEvents = "programme-events";

    /// <summary>Event Grid: a file in container <c>notes</c> was created, replaced or deleted.</summary>
    public const string NotesEvents = "notes-events";

    /// <summary>Event Grid: a file in container <c>kontakte</c> was created, replaced or deleted.</summary>
    public const string ContactEvents = "kontakte-events";

    /// <summary>A session id: an import changed this session.</summary>
    public const string SessionChanges = "session-changes";

    /// <summary>A session id: the notes of this session may have changed and should be published.</summary>
    public const string Publications = "publications";

    /// <summary>A year: something in its volume of documentation may have changed.</summary>
    public const string YearVolumes = "year-volumes";

    /// <summary>The notes of the Good Practice report may have changed. The text of the message has no further meaning.</summary>
    public const string GoodPractice = "good-practice";

    /// <summary>A session id: the documentation of this session was published for the first time.</summary>
    public const string FirstPublications = "first-publications";

    /// <summary>A <c>DeliveryId</c>: one mail to send.</summary>
    public const string Deliveries = "deliveries";

    /// <summary>A partition key of table deliveries, and perhaps a row in it: mails of one campaign to send in one request.</summary>
    public const string DeliveryBatches = "delivery-batches";

    /// <summary>A campaign id and a range of recipients, for whom delivery rows are to be written.</summary>
    public const string CampaignExpansions = "campaign-expansions";

    /// <summary>A session id and the key of an application: a person registered with an address that is registered already.</summary>
    public const string Applications = "applications";

    /// <summary>An attendee's id: this person asked for the newsletter when registering.</summary>
    public const string NewsletterRequests = "newsletter-requests";

    public const string All = $"{ProgrammeEvents};{NotesEvents};{ContactEvents};{SessionChanges};{Publications};{FirstPublications};{YearVolumes};{GoodPractice};{Deliveries};{DeliveryBatches};{CampaignExpansions};{NewsletterRequests};{Applications}";
}
