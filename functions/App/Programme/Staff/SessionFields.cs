using System.Text;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Programme.Staff;

/// <summary>The form of a session: the fields of a programme file, checked by its rules.</summary>
static class SessionFields
{
    public static string NameOf(SessionField field) => FieldNames.NameOf(field, german: false);

    public static string LabelOf(SessionField field) => field switch
    {
        SessionField.Speakers or SessionField.Moderators or SessionField.Partners =>
            $"{FieldNames.NameOf(field, german: true)} (eine Zeile je Name, freiwillig)",
        SessionField.RegistrationOpens => "Anmeldung ab (leer: ein Jahr vorher)",
        SessionField.RegistrationCloses => "Anmeldung bis (leer: bis zum Beginn)",
        SessionField.Focus or SessionField.Region => $"{FieldNames.NameOf(field, german: true)} (freiwillig)",
        SessionField.Description => "Beschreibung (freiwillig, mit Markdown)",
        SessionField.Place => "Ort (öffentlich; leer, wenn der Termin nur online ist)",
        SessionField.OnlineLink => "Online-Link (steht nur in E-Mails an Personen mit Platz)",
        SessionField.Seats => "Plätze (weniger als vergeben nimmt niemandem den Platz)",
        SessionField.Sectors => "Für welche Branchen (keine gewählt: für alle)",
        SessionField.Directions => "Anfahrt (freiwillig)",
        SessionField.SeatsOnline => "Plätze online (nur wenn sie neben denen vor Ort vergeben werden; freiwillig)",
        SessionField.NeedsUntil => "Bedarf bis (bis dahin lässt sich Unterstützungsbedarf erfüllen; freiwillig)",
        _ => FieldNames.NameOf(field, german: true),
    };

    public static IReadOnlyDictionary<SessionField, string> Typed(StaffPost post) => SessionText.Fields.ToDictionary(
        field => field, field => field == SessionField.Sectors ? post[NameOf(field)].Replace(',', '\n')
            : post[NameOf(field)].Trim().ReplaceLineEndings("\n"));

    /// <returns>The session; null after problems at the fields.</returns>
    public static Session? Read(IReadOnlyDictionary<SessionField, string> typed, FieldProblems problems)
    {
        var found = new List<FileProblem>();
        var session = SessionText.Read(typed, found);
        // what no file could hold would be lost when the programme is taken as a file
        if (session is not null) found.AddRange(ProgrammeFile.Read("a.yaml", Encoding.UTF8.GetBytes(ProgrammeWriter.Yaml([session]))).Problems);
        foreach (var problem in found)
        {
            if (problem.Field is { } name && FieldNames.Find(name) is { } field)
                problems.Add(NameOf(field), $"{FieldNames.NameOf(field, german: true)}: {problem.Text}");
            else problems.Add("inhalt", problem.Text);
        }

        return problems.Any ? null : session;
    }

    /// <summary>What a second editor must know: the fields that somebody else changed since the form was opened.</summary>
    public static IReadOnlyList<(string Label, string Stored)> Differing(
        IReadOnlyDictionary<SessionField, string> stored, IReadOnlyDictionary<SessionField, string> typed) =>
        [.. SessionText.Fields.Where(field => stored[field] != Comparable(field, typed[field]))
            .Select(field => (FieldNames.NameOf(field, german: true), SessionText.Shown(field, stored[field])))];

    /// <summary>A browser writes a moment with a T, and names sectors by their keys.</summary>
    static string Comparable(SessionField field, string typed) => field switch
    {
        _ when SessionText.IsMoment(field) => typed.Replace('T', ' '),
        SessionField.Sectors => string.Join('\n', typed.Split('\n').Select(key => ThaffFunctions.Shared.Sector.Find(key)?.Name ?? key)),
        _ => typed,
    };
}
