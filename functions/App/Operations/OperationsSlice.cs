using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Operations.Health;
using ThaffFunctions.Operations.Limits;
using ThaffFunctions.Operations.Setup;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Staff;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Operations;

static class OperationsSlice
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddRetention("Zähler gegen Missbrauch und bestätigte Adressen (ohne die Adressen selbst)",
            "die Stunde oder den Tag; bestätigte Adressen ein Jahr", nameof(ForgetLimits));
        services.AddSingleton<RateLimit>();
        services.AddHostedService(provider => provider.GetRequiredService<RateLimit>());
        services.AddSingleton<StorageSetup>();
        services.AddHostedService<StorageStart>();
        services.AddSingleton<StorageState>();
        services.AddSingleton<WaitingToDos>();
        services.AddSingleton<FailedFiles>();
        services.AddSingleton<IHoldsPersonalData>(provider =>
            new FilesWithAddress(provider.GetRequiredService<BlobServiceClient>(), Containers.Failed, keptBecause: null));
        services.AddSingleton<CompletedPoison>();
        services.AddSingleton<LeftBehindWork>();
        services.AddHostedService<ReportUnreadable>();
        services.AddToDo(ToDoPlace.PoisonMessages, "Liegen gebliebene Vorgänge", provider => provider.GetRequiredService<StorageState>().LeftBehindAsync);
        services.AddToDo(ToDoPlace.WaitingMails, "E-Mails, die noch warten", provider => provider.GetRequiredService<WaitingToDos>().LookAsync);
        services.AddStaffPage(NavigationPlace.State, "Zustand", ShowState.Path);
        return services;
    }
}
