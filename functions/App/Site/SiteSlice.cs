using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Site.About;

namespace ThaffFunctions.Site;

static class SiteSlice
{
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddCheckedOptions<AboutOptions, AboutOptionsValidator>(AboutOptions.Section);
        services.AddSingleton<SessionListings>();
        services.AddSingleton(provider => AccessibilityReview.Reminding(
            provider.GetRequiredService<IOptions<AboutOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ShowRejectedForm>(provider =>
        {
            var (listings, pages) = (provider.GetRequiredService<SessionListings>(), provider.GetRequiredService<PageRenderer>());
            return (session, vacancy, form, language) => pages.In(language).ShowAsync(
                new SessionPageModel(listings.Of(session, vacancy), form), StatusCodes.Status422UnprocessableEntity);
        });
        return services;
    }
}
