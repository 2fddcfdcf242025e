using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.GoodPractice;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.YearVolume;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>The folders that staff hand files into: of a session of the programme, a year, and the Good Practice report.</summary>
public sealed class DocumentFolders(
    ProgrammeQuery programme, IOptions<DocumentationOptions> options, TimeProvider clock)
{
    /// <returns>Null for a folder that nothing is made of.</returns>
    internal async Task<DocumentFolder?> FindAsync(string folder, CancellationToken cancellation)
    {
        if (PublicationTarget.Of($"{folder}/{NotesFolder.NotesName}") is not { } place) return null;
        if (folder == ReportEditor.Folder)
            return new(folder, place, ReportEditor.Path, GoodPracticeReport.DefaultTitle, NotesFolder.NotesName, $"/{ReportEditor.Folder}");
        if (SessionId.Parse(folder) is not { } id)
        {
            var year = int.Parse(folder, System.Globalization.CultureInfo.InvariantCulture);
            return new(folder, place, VolumePlan.PathOf(year), VolumePdf.TitleOf(year), Foreword.FileName, $"/dokumentation/{year}/{VolumePlan.Name}.pdf");
        }

        return await programme.FindAsync(id, cancellation) is { } session
            ? new(folder, place, DocumentPath.Of(id), session.Title, NotesFolder.NotesName, DocumentationQuery.PathOf(id))
            {
                NotBefore = options.Value.FirstMomentFor(session) is { } first && clock.GetUtcNow() < first ? first : null,
            }
            : null;
    }
}
