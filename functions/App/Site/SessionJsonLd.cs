using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site;

/// <summary>
/// A session as schema.org's Event, for search engines. It is data and not run, so that the strict policy of the pages lets it stand; the
/// serializer escapes every angle bracket. It never names the online link.
/// </summary>
static class SessionJsonLd
{
    public static MarkupString Of(Session session, SiteOptions site) =>
        new($"<script type=\"application/ld+json\">{JsonSerializer.Serialize(Event(session, site))}</script>");

    static Dictionary<string, object?> Event(Session session, SiteOptions site) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Event",
        ["name"] = session.Title,
        ["description"] = PageTitle.Shortened(SessionPageModel.PlainOf(session, Language.German), 300),
        ["startDate"] = Iso(session.Start),
        ["endDate"] = Iso(session.End),
        ["previousStartDate"] = session.MovedFrom is { } before ? Iso(before) : null,
        ["eventStatus"] = "https://schema.org/" + (session.IsCancelled ? "EventCancelled"
            : session.MovedFrom is null ? "EventScheduled" : "EventRescheduled"),
        ["eventAttendanceMode"] = "https://schema.org/" + (session.OnlineLink is null ? "OfflineEventAttendanceMode"
            : session.Place is null ? "OnlineEventAttendanceMode" : "MixedEventAttendanceMode"),
        ["location"] = PlacesOf(session, site),
        ["image"] = site.Link($"{session.Path}.png"),
        ["url"] = site.Link(session.Path),
        ["inLanguage"] = "de",
        ["isAccessibleForFree"] = true,
        ["organizer"] = new Dictionary<string, object> { ["@type"] = "Organization", ["name"] = site.Operator.Name, ["url"] = site.Link("/") },
    };

    /// <summary>Who takes part online comes by way of the session's page.</summary>
    static List<Dictionary<string, object>> PlacesOf(Session session, SiteOptions site)
    {
        List<Dictionary<string, object>> places = [];
        if (session.Place is { } place)
            places.Add(new() { ["@type"] = "Place", ["name"] = place, ["address"] = place });
        if (session.OnlineLink is not null) places.Add(new() { ["@type"] = "VirtualLocation", ["url"] = site.Link(session.Path) });
        return places;
    }

    static string Iso(DateTimeOffset instant) => Berlin.Local(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
