using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>
/// Makes the volume of a year from the published contents of its sessions and the foreword; reports problems of foreword and logo to staff.
/// </summary>
public sealed class VolumeEditor(
    PublishedFiles files, StoredReader stored, NotesReader reader, LogoReader logos, StaffReports reports, VolumePdf pdf)
{
    internal async Task<Outcome> EditAsync(VolumePlan plan, CancellationToken cancellation)
    {
        if (plan.IsMixed) return new Outcome.Overtaken();

        await TellRefusedAsync(plan, Unexpected(plan), FailedFiles.Unchanged, cancellation);
        var foreword = await ReadForewordAsync(plan, cancellation);
        if (foreword is NotesReadResult.Overtaken) return new Outcome.Overtaken();
        if (foreword is NotesReadResult.Refused refused)
        {
            var consequence = refused.IsDraft ? StaffReports.WithoutForeword : FailedFiles.Unchanged;
            await TellRefusedAsync(plan, refused.Remarks, consequence, cancellation);
            if (!refused.IsDraft && plan.Sessions.Count > 0) return new Outcome.Refused { Remarks = Told(refused.Remarks) };
        }

        var preview = foreword is NotesReadResult.Done { Head.IsDraft: true } draft ? await PreviewAsync(plan, draft, cancellation) : null;
        if (plan.Sessions.Count == 0) return new Outcome.Nothing { Preview = preview };
        if (await ReadChaptersAsync(plan, cancellation) is not { } chapters) return new Outcome.Overtaken();

        var shown = foreword is NotesReadResult.Done { Head.IsDraft: false } done ? done : null;
        return await PrintAsync(plan, shown, chapters, preview, cancellation);
    }

    async Task<Outcome> PrintAsync(
        VolumePlan plan, NotesReadResult.Done? foreword, IReadOnlyList<Chapter> chapters, byte[]? preview, CancellationToken cancellation)
    {
        var logo = await logos.ReadAsync(plan.Folder, foreword?.Content.Pictures ?? [], cancellation);
        await TellRefusedAsync(plan, logo.Problems, StaffReports.WithoutLogo, cancellation);
        try
        {
            var printed = pdf.Print(plan, foreword, logo.Figure, chapters);
            await printed.KeepWhileAsync(() => TellHintsAsync(plan, foreword, printed, cancellation));
            return new Outcome.Ready(new(VolumePdf.TitleOf(plan.Year), plan.Changed, printed)) { Preview = preview };
        }
        catch (InvalidDocumentException invalid) when (foreword is not null) // the cause: chapters were printed before
        {
            await TellRefusedAsync(plan, [Unprintable(plan, invalid)], FailedFiles.Unchanged, cancellation);
            return new Outcome.Refused { Remarks = Told([Unprintable(plan, invalid)]) };
        }
    }

    static string[] Told(IEnumerable<FileRemark> remarks) => [.. remarks.Select(remark => $"{remark.File.Name}: {remark.Problem}")];

    /// <summary>
    /// A PDF of the foreword alone, so that staff need not search for it in the volume; null if no PDF can be made from it.
    /// </summary>
    async Task<byte[]?> PreviewAsync(VolumePlan plan, NotesReadResult.Done draft, CancellationToken cancellation)
    {
        try
        {
            var printed = pdf.PrintDraft(plan, draft);
            var preview = await printed.TakeAsync(cancellation);
            string[] hints = [.. draft.Remarks.Hints.Select(hint => hint.ToString()), .. Refusals.TextFor(printed.Warnings)];
            await reports.TellDraftAsync(plan.Folder.Name, $"Vorwort {plan.Year}", plan.Foreword.Files[0], VolumePlan.PathOf(plan.Year), hints, cancellation);
            return preview;
        }
        catch (InvalidDocumentException invalid)
        {
            await TellRefusedAsync(plan, [Unprintable(plan, invalid)], StaffReports.WithoutForeword, cancellation);
            return null;
        }
    }

    /// <summary>Null if there is no foreword.</summary>
    async Task<NotesReadResult?> ReadForewordAsync(VolumePlan plan, CancellationToken cancellation) => plan.Foreword.Files switch
    {
        [] => null,
        [var file] => await reader.ReadAsync(plan.Folder, file, Foreword.Title, cancellation),
        var several => new NotesReadResult.Refused([.. several.Select(file => new FileRemark(file, SeveralOf(several)))],
            IsDraft: several.All(file => file.IsDraft == true)),
    };

    /// <summary>Null if an edition was replaced in the meantime.</summary>
    async Task<IReadOnlyList<Chapter>?> ReadChaptersAsync(VolumePlan plan, CancellationToken cancellation)
    {
        var pictures = new VolumePictures(files);
        List<Chapter> chapters = [];
        foreach (var session in plan.Sessions)
        {
            var (path, version) = (DocumentPath.Of(session.Id), session.Edition.Version);
            if (await files.ReadAsync(path.Content(version), cancellation) is not { } content) return null;

            var file = new Unreadable(Containers.Documentation, path.Content(version));
            // left out of the volume until a new edition of the notes writes it again
            if (!stored.TryRead(file, () => ContentFile.Read(content), out var blocks)) continue;
            if (await pictures.ReadAsync(path, version, blocks, cancellation) is not { } found) return null;

            chapters.Add(new(session, blocks, found));
        }

        return chapters;
    }

    Task TellRefusedAsync(VolumePlan plan, IEnumerable<FileRemark> remarks, string consequence, CancellationToken cancellation) =>
        reports.TellRefusedAsync(plan.Folder.Name, remarks, consequence, cancellation);

    async Task TellHintsAsync(VolumePlan plan, NotesReadResult.Done? foreword, PrintedFile printed, CancellationToken cancellation)
    {
        if (foreword is null) return;

        const string Foreword = nameof(AccessibleDocument.FrontMatter);
        var warnings = printed.Warnings.Where(warning => warning.Element.StartsWith(Foreword, StringComparison.Ordinal));
        string[] hints = [.. foreword.Remarks.Hints.Select(hint => hint.ToString()), .. Refusals.TextFor(warnings)];
        await reports.TellForewordHintsAsync(plan.Folder.Name, plan.Foreword.Files[0], hints, cancellation);
    }

    IEnumerable<FileRemark> Unexpected(VolumePlan plan)
    {
        var expected = $"Im Ordner eines Jahres wird nur das Vorwort erwartet, als {reader.NamesOf(Foreword.FileName)}.";
        return plan.Folder.TextsBeside(Foreword.FileName)
            .Select(file => new FileRemark(file, $"{expected} Mitschriften liegen im Ordner ihres Termins."));
    }

    static FileRemark Unprintable(VolumePlan plan, InvalidDocumentException invalid) =>
        new(plan.Foreword.Files[0], $"Mit diesem Vorwort lässt sich kein barrierefreies PDF machen. {Refusals.TextOf(invalid)}");

    static string SeveralOf(IEnumerable<NotesFile> files) =>
        $"Im Ordner liegen mehrere Vorworte: {string.Join(", ", files.Select(file => $"„{file.Name}“"))}. Erwartet wird höchstens eines.";
}
