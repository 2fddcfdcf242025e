using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Programme.Staff;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Programme;

static class ProgrammeSlice
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddSingleton<ProgrammeStore>();
        services.AddSingleton<ProgrammeQuery>();
        services.AddSingleton<ProgrammeAnnouncement>();
        services.AddSingleton<ProgrammeEdit>();
        services.AddSingleton<SessionCalendar>();
        services.AddSingleton<ProgrammeImport>();
        services.AddSingleton<IFinishedWork, ImportedFile>();
        services.AddSingleton<IHoldsPersonalData>(provider => new FilesWithAddress(provider.GetRequiredService<BlobServiceClient>(),
            Containers.Programme, "a file of the Redaktion: have them take the address out, and delete its older versions"));
        services.AddStaffPage(20, "Termine", ShowSessions.Path);
        return services;
    }
}
