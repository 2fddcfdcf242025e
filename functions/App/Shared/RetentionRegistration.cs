using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ThaffFunctions.Shared;

static class RetentionRegistration
{
    public static IServiceCollection AddRetention<TOptions>(
        this IServiceCollection services, string data, Func<TOptions, string> kept, string settings, string timer) where TOptions : class =>
        services.AddSingleton(provider =>
            new ShownRetention(data, kept(provider.GetRequiredService<IOptions<TOptions>>().Value), settings, timer));

    /// <summary>For what no setting changes.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services, string data, string kept, string timer) =>
        services.AddSingleton(new ShownRetention(data, kept, "", timer));
}
