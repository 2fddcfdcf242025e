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

    /// <summary>Tells of every field whether it still says what a form was filled with.</summary>
    public static string VersionOf(IReadOnlyDictionary<SessionField, string> text) =>
        string.Join('.', SessionText.Fields.Select(field => FormVersion.Of(Comparable(field, text[field]))));

    /// <summary>
    /// What two editors did, field by field: of what somebody else stored since the form was opened, the form keeps all that was not
    /// changed in it.
    /// </summary>
    /// <param name="shown">The version with which the form was filled.</param>
    /// <param name="stored">What is stored now.</param>
    /// <param name="typed">What the form says.</param>
    /// <returns>What the form is to say, and what somebody else changed to something else than that was typed.</returns>
    public static (IReadOnlyDictionary<SessionField, string> Typed, IReadOnlyList<(string Label, string Stored)> Changed) Merge(
        string shown, IReadOnlyDictionary<SessionField, string> stored, IReadOnlyDictionary<SessionField, string> typed)
    {
        var (before, now, mine) = (shown.Split('.'), VersionOf(stored).Split('.'), VersionOf(typed).Split('.'));
        var merged = new Dictionary<SessionField, string>(typed);
        List<(string, string)> changed = [];
        foreach (var (at, field) in SessionText.Fields.Index())
        {
            var isMine = mine[at] != before.ElementAtOrDefault(at);
            if (!isMine) merged[field] = stored[field];
            if (now[at] == before.ElementAtOrDefault(at) || now[at] == mine[at]) continue;

            changed.Add((FieldNames.NameOf(field, german: true) + (isMine ? " (auch von Ihnen geändert)" : ""),
                SessionText.Shown(field, stored[field])));
        }

        return (merged, changed);
    }

    /// <summary>A browser writes a moment with a T, and names sectors by their keys, in the order of the form.</summary>
    static string Comparable(SessionField field, string text) => field switch
    {
        _ when SessionText.IsMoment(field) => text.Replace('T', ' '),
        SessionField.Sectors => string.Join('\n', text.Split('\n').Select(key => ThaffFunctions.Shared.Sector.Find(key)?.Name ?? key)
            .Order(StringComparer.Ordinal)),
        _ => text.Trim(),
    };
}
