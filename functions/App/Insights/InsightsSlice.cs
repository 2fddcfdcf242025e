using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Insights.Staff;
using ThaffFunctions.Staff;

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
        services.AddSingleton<OverdueConcerns>();
        services.AddToDo(70, "Anliegen und Fragen, die auf Antwort warten", provider => provider.GetRequiredService<OverdueConcerns>().LookAsync);
        services.AddStaffPage(60, "Fragen", ListEntries.Path);
        return services;
    }
}
