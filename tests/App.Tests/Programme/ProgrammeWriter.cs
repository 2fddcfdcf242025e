using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;
using YamlDotNet.Serialization;

namespace ThaffFunctions.Tests.Programme;

/// <summary>Writes a session as other programs would: YamlDotNet's serializer, and CsvHelper in the way of German Excel.</summary>
static class ProgrammeWriter
{
    public static string Yaml(Session session) => new SerializerBuilder().DisableAliases().Build().Serialize(new Dictionary<string, object>
    {
        ["sessions"] = new[] { Fields(session, "yyyy-MM-dd").ToDictionary(field => field.English, field => field.Value) },
    });

    public static string Csv(Session session)
    {
        using var text = new StringWriter();
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        var fields = Fields(session, "dd.MM.yyyy").ToList();
        foreach (var field in fields) csv.WriteField(field.German);
        csv.NextRecord();
        foreach (var field in fields) csv.WriteField(field.Value as string ?? string.Join(" | ", (IEnumerable<string>)field.Value));
        csv.NextRecord();
        csv.Flush();
        return text.ToString();
    }

    static IEnumerable<(string English, string German, object Value)> Fields(Session session, string date) =>
    [
        ("id", "Kennung", session.Id.Value),
        ("title", "Titel", session.Title),
        ("focus", "Schwerpunkt", session.Focus),
        ("description", "Beschreibung", session.Description),
        ("date", "Datum", Local(session.Start, date)),
        ("start", "Beginn", Local(session.Start, "HH:mm")),
        ("end", "Ende", Local(session.End, "HH:mm")),
        ("place", "Ort", session.Place ?? ""),
        ("region", "Region", session.Region?.Name ?? ""),
        ("onlineLink", "Online-Link", session.OnlineLink?.OriginalString ?? ""),
        ("seats", "Plätze", session.Seats.ToString(CultureInfo.InvariantCulture)),
        ("speakers", "Referierende", session.Speakers),
        ("moderators", "Moderation", session.Moderators),
        ("partners", "Partner", session.Partners),
        ("registrationOpens", "Anmeldung ab", Local(session.RegistrationOpens, $"{date} HH:mm")),
        ("registrationCloses", "Anmeldung bis", Local(session.RegistrationCloses, $"{date} HH:mm")),
        ("status", "Status", session.IsCancelled ? "cancelled" : "scheduled"),
    ];

    static string Local(DateTimeOffset instant, string format) => Berlin.Local(instant).ToString(format, CultureInfo.InvariantCulture);
}
