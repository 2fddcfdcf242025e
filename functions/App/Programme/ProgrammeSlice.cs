using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Programme;

static class ProgrammeSlice
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddSingleton<ProgrammeStore>();
        services.AddSingleton<ProgrammeQuery>();
        services.AddSingleton<SessionCalendar>();
        services.AddSingleton<SeatQuery>();
        return services;
    }
}
