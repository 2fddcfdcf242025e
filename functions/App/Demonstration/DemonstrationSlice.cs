using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Demonstration;

static class DemonstrationSlice
{
    public static IServiceCollection AddDemonstration(this IServiceCollection services)
    {
        services.AddOptions<DemonstrationOptions>().BindConfiguration(DemonstrationOptions.Section);
        services.AddSingleton<DemonstrationFiles>();
        services.AddHostedService<LoadDemonstration>();
        return services;
    }
}
