using System.Reflection;
using ThaffFunctions.Shared.Storage;

// What the local host watches for changes and may delete with --fresh; in Azure, the template in infra/ says the same.
[assembly: AssemblyMetadata("LocalHost.Tables", Tables.All)]
[assembly: AssemblyMetadata("LocalHost.Queues", Queues.All)]
[assembly: AssemblyMetadata("LocalHost.Containers", Containers.All)]
[assembly: AssemblyMetadata("LocalHost.WatchedContainers", Containers.Watched)]

namespace ThaffFunctions.Shared.Storage;

/// <summary>Every queue of the product. Messages are ids, or Event Grid's blob events; each queue has a poison queue beside it.</summary>
public static class Queues
{
    /// <summary>
    /// The setting that names the data account. Never <c>Storage</c>: the host looks for AzureWebJobs + name first, so that triggers would
    /// listen to the host's own account.
    /// </summary>
    public const string Connection = "DataStorage";

    /// <summary>What the host puts behind a queue's name for its poison queue.</summary>
    public const string Poison = "-poison";

    /// <summary>Event Grid: a file was put into or removed from container <c>programme</c>.</summary>
    public const string ProgrammeEvents = "programme-events";

    /// <summary>Event Grid: a file was put into or removed from container <c>notes</c>.</summary>
    public const string NotesEvents = "notes-events";

    /// <summary>A session id: the import changed this session.</summary>
    public const string SessionChanges = "session-changes";

    /// <summary>A session id: notes of this session settled and may be published.</summary>
    public const string Publications = "publications";

    /// <summary>A year: something that stands in its volume of documentation may have changed.</summary>
    public const string YearVolumes = "year-volumes";

    /// <summary>The Good Practice report's notes may have come to rest; the message says nothing more.</summary>
    public const string GoodPractice = "good-practice";

    /// <summary>A session id: documentation of this session is public for the first time.</summary>
    public const string FirstPublications = "first-publications";

    /// <summary>A <see cref="Mail.DeliveryId"/>: one mail to send.</summary>
    public const string Deliveries = "deliveries";

    /// <summary>A partition of table deliveries: mails of one campaign to send in one request.</summary>
    public const string DeliveryBatches = "delivery-batches";

    /// <summary>A campaign id and a range of recipients to write delivery rows for.</summary>
    public const string CampaignExpansions = "campaign-expansions";

    /// <summary>A session and an application's key: somebody registered with an address that was known already.</summary>
    public const string Applications = "applications";

    /// <summary>An attendee's id: asked for the mailing list when registering.</summary>
    public const string NewsletterWishes = "newsletter-wishes";

    public const string All = $"{ProgrammeEvents};{NotesEvents};{SessionChanges};{Publications};{FirstPublications};{YearVolumes};{GoodPractice};{Deliveries};{DeliveryBatches};{CampaignExpansions};{NewsletterWishes};{Applications}";
}
