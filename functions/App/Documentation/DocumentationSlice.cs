using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Notes.Markdown;
using ThaffFunctions.Documentation.Notes.Plain;
using ThaffFunctions.Documentation.Notes.Word;
using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.Documentation.YearVolume;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation;

static class DocumentationSlice
{
    public static IServiceCollection AddDocumentation(this IServiceCollection services)
    {
        services.AddCheckedOptions<DocumentationOptions, DocumentationOptionsValidator>(DocumentationOptions.Section);
        services.AddSingleton<NotesStore>();
        services.AddSingleton<PictureReader>();
        services.AddSingleton<INotesFormat, MarkdownNotes>();
        services.AddSingleton<INotesFormat, WordNotes>();
        services.AddSingleton<INotesFormat, PlainNotes>();
        services.AddSingleton<NotesReader>();
        services.AddSingleton<SessionPdf>();
        services.AddSingleton<Editor>();
        services.AddSingleton<Manuscripts>();
        services.AddSingleton<DocumentationFiles>();
        services.AddSingleton<DocumentationStore>();
        services.AddSingleton<PreviewStore>();
        services.AddSingleton<Shelf>();
        services.AddSingleton<DocumentationFeed>();
        services.AddSingleton<FirstPublications>();
        services.AddSingleton<StaffReports>();
        services.AddSingleton<Turn>();
        services.AddSingleton<Publisher>();
        services.AddSingleton<PublicationStore>();
        services.AddSingleton<Press>();
        services.AddSingleton<VolumePdf>();
        services.AddSingleton<VolumeEditor>();
        services.AddSingleton<VolumePlans>();
        return services;
    }
}
