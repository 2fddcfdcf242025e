using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Programme.Import;

namespace ThaffFunctions.Programme;

static class ProgrammeSlice
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddSingleton<ProgrammeStore>();
        services.AddSingleton<ProgrammeQuery>();
        services.AddSingleton<SessionCalendar>();
        services.AddSingleton<ProgrammeImport>();
        return services;
    }
}
