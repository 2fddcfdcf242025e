using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Reports;

static class ReportsSlice
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddSingleton<ParticipationQuery>();
}
