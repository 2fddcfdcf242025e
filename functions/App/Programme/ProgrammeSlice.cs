using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Programme;

static class ProgrammeSlice
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddSingleton<ProgrammeStore>();
        services.AddSingleton<ProgrammeQuery>();
        services.AddSingleton<SessionCalendar>();
        return services;
    }
}
