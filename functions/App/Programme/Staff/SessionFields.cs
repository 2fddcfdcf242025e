using System.Text;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared.Web.Forms;
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

    /// <summary>The fields as two may edit them at once.</summary>
    public static readonly SharedForm<IReadOnlyDictionary<SessionField, string>> Form = new([.. SessionText.Fields.Select(field =>
        new SharedField<IReadOnlyDictionary<SessionField, string>>(FieldNames.NameOf(field, german: true),
            typed => Comparable(field, typed[field]),
            (typed, stored) => new Dictionary<SessionField, string>(typed) { [field] = stored[field] },
            stored => SessionText.Shown(field, stored[field])))]);

    /// <summary>A browser writes a moment with a T, and names sectors by their keys, in the order of the form.</summary>
    static string Comparable(SessionField field, string text) => field switch
    {
        _ when SessionText.IsMoment(field) => text.Replace('T', ' '),
        SessionField.Sectors => string.Join('\n', text.Split('\n').Select(key => ThaffFunctions.Shared.Sector.Find(key)?.Name ?? key)
            .Order(StringComparer.Ordinal)),
        _ => text.Trim(),
    };
}
