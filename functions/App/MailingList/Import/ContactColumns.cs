using ThaffFunctions.Programme.Import;

namespace ThaffFunctions.MailingList.Import;

/// <summary>The columns of a file of contacts: the German title, other titles that are understood, and the field of the form.</summary>
static class ContactColumns
{
    static readonly (string Field, string Title, string[] Others)[] Columns =
    [
        ("email", "E-Mail", ["E-Mail-Adresse", "Mail", "Adresse"]),
        ("name", "Name", ["Person", "Ansprechperson"]),
        ("organisation", "Organisation", ["Unternehmen", "Firma", "Betrieb", "Einrichtung"]),
        ("kind", "Art", []),
        ("regions", "Regionen", ["Region"]),
        ("sectors", "Branchen", ["Branche"]),
        ("topics", "Schwerpunkte", ["Schwerpunkt", "Themen"]),
        ("documentation", "Dokumentation", ["Dokumentationen"]),
        ("language", "Sprache", []),
        ("source", "Quelle", ["Quelle der Einwilligung"]),
        ("given", "Datum", ["Datum der Einwilligung", "Einwilligung"]),
    ];

    static readonly Dictionary<string, string> ByTitle = Columns
        .SelectMany(
            column => column.Others.Append(column.Title).Append(column.Field),
            (column, title) => (Key: FieldNames.Fold(title), column.Field))
        .DistinctBy(entry => entry.Key)
        .ToDictionary();

    public static string AllTitles => string.Join(", ", Columns.Select(column => column.Title));

    /// <returns>The field; null for an unknown title.</returns>
    public static string? Find(string title) => ByTitle.GetValueOrDefault(FieldNames.Fold(title));

    public static string TitleOf(string field) => Columns.First(column => column.Field == field).Title;
}
