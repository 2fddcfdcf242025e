using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Shared.Limits;

static class RateLimitRegistration
{
    public static IServiceCollection AddRateLimit(this IServiceCollection services)
    {
        services.AddSingleton<RateLimit>();
        services.AddHostedService(provider => provider.GetRequiredService<RateLimit>());
        return services;
    }
}
