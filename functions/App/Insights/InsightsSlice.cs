using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Insights;

static class InsightsSlice
{
    public static IServiceCollection AddInsights(this IServiceCollection services)
    {
        services.AddSingleton<InsightStore>();
        services.AddSingleton<InsightQuery>();
        services.AddSingleton<InsightRegister>();
        services.AddSingleton<InsightChecks>();
        services.AddSingleton<InsightRecorder>();
        return services;
    }
}
