using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Programme;

static class ProgrammeSlice
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddSingleton<ProgrammeStore>();
        services.AddSingleton<ProgrammeQuery>();
        services.AddSingleton<SessionCalendar>();
        services.AddSingleton<ProgrammeImport>();
        services.AddSingleton<IFinishedWork, ImportedFile>();
        return services;
    }
}
