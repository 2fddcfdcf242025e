using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.About;

static class AboutSlice
{
    public static IServiceCollection AddAbout(this IServiceCollection services) =>
        services.AddCheckedOptions<AboutOptions, AboutOptionsValidator>(AboutOptions.Section);
}
