using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Backups;

static class BackupsSlice
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddCheckedOptions<BackupOptions, BackupOptionsValidator>(BackupOptions.Section)
        .AddSingleton<BackupFiles>()
        .AddSingleton<BackupStore>();
}
