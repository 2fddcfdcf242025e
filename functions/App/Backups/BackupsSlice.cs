using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Backups;

static class BackupsSlice
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddCheckedOptions<BackupOptions, BackupOptionsValidator>(BackupOptions.Section)
        .AddRetention<BackupOptions>("Sicherungen aller Tabellen", options => $"{options.KeepDays} Tage", "Backup__KeepDays",
            nameof(BackUpTables))
        .AddSingleton<BackupBlobs>()
        .AddSingleton<BackupStore>();
}
