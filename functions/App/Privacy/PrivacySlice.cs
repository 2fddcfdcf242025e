using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Privacy;

static class PrivacySlice
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) =>
        services.AddSingleton<ErasureMarks>().AddSingleton<PersonalData>();
}
