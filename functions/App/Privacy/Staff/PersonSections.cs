using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Privacy.Staff;

/// <summary>Puts what is stored under an address into the order in which people look for it, by person and by kind.</summary>
static class PersonSections
{
    /// <summary>Who is stored under one address, each once; capitals and spaces make nobody another person.</summary>
    public static IReadOnlyList<string> PersonsOf(IReadOnlyList<PersonalRecord> records) =>
        [.. records.Select(record => record.Person).OfType<string>().DistinctBy(NameKey)];

    /// <summary>What belongs to one of them, and what belongs to the address that they share.</summary>
    public static IReadOnlyList<PersonalRecord> OnlyOf(string person, IReadOnlyList<PersonalRecord> records) =>
        [.. records.Where(record => record.Person is null || NameKey(record.Person) == NameKey(person))];

    static string NameKey(string name) => string.Join(' ', FoldedText.Words(name));

    /// <summary>
    /// What is stored, under the headings under which a person looks for it: what they did and got first, what only the app's own working
    /// needs last.
    /// </summary>
    public static IEnumerable<(string Heading, IReadOnlyList<(string Title, PersonalRecord Record)> Records)> Of(
        IReadOnlyList<PersonalRecord> records)
    {
        var areSeveral = PersonsOf(records).Count > 1;
        return
            from record in records
            orderby record.Kind
            group record by HeadingOf(record) into section
            let entries = section.Index().Select(one => (TitleOf(one.Index, one.Item, areSeveral), one.Item))
            select (section.Key, (IReadOnlyList<(string, PersonalRecord)>)[.. entries]);
    }

    static string HeadingOf(PersonalRecord record) => record.Kind switch
    {
        PersonalRecordKind.Registration => "Anmeldungen",
        PersonalRecordKind.MailingList => "Verteiler",
        PersonalRecordKind.Mail => "E-Mails",
        PersonalRecordKind.Text => PersonWords.PlaceOf(record),
        _ => "Technische Einträge",
    };

    /// <summary>
    /// What kind of mail it is, or whose limit; the session it belongs to; and whose it is, where several share the address.
    /// </summary>
    static string TitleOf(int number, PersonalRecord record, bool areSeveral)
    {
        var what = record.Kind switch
        {
            PersonalRecordKind.Mail => PersonWords.MailOf(record),
            PersonalRecordKind.Technical => PersonWords.PlaceOf(record),
            _ => "",
        };
        string?[] parts = [areSeveral ? record.Person : null, what.Length > 0 ? what : null, record.About];
        return parts.Any(part => part is not null) ? string.Join(": ", parts.OfType<string>()) : $"Eintrag {number + 1}";
    }
}
