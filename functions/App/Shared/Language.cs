using System.Globalization;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Shared;

/// <summary>
/// A language of the public pages, forms and mails. It comes from the address (<c>/en/…</c>), is stored with a registration or
/// subscription, and decides the words of the mails and their links. Staff pages, documentation and what staff write are German.
/// </summary>
/// <remarks>
/// The two texts of a sentence stand side by side where the sentence is used: <see cref="Say(string, string)"/> in code,
/// <c>@Say("…", "…")</c> in a component, <c>&lt;Both&gt;</c> around markup. So a reader sees both at once, whoever changes one sees the
/// other, and the compiler asks for the second. Files of resources would stand elsewhere, with keys in between.
/// </remarks>
public sealed class Language
{
    public static readonly Language German = new("de", "de_DE", "");
    public static readonly Language English = new("en", "en_GB", "/en");

    public static readonly IReadOnlyList<Language> All = [German, English];

    readonly string prefix;
    readonly CultureInfo culture;

    Language(string code, string locale, string prefix) =>
        (Code, Locale, this.prefix, culture) = (code, locale, prefix, CultureInfo.GetCultureInfo(locale.Replace('_', '-')));

    /// <summary>As in <c>lang</c> and <c>hreflang</c>, in tables and in JSON.</summary>
    public string Code { get; }

    /// <summary>As Open Graph writes it.</summary>
    public string Locale { get; }

    public bool IsEnglish => this == English;

    public Language Other => IsEnglish ? German : English;

    /// <summary>Its name in itself.</summary>
    public string CalledByItself => Say("Deutsch", "English");

    /// <summary>Its name in German, for staff.</summary>
    public string CalledByStaff => IsEnglish ? "Englisch" : "Deutsch";

    /// <param name="code">As a form, a program or a row tells it; rows of older versions do not.</param>
    public static Language Of(string? code) => code?.Trim() == English.Code ? English : German;

    /// <summary>The language that an address is in.</summary>
    public static Language OfPath(string? path) =>
        path is not null && (path == English.prefix || path.StartsWith(English.prefix + "/", StringComparison.OrdinalIgnoreCase))
            ? English
            : German;

    public string Say(string german, string english) => IsEnglish ? english : german;

    public string Say(Bilingual text) => Say(text.German, text.English);

    /// <summary>The address of a page in this language.</summary>
    /// <param name="path">Its address in German, perhaps with a query.</param>
    public string PathOf(string path) => IsEnglish && path == "/" ? prefix : prefix + path;

    /// <summary>For example <c>Dienstag, 8. Dezember 2026</c> or <c>Tuesday, 8 December 2026</c>.</summary>
    public string Day(DateTimeOffset instant) => Written(instant, Say("dddd, d. MMMM yyyy", "dddd, d MMMM yyyy"));

    /// <summary>For example <c>10:00 bis 12:00 Uhr</c> or <c>10:00 to 12:00</c>.</summary>
    public string Hours(DateTimeOffset start, DateTimeOffset end) =>
        Say($"{Written(start, "HH:mm")} bis {Written(end, "HH:mm")} Uhr", $"{Written(start, "HH:mm")} to {Written(end, "HH:mm")}");

    /// <summary>For example <c>8. Dezember, 10 Uhr</c> or <c>8 December, 10 am</c>, for the subject of a mail.</summary>
    public string ShortMoment(DateTimeOffset instant) => $"{ShortDay(instant)}, {ShortHour(instant)}";

    /// <summary>For example <c>8. Dezember</c> or <c>8 December</c>.</summary>
    public string ShortDay(DateTimeOffset instant) => Written(instant, Say("d. MMMM", "d MMMM"));

    /// <summary>For example <c>8. Dezember 2026</c> or <c>8 December 2026</c>.</summary>
    public string ShortDate(DateTimeOffset instant) => Written(instant, Say("d. MMMM yyyy", "d MMMM yyyy"));

    /// <summary>For example <c>Dezember 2026</c> or <c>December 2026</c>.</summary>
    public string Month(DateOnly day) => day.ToString("MMMM yyyy", culture);

    /// <summary>
    /// For example <c>10 Uhr</c>, <c>13.30 Uhr</c> or <c>10 am</c>, <c>1.30 pm</c>: without a colon, since one follows in subjects.
    /// </summary>
    public string ShortHour(DateTimeOffset instant) => !IsEnglish ? Berlin.ShortHour(instant)
        : Written(instant, Berlin.Local(instant).Minute == 0 ? "%h" : "h.mm") + (Berlin.Local(instant).Hour < 12 ? " am" : " pm");

    /// <summary>For example <c>8. Dezember 2026, 10:00 Uhr</c> or <c>8 December 2026, 10:00</c>.</summary>
    public string Moment(DateTimeOffset instant) => Written(instant, Say("d. MMMM yyyy, HH:mm 'Uhr'", "d MMMM yyyy, HH:mm"));

    /// <summary>For example <c>Dienstag, 8. Dezember 2026, 10:00 Uhr</c> or <c>Tuesday, 8 December 2026, 10:00</c>.</summary>
    public string DayAndHour(DateTimeOffset instant) => $"{Day(instant)}, {Written(instant, Say("HH:mm 'Uhr'", "HH:mm"))}";

    /// <inheritdoc cref="Berlin.Until"/>
    public string Until(DateTimeOffset end) => !IsEnglish ? Berlin.Until(end)
        : Berlin.Local(end).TimeOfDay == TimeSpan.Zero ? Day(end.AddSeconds(-1))
        : DayAndHour(end);

    /// <summary>For example <c>A, B und C</c> or <c>A, B and C</c>.</summary>
    public string Listed(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.SkipLast(1))} {Say("und", "and")} {items[^1]}";

    public string Written(DateTimeOffset instant, string format) => Berlin.Local(instant).ToString(format, culture);
}
