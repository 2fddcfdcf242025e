using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Insights.Staff;
using ThaffFunctions.Staff;
using ThaffFunctions.Staff.Today;

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
        services.AddToDo(ToDoPlace.OverdueConcerns, "Anliegen und Fragen, die auf Antwort warten", provider => provider.GetRequiredService<OverdueConcerns>().LookAsync);
        services.AddStaffPage(NavigationPlace.Questions, "Fragen", ListEntries.Path);
        return services;
    }
}
