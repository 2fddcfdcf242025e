using System.Reflection;
using ThaffFunctions.Shared.Storage;

// What the local host watches for changes and may delete with --fresh; in Azure, the template in infra/ says the same.
[assembly: AssemblyMetadata("LocalHost.Tables", Tables.All)]
[assembly: AssemblyMetadata("LocalHost.Queues", Queues.All)]
[assembly: AssemblyMetadata("LocalHost.Containers", Containers.All)]
[assembly: AssemblyMetadata("LocalHost.WatchedContainers", Containers.Watched)]

namespace ThaffFunctions.Shared.Storage;

/// <summary>Every blob container of the product; none is public.</summary>
public static class Containers
{
    public const string Programme = "programme";
    public const string Notes = "notes";
    public const string Documentation = "documentation";

    /// <summary>How notes that are marked as a draft would look; for staff only.</summary>
    public const string Previews = "entwurf";

    /// <summary>What could not be handled, each with its reason.</summary>
    public const string Failed = "failed";

    public const string All = $"{Programme};{Notes};{Documentation};{Previews};{Failed}";
    public const string Watched = $"{Programme}={Queues.ProgrammeEvents};{Notes}={Queues.NotesEvents}";
}
