using System.Text;
using ThaffFunctions.Shared.Web.Files;
using YamlDotNet.Serialization;

namespace ThaffFunctions.Programme.Import;

/// <summary>Writes sessions as programme files; imported again, they change nothing.</summary>
static class ProgrammeWriter
{
    public static string Yaml(IEnumerable<Session> sessions) => new SerializerBuilder().DisableAliases().WithQuotingNecessaryStrings()
        .WithIndentedSequences().Build().Serialize(new Dictionary<string, object> { ["sessions"] = sessions.Select(Fields).ToList() });

    public static string Csv(IEnumerable<Session> sessions)
    {
        var text = new StringBuilder();
        text.Append(CsvFile.Line(SessionText.Fields.Select(field => FieldNames.NameOf(field, german: true))));
        foreach (var fields in sessions.Select(SessionText.Of))
            text.Append(CsvFile.Line(SessionText.Fields.Select(field =>
                fields[field].Length == 0 ? "" : SessionText.Shown(field, fields[field]))));
        return text.ToString();
    }

    static Dictionary<string, object> Fields(Session session) => SessionText.Of(session).Where(field => field.Value.Length > 0)
        .ToDictionary(field => FieldNames.NameOf(field.Key, german: false),
            field => SessionText.IsList(field.Key) ? (object)field.Value.Split('\n') : field.Value);
}
