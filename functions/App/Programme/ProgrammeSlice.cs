using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Programme;

static class ProgrammeSlice
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddSingleton<ProgrammeStore>();
        services.AddSingleton<ProgrammeQuery>();
        services.AddSingleton<SessionCalendar>();
        services.AddSingleton<ProgrammeImport>();
        services.AddSingleton<IFinishedWork, ImportedFile>();
        services.AddSingleton<IHoldsPersonalData>(provider => new FilesWithAddress(provider.GetRequiredService<BlobServiceClient>(),
            Containers.Programme, "Eine Datei der Redaktion: Bitte nehmen Sie die Adresse heraus und lassen Sie ältere Fassungen löschen"));
        return services;
    }
}
