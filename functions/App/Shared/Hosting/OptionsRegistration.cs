using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ThaffFunctions.Shared.Hosting;

static class OptionsRegistration
{
    /// <summary>
    /// Binds a configuration section and validates it when the host starts: an invalid setting stops the start with a message that names
    /// it.
    /// </summary>
    public static IServiceCollection AddCheckedOptions<TOptions,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TValidator>(this IServiceCollection services,
        string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        return services;
    }
}
