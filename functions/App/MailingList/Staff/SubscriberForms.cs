using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.Shared;
using ThaffFunctions.Staff;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>The forms about somebody on the list: what they chose, which they may change by their link, and whose address it is.</summary>
static class SubscriberForms
{
    public static readonly SharedForm<(Preferences Chosen, Language Language)> Choice = new(
    [
        new("Regionen", typed => Sorted(typed.Chosen.Regions.Select(region => region.Key)),
            (typed, stored) => typed with { Chosen = typed.Chosen with { Regions = stored.Chosen.Regions } },
            stored => Shown(stored.Chosen.Regions.Select(region => region.Name))),
        new("Branchen", typed => Sorted(typed.Chosen.Sectors.Select(sector => sector.Key)),
            (typed, stored) => typed with { Chosen = typed.Chosen with { Sectors = stored.Chosen.Sectors } },
            stored => Shown(stored.Chosen.Sectors.Select(sector => sector.Name))),
        new("Schwerpunkte", typed => Sorted(typed.Chosen.Topics.Select(topic => topic.ToUpperInvariant())),
            (typed, stored) => typed with { Chosen = typed.Chosen with { Topics = stored.Chosen.Topics } },
            stored => Shown(stored.Chosen.Topics)),
        new("Hinweise auf neue Dokumentationen", typed => typed.Chosen.DocumentationIn(Language.German),
            (typed, stored) => typed with { Chosen = typed.Chosen with { Documentation = stored.Chosen.Documentation } }),
        new("Sprache der E-Mails", typed => typed.Language.CalledByStaff, (typed, stored) => typed with { Language = stored.Language }),
    ]);

    public static readonly SharedForm<Contact> Contact = new(
    [
        new("Name", typed => typed.Name, (typed, stored) => typed with { Name = stored.Name }),
        new("Organisation", typed => typed.Organisation, (typed, stored) => typed with { Organisation = stored.Organisation }),
        new("Art", typed => ContactCheck.Kinds.First(kind => kind.Kind == typed.Kind).Name,
            (typed, stored) => typed with { Kind = stored.Kind }),
    ]);

    /// <summary>Stands where staff entered nothing.</summary>
    public static readonly Contact Nobody = new("", "", ContactKind.Company);

    public static (Preferences Chosen, Language Language) ChoiceOf(Subscriber stored) => (stored.Preferences, stored.Language);

    static string Sorted(IEnumerable<string> keys) => string.Join('\n', keys.Order(StringComparer.Ordinal));

    static string Shown(IEnumerable<string> names) => string.Join("; ", names) is { Length: > 0 } some ? some : "alle";
}
