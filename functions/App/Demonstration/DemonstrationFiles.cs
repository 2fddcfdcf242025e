using Azure.Storage.Blobs;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Demonstration;

/// <summary>
/// Uploads the demonstration year to where staff would upload it. Idempotent: an interrupted run is repeated. The programme comes last,
/// because its existence means that everything is loaded.
/// </summary>
sealed class DemonstrationFiles(
    BlobServiceClient blobs, ProgrammeImport import, ProgrammeQuery programme, HeadcountStore headcounts, Subscribers subscribers)
{
    const string ProgrammeFile = "demonstration.yaml";

    static readonly string[] Mailboxes = ["personal", "leitung", "kontakt", "ausbildung", "info", "office", "betrieb", "team"];

    public async Task PutAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var today = Berlin.Date(now);
        foreach (var mailbox in Mailboxes)
            await subscribers.AddConfirmedAsync(EmailAddress.Read($"{mailbox}@betrieb.example").Address!.Value, Preferences.Invitations,
                Consent.Imported("Demonstration", "Diese Einwilligung in Einladungen und Mitteilungen ist erfunden.", Preferences.Invitations, now), cancellation);
        foreach (var (name, content) in DemonstrationYear.Notes(today)
            .Concat(DemonstrationYear.YearDocuments(today))) await PutAsync(Containers.Notes, name, new(content), cancellation);
        await PutAsync(Containers.Programme, ProgrammeFile, BinaryData.FromString(DemonstrationYear.Programme(today)), cancellation);
        await import.ImportAsync(ProgrammeFile, cancellation, asOf: now.AddDays(-1)); // makes the next invitation due at once
        foreach (var session in await programme.AllAsync(cancellation))
        {
            if (DemonstrationHeadcounts.Of(session.Id.Value["yyyy-MM-".Length..]) is { } headcount)
                await headcounts.AddUnlessKeptAsync(session, headcount, cancellation);
        }
    }

    async Task PutAsync(string container, string name, BinaryData content, CancellationToken cancellation) =>
        await blobs.GetBlobContainerClient(container).GetBlobClient(name).UploadAsync(content, overwrite: true, cancellation);
}
