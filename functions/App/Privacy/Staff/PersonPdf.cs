using AccessiblePdf;
using AccessiblePdf.Model;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Privacy.Staff;

/// <summary>Prints what is stored about a person, for the person (Art. 15 DSGVO).</summary>
public sealed class PersonPdf(IOptions<SiteOptions> site, TimeProvider clock)
{
    const string Title = "Auskunft über gespeicherte Daten";

    public byte[] Print(EmailAddress address, IReadOnlyList<PersonalRecord> records)
    {
        var now = clock.GetUtcNow();
        using var file = new MemoryStream();
        PdfWriter.Write(new()
        {
            Title = Title,
            Language = "de-DE",
            Author = site.Value.Operator.Name,
            Subject = "Auskunft nach Artikel 15 DSGVO",
            Created = now,
            TitleBlock = new()
            {
                Overline = "ThAFF Praxisaustausch",
                Lines = [site.Value.Operator.Name, $"Ausgegeben am {Berlin.Moment(now)}"],
            },
            Blocks = [.. BlocksOf(address, records)],
        }, file);
        return file.ToArray();
    }

    IEnumerable<Block> BlocksOf(EmailAddress address, IReadOnlyList<PersonalRecord> records)
    {
        var whose = address.HasMailbox ? $"der Adresse {address}"
            : $"einer Anmeldung von {PersonWords.Whose(address, records)} ohne E-Mail-Adresse";
        yield return new Paragraph(records.Count == 0
            ? $"Zu {whose} ist nichts gespeichert."
            : $"Zu {whose} ist gespeichert, was hier folgt. {(address.HasMailbox ? "" : "Zu weiteren Anmeldungen gibt es je eine Auskunft. ")}Wozu, auf welcher Grundlage und wie lange, und welche Rechte Sie haben, "
            + $"steht unter {site.Value.Link("/datenschutz")}. Sicherungen enthalten dieselben Angaben, bis auch sie gelöscht werden.");
        if (PersonSections.PersonsOf(records) is { Count: > 1 } persons)
            yield return new Paragraph($"Zu dieser Adresse gehören {persons.Count} Personen: {string.Join(", ", persons)}.");
        foreach (var (heading, entries) in PersonSections.Of(records))
        {
            yield return new Heading(1, heading);
            foreach (var (title, record) in entries)
            {
                yield return new Heading(2, title);
                if (record.KeptBecause is { } why) yield return new Paragraph($"Muss aufbewahrt werden: {why}.");
                yield return new DefinitionList(
                    [.. PersonWords.FactsOf(record).Select(fact => new Definition([fact.Name], new Paragraph(fact.Text)))])
                {
                    TermsBeside = true,
                };
            }
        }
    }
}
