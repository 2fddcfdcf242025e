using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Programme.Staff;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Staff;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Programme;

static class ProgrammeSlice
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddSingleton<ProgrammeStore>();
        services.AddSingleton<ProgrammeQuery>();
        services.AddSingleton<ProgrammeAnnouncement>();
        services.AddSingleton<ProgrammeEdit>();
        services.AddSingleton<SessionConsequences>();
        services.AddSingleton<SessionTies>();
        services.AddSingleton<SessionCalendar>();
        services.AddSingleton<ProgrammeImport>();
        services.AddSingleton<IMessageCompletion, ProgrammeImportCompletion>();
        services.AddSingleton<IHoldsPersonalData>(provider => new FilesWithAddress(provider.GetRequiredService<BlobServiceClient>(),
            Containers.Programme, "Eine Datei der Redaktion: Bitte nehmen Sie die Adresse heraus und lassen Sie ältere Fassungen löschen"));
        services.AddToDo(ToDoPlace.RefusedProgrammes, "Programmdateien mit Fehlern", provider => cancellation => provider.GetRequiredService<FailedFiles>()
            .OpenAsync(Containers.Programme, _ => ReceiveProgramme.Path, cancellation));
        services.AddObjectNames(provider => provider.GetRequiredService<AuditedSessions>().ReadAsync);
        services.AddSingleton<AuditedSessions>();
        services.AddStaffPage(NavigationPlace.Sessions, "Termine", ShowSessions.Path);
        return services;
    }
}
