using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Privacy.Staff;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Privacy;

static class PrivacySlice
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<ErasureMarks>()
        .AddSingleton<PersonalData>()
        .AddSingleton<PersonPages>()
        .AddSingleton<PersonPdf>()
        .AddStaffPage(NavigationPlace.Privacy, "Datenschutz", FindPerson.Path);
}
