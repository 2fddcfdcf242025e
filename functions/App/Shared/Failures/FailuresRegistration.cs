using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Shared.Failures;

static class FailuresRegistration
{
    public static IServiceCollection AddFailedFiles(this IServiceCollection services) => services.AddSingleton<FailedFiles>();
}
