using AccessiblePdf;
using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Failures;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>Makes a year's volume: fetches the sessions' contents as they are public, reads the foreword, says what is wrong with it.</summary>
public sealed class VolumeEditor(DocumentationFiles files, NotesReader reader, StaffReports reports, VolumePdf pdf)
{
    public async Task<Work> EditAsync(VolumePlan plan, CancellationToken cancellation)
    {
        if (plan.IsMixed) return new Work.Overtaken();

        await reports.TellRefusedAsync(plan.Folder.Name, Strangers(plan), FailedFiles.Unchanged, cancellation);
        var foreword = await ReadForewordAsync(plan, cancellation);
        if (foreword is Reading.Overtaken) return new Work.Overtaken();
        if (foreword is Reading.Refused refused)
        {
            await reports.TellRefusedAsync(plan.Folder.Name, refused.Remarks, refused.IsDraft ? StaffReports.WithoutForeword : FailedFiles.Unchanged, cancellation);
            if (!refused.IsDraft && plan.Sessions.Count > 0) return new Work.Refused();
        }

        var preview = foreword is Reading.Done { Head.IsDraft: true } draft ? await PreviewAsync(plan, draft, cancellation) : null;
        if (plan.Sessions.Count == 0) return new Work.Nothing { Preview = preview };
        if (await ReadChaptersAsync(plan, cancellation) is not { } chapters) return new Work.Overtaken();

        var read = foreword is Reading.Done { Head.IsDraft: false } done ? done : null;
        try
        {
            var printed = pdf.Print(plan, read, chapters);
            await printed.KeepWhileAsync(() => TellHintsAsync(plan, read, printed, cancellation));
            return new Work.Ready(new(plan.Fingerprint, VolumePdf.TitleOf(plan.Year), printed.Pages, printed.Content.Length, plan.Changed), printed.Content) { Preview = preview };
        }
        catch (InvalidDocumentException refusal) when (read is not null) // the chapters have become PDFs before
        {
            await TellUnprintableAsync(plan, refusal, FailedFiles.Unchanged, cancellation);
            return new Work.Refused();
        }
    }

    /// <summary>The foreword alone, so that staff need not look for it among the sessions; null if no PDF can be made of it.</summary>
    async Task<byte[]?> PreviewAsync(VolumePlan plan, Reading.Done draft, CancellationToken cancellation)
    {
        var file = plan.Foreword.Files[0];
        try
        {
            var printed = pdf.PrintDraft(plan, draft);
            foreach (var wish in Refusals.WishFor(printed.Warnings)) draft.Remarks.Hint(null, wish);
            var name = PreviewStore.NameOf(VolumePlan.PathOf(plan.Year));
            var preview = await printed.TakeAsync(cancellation);
            await reports.TellDraftAsync(plan.Folder.Name, file, name, draft.Remarks.Hints.Select(hint => hint.ToString()), cancellation);
            return preview;
        }
        catch (InvalidDocumentException refusal)
        {
            await TellUnprintableAsync(plan, refusal, StaffReports.WithoutForeword, cancellation);
            return null;
        }
    }

    Task TellUnprintableAsync(VolumePlan plan, InvalidDocumentException refusal, string consequence, CancellationToken cancellation) => reports.TellRefusedAsync(
        plan.Folder.Name, [new FileRemark(plan.Foreword.Files[0], $"Mit diesem Vorwort lässt sich kein barrierefreies PDF machen. {Refusals.Wish(refusal)}")], consequence, cancellation);

    /// <summary>Null if there is none.</summary>
    async Task<Reading?> ReadForewordAsync(VolumePlan plan, CancellationToken cancellation) => plan.Foreword.Files switch
    {
        [] => null,
        [var file] => await reader.ReadAsync(plan.Folder, file, Foreword.Title, cancellation),
        var several => new Reading.Refused(
            [.. several.Select(one => new FileRemark(one, $"Im Ordner liegen mehrere Vorworte: {string.Join(", ", several.Select(file => $"„{file.Name}“"))}. Erwartet wird höchstens eines."))], IsDraft: false),
    };

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
        await reports.TellHintsAsync(plan.Folder.Name, file, [.. foreword.Remarks.Hints.Select(hint => hint.ToString())], cancellation);
    }

    IEnumerable<FileRemark> Strangers(VolumePlan plan) => plan.Folder.TextsBeside(Foreword.FileName)
        .Select(file => new FileRemark(file, $"Im Ordner eines Jahres wird nur das Vorwort erwartet, als {reader.NamesOf(Foreword.FileName)}. Mitschriften liegen im Ordner ihres Termins."));
}
