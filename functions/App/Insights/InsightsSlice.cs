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
        services.AddSingleton<OverdueAnswers>();
        services.AddToDo(ToDoPlace.OverdueAnswers, "Anliegen und Fragen, die auf Antwort warten", provider => provider.GetRequiredService<OverdueAnswers>().LookAsync);
        services.AddStaffPage(NavigationPlace.Questions, "Fragen", ListInsights.Path);
        return services;
    }
}
