using System.Reflection;
using ThaffFunctions.Shared.Storage;

// What the local host watches for changes and may delete with --fresh; in Azure, the template in infra/ says the same.
[assembly: AssemblyMetadata("LocalHost.Tables", Tables.All)]
[assembly: AssemblyMetadata("LocalHost.Queues", Queues.All)]
[assembly: AssemblyMetadata("LocalHost.Containers", Containers.All)]
[assembly: AssemblyMetadata("LocalHost.WatchedContainers", Containers.Watched)]

namespace ThaffFunctions.Shared.Storage;

/// <summary>Every table of the product.</summary>
public static class Tables
{
    public const string Sessions = "sessions";
    public const string Registrations = "registrations";
    public const string Limits = "limits";
    public const string Subscribers = "subscribers";
    public const string Campaigns = "campaigns";
    public const string Deliveries = "deliveries";
    public const string MailEvents = "mailevents";
    public const string Documents = "documents";

    public const string All = $"{Sessions};{Registrations};{Limits};{Subscribers};{Campaigns};{Deliveries};{MailEvents};{Documents}";
}
