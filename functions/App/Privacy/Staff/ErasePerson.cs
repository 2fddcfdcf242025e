using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Text;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Privacy.Staff;

/// <summary>Erases a person everywhere, once the address was typed again.</summary>
public sealed class ErasePerson(PersonalData persons, PersonPages pages, ErasureMarks marks, StaffArea staff)
{
    const string Route = FindPerson.Route + "/loeschen";
    public const string Path = "/" + Route;

    /// <summary>
    /// The field that says who is erased, where several persons share the address: <see cref="Everybody"/>, or one record alone.
    /// </summary>
    public const string Whom = "wen";

    public const string Everybody = "alle";

    /// <summary>The sentence that the next page shows stands in its address.</summary>
    const int LongestStatus = 800;

    [Function(nameof(ErasePerson))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        staff.ActAsync<PersonPage>(request, post => EraseAsync(post, cancellation), async post => await pages.PageAsync(post, cancellation),
            cancellation);

    async Task<StaffDone?> EraseAsync(StaffPost post, CancellationToken cancellation)
    {
        var (address, problem) = PersonPages.ReadAddress(post["email"]);
        post.Problems.Add("email", problem?.German);
        if (address is not null) post.Problems.Add("nochmals", await WhyNotAsync(address.Value, post["nochmals"], cancellation));
        if (address is null || post.Problems.Any) return null;

        var sharing = PersonSections.PersonsOf(await persons.FindAsync(address.Value, cancellation).ToListAsync(cancellation)).Count;
        if (sharing > 1 && post[Whom].Length == 0)
            post.Problems.Add(Whom, $"Zu dieser Adresse gehören {sharing} Personen. Bitte wählen Sie, wer gelöscht wird.");
        if (post.Problems.Any) return null;
        if (post[Whom] is { Length: > 0 } one and not Everybody) return await EraseOneAsync(address.Value, one, post, cancellation);

        var left = await persons.EraseAsync(address.Value, cancellation);
        var kept = await persons.FindAsync(address.Value, cancellation).CountAsync(cancellation);
        var done = sharing > 1 ? $"Alle {sharing} Personen mit dieser Adresse sind gelöscht. {PersonWords.InBackups}"
            : address.Value.HasMailbox ? $"Die Person ist gelöscht. {PersonWords.InBackups}"
            : $"Diese Anmeldung ist gelöscht. {PersonWords.InBackups} {await OthersAsync(post["nochmals"], cancellation)}";
        return new(FindPerson.Path, StatusOf(done, left, kept), "Person gelöscht", $"Person {marks.NameOf(address.Value)[..16]}");
    }

    async Task<StaffDone?> EraseOneAsync(EmailAddress address, string one, StaffPost post, CancellationToken cancellation)
    {
        if (await persons.EraseOneAsync(address, one, cancellation))
            return new(FindPerson.Path, $"Diese eine Anmeldung ist gelöscht. Was sonst zu der Adresse gespeichert ist, bleibt. {PersonWords.InBackups}",
                "Eine Anmeldung gelöscht", $"Person {marks.NameOf(address)[..16]}");

        post.Problems.Add(Whom, "Diese Anmeldung gibt es nicht mehr. Es wurde nichts gelöscht.");
        return null;
    }

    /// <summary>Whether the person was named once more: by the address, or by the name where there is none.</summary>
    async Task<string?> WhyNotAsync(EmailAddress address, string again, CancellationToken cancellation)
    {
        if (address.HasMailbox) return EmailAddress.Read(again).Address?.Canonical == address.Canonical ? null
            : "Das ist nicht dieselbe Adresse. Es wurde nichts gelöscht.";

        var whose = PersonWords.Whose(address, await persons.FindAsync(address, cancellation).ToListAsync(cancellation));
        return FoldedText.Words(again).SequenceEqual(FoldedText.Words(whose)) ? null
            : "Das ist nicht derselbe Name. Es wurde nichts gelöscht.";
    }

    /// <summary>Each registration without an address stands for itself, so the same person may have more.</summary>
    async Task<string> OthersAsync(string name, CancellationToken cancellation)
    {
        var words = FoldedText.Words(name).ToList();
        var others = await persons.FindByNameAsync(name, cancellation)
            .CountAsync(person => FoldedText.Words(person.Name).SequenceEqual(words), cancellation);
        return others switch
        {
            0 => "Ohne E-Mail-Adresse ist unter diesem Namen keine weitere gespeichert.",
            1 => "Unter diesem Namen ist ohne E-Mail-Adresse noch 1 Anmeldung gespeichert; eine Suche nach dem Namen zeigt sie.",
            _ => $"Unter diesem Namen sind ohne E-Mail-Adresse noch {others} Anmeldungen gespeichert; eine Suche nach dem Namen zeigt sie.",
        };
    }

    /// <summary>Names files and the mail service, never the person.</summary>
    static string StatusOf(string status, IReadOnlyList<string> left, int kept)
    {
        if (kept > 0) status += $" Aufbewahrt bleiben {kept} Einträge ohne die Adresse oder in Ihren Dateien; eine neue Suche zeigt sie.";
        if (left.Count > 0) status += $" Bitte erledigen Sie noch: {string.Join(" ", left)}";
        return status.Length > LongestStatus ? status[..LongestStatus] + "…" : status;
    }
}
