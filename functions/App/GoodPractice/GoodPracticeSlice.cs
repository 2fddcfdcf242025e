using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.GoodPractice;

static class GoodPracticeSlice
{
    public static IServiceCollection AddGoodPractice(this IServiceCollection services)
    {
        services.AddSingleton<ReportPdf>();
        services.AddSingleton<ReportEditor>();
        return services;
    }
}
