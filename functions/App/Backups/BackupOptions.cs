using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Backups;

/// <summary>Section <c>Backup</c>.</summary>
public sealed record BackupOptions
{
    public const string Section = "Backup";

    /// <summary>How many days a backup is kept. In Azure, <c>backupDays</c> of infra/main.bicepparam sets it.</summary>
    [Range(2, 365)]
    public int KeepDays { get; init; } = 30;
}
