using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Documentation.GoodPractice;
using ThaffFunctions.Documentation.Guide;
using ThaffFunctions.Documentation.Materials;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Documentation.Staff;
using ThaffFunctions.Documentation.YearVolume;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Programme.Staff;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Staff;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Documentation;

static class DocumentationSlice
{
    /// <summary>Options of the notes readers: the register knows which headings name a section.</summary>
    public static readonly ReadingOptions Reading = new() { NamesSection = line => SectionNames.KindOf(line) is not null };

    public static IServiceCollection AddDocumentation(this IServiceCollection services)
    {
        services.AddCheckedOptions<DocumentationOptions, DocumentationOptionsValidator>(DocumentationOptions.Section);
        services.AddSingleton<NotesStore>();
        services.AddSingleton<IHoldsPersonalData>(provider => new FilesWithAddress(provider.GetRequiredService<BlobServiceClient>(),
            Containers.Notes, "Eine Datei der Redaktion: Bitte nehmen Sie die Adresse heraus und lassen Sie ältere Fassungen löschen"));
        services.AddSingleton<IHoldsPersonalData>(provider => new FilesWithAddress(provider.GetRequiredService<BlobServiceClient>(),
            Containers.Documentation, "Aus der Mitschrift veröffentlicht: Nehmen Sie die Adresse dort heraus, dann verschwindet sie auch hier"));
        services.AddSingleton<PictureReader>();
        services.AddSingleton<LogoReader>();
        services.AddSingleton<MaterialReader>();
        services.AddSingleton(provider => NotesFormats.All(Reading with { Failed = provider.GetRequiredService<ReadingLog>().Write }));
        services.AddSingleton<ReadingLog>();
        services.AddSingleton<NotesReader>();

        services.AddSingleton<DocumentFolders>();
        services.AddSingleton<DocumentPages>();
        services.AddStaffPage(NavigationPlace.Documentation, "Dokumentation", ListDocuments.Path);
        services.AddSingleton<GuideChapters>();
        services.AddStaffPage(NavigationPlace.Guide, "Anleitung", ShowGuide.Path);
        services.AddSingleton<PublishedStore>();
        services.AddSingleton<DocumentationQuery>();
        services.AddSingleton<PublishedFiles>();
        services.AddSingleton<PreviewStore>();
        services.AddSingleton<WaitingDrafts>();
        services.AddSingleton<FiledNotes>();
        services.AddSingleton<SessionTie>(provider => provider.GetRequiredService<FiledNotes>().TieAsync);
        services.AddToDo(ToDoPlace.RefusedNotes, "Mitschriften und Bilder mit Fehlern", provider => cancellation => provider.GetRequiredService<FailedFiles>()
            .OpenAsync(Containers.Notes, OpenDocument.PathOfFile, cancellation));
        services.AddToDo(ToDoPlace.Drafts, "Entwürfe", provider => provider.GetRequiredService<WaitingDrafts>().LookAsync);
        services.AddSingleton<PublishedAnswers>();
        services.AddSingleton<OneAtATime>();
        services.AddSingleton<Publisher>();
        services.AddSingleton<NotesIntake>();
        services.AddSingleton<NotesOutcomes>();
        services.AddSingleton<StaffReports>();

        services.AddSingleton<SessionPdf>();
        services.AddSingleton<SessionEditor>();
        services.AddSingleton<SessionSources>();
        services.AddSingleton<SessionPublisher>();
        services.AddSingleton<DocumentationFeed>();

        services.AddSingleton<VolumePdf>();
        services.AddSingleton<VolumeEditor>();
        services.AddSingleton<VolumeSources>();

        services.AddSingleton<ReportPdf>();
        services.AddSingleton<ReportEditor>();

        foreach (var queue in PublicationCompletion.All)
            services.AddSingleton<IMessageCompletion>(
                provider => ActivatorUtilities.CreateInstance<PublicationCompletion>(provider, queue));
        return services;
    }
}
