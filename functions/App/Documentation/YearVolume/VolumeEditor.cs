using AccessiblePdf;
using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publications;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>Makes a year's volume: fetches the sessions' contents as they are public, reads the foreword, says what is wrong with it.</summary>
public sealed class VolumeEditor(DocumentationFiles files, NotesReader reader, StaffReports reports, VolumePdf pdf)
{
    public async Task<Work> EditAsync(VolumePlan plan, CancellationToken cancellation)
    {
        await reports.TellRefusedAsync(plan.Folder.Name, Strangers(plan), cancellation);
        if (plan.Sessions.Count == 0) return new Work.Nothing();

        var foreword = await ReadForewordAsync(plan, cancellation);
        if (foreword is Reading.Overtaken) return new Work.Overtaken();
        if (foreword is Reading.Refused { IsDraft: true } draft)
            await reports.TellRefusedAsync(plan.Folder.Name, draft.Remarks, cancellation);
        else if (foreword is Reading.Refused refused)
            return await RefuseAsync(plan, refused.Remarks, cancellation);
        if (await ReadChaptersAsync(plan, cancellation) is not { } chapters) return new Work.Overtaken();

        var read = foreword as Reading.Done;
        try
        {
            var printed = pdf.Print(plan, read, chapters);
            await TellHintsAsync(plan, read, printed, cancellation);
            return new Work.Ready(new(plan.Fingerprint, VolumePdf.TitleOf(plan.Year), printed.Pages, printed.Content.Length, plan.Changed), printed.Content);
        }
        catch (InvalidDocumentException refusal) when (plan.Foreword.Files is [var file]) // the chapters have become PDFs before
        {
            return await RefuseAsync(plan, [new FileRemark(file, $"Mit diesem Vorwort lässt sich kein barrierefreies PDF machen. {Refusals.Wish(refusal)}")], cancellation);
        }
    }

    /// <summary>Null if there is none, or if it is a draft that can be read.</summary>
    async Task<Reading?> ReadForewordAsync(VolumePlan plan, CancellationToken cancellation) => plan.Foreword.Files switch
    {
        [] => null,
        [var file] => await reader.ReadAsync(plan.Folder, file, Foreword.Title, cancellation) switch
        {
            Reading.Done { Head.IsDraft: true } => null,
            var reading => reading,
        },
        var several => new Reading.Refused(
            [.. several.Select(one => new FileRemark(one, $"Im Ordner liegen mehrere Vorworte: {string.Join(", ", several.Select(file => $"„{file.Name}“"))}. Erwartet wird höchstens eines."))], IsDraft: false),
    };

    async Task<Work> RefuseAsync(VolumePlan plan, IReadOnlyList<FileRemark> remarks, CancellationToken cancellation)
    {
        await reports.TellRefusedAsync(plan.Folder.Name, remarks, cancellation);
        return new Work.Refused();
    }

    /// <summary>Null if an edition was replaced meanwhile.</summary>
    async Task<IReadOnlyList<Chapter>?> ReadChaptersAsync(VolumePlan plan, CancellationToken cancellation)
    {
        var pictures = new VolumePictures(files);
        List<Chapter> chapters = [];
        foreach (var session in plan.Sessions)
        {
            var (path, version) = (DocumentPath.Of(session.Id), session.Edition.Version);
            if (await files.ReadAsync(path.Content(version), cancellation) is not { } content) return null;

            var blocks = ContentFile.Read(content);
            if (await pictures.ReadAsync(path, version, blocks, cancellation) is not { } found) return null;

            chapters.Add(new(session, blocks, found));
        }

        return chapters;
    }

    /// <summary>Once for each version of the foreword, however often the volume is made.</summary>
    async Task TellHintsAsync(VolumePlan plan, Reading.Done? foreword, PrintedFile printed, CancellationToken cancellation)
    {
        if (foreword is null || plan.Foreword.Files is not [var file]) return;

        foreach (var wish in Refusals.WishFor(printed.Warnings.Where(warning => warning.Element.StartsWith(nameof(AccessibleDocument.FrontMatter), StringComparison.Ordinal))))
            foreword.Remarks.Hint(null, wish);
        await reports.TellHintsAsync(plan.Folder.Name, file.ETag.ToString(), file, [.. foreword.Remarks.Hints.Select(hint => hint.ToString())], cancellation);
    }

    IEnumerable<FileRemark> Strangers(VolumePlan plan) => plan.Folder.TextsBeside(Foreword.FileName)
        .Select(file => new FileRemark(file, $"Im Ordner eines Jahres wird nur das Vorwort erwartet, als {reader.NamesOf(Foreword.FileName)}. Mitschriften liegen im Ordner ihres Termins."));
}
