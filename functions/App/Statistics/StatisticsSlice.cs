using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Statistics;

static class StatisticsSlice
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) =>
        services.AddSingleton<ClosedYearStore>().AddSingleton<ParticipationQuery>();
}
