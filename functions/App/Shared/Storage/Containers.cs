using System.Reflection;
using ThaffFunctions.Shared.Storage;

// Tells the local host what to watch for changes and what --fresh may delete; in Azure, the template in infra/ contains the same lists.
[assembly: AssemblyMetadata("LocalHost.Containers", $"{Containers.All};{Containers.Backup}")]
[assembly: AssemblyMetadata("LocalHost.WatchedContainers", Containers.Watched)]

namespace ThaffFunctions.Shared.Storage;

/// <summary>Every blob container of the product; none is public.</summary>
static class Containers
{
    public const string Programme = "programme";
    public const string Notes = "notes";
    public const string Documentation = "documentation";

    /// <summary>Lists of contacts for the mailing list; each is deleted when it was read.</summary>
    public const string Contacts = "kontakte";

    /// <summary>Previews of drafts; for staff only.</summary>
    public const string Previews = "entwurf";

    /// <summary>Files that could not be processed, each with the reason.</summary>
    public const string Failed = "failed";

    /// <summary>Backups, in another account; the only container that is not in the data account.</summary>
    public const string Backup = "backup";

    public const string All = $"{Programme};{Notes};{Contacts};{Documentation};{Previews};{Failed}";
    public const string Watched = $"{Programme}={Queues.ProgrammeEvents};{Notes}={Queues.NotesEvents};{Contacts}={Queues.ContactEvents}";
}
