using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.Documentation.YearVolume;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation;

static class DocumentationSlice
{
    /// <summary>What the readers of notes are told about the app.</summary>
    public static readonly ReadingOptions Reading = new() { NamesSection = line => SectionNames.KindOf(line) is not null };

    public static IServiceCollection AddDocumentation(this IServiceCollection services)
    {
        services.AddCheckedOptions<DocumentationOptions, DocumentationOptionsValidator>(DocumentationOptions.Section);
        services.AddSingleton<NotesStore>();
        services.AddSingleton<PictureReader>();
        services.AddSingleton(provider => NotesFormats.All(Reading with { Failed = provider.GetRequiredService<ReadingLog>().Write }));
        services.AddSingleton<ReadingLog>();
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
