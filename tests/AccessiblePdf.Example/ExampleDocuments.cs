using AccessiblePdf.Model;

namespace AccessiblePdf.Example;

/// <summary>Two documents of one page: minutes in English, and a leaflet in Arabic with some German.</summary>
public static class ExampleDocuments
{
    public static IReadOnlyDictionary<string, AccessibleDocument> All { get; } = new Dictionary<string, AccessibleDocument>
    {
        ["minutes"] = Minutes,
        ["leaflet"] = Leaflet,
    };

    static AccessibleDocument Minutes => new()
    {
        Title = "Language at work",
        Language = "en",
        Created = new DateTimeOffset(2026, 3, 12, 16, 0, 0, TimeSpan.FromHours(1)),
        TitleBlock = new() { Overline = "Minutes", Lines = ["12 March 2026, Erfurt"] },
        Blocks =
        [
            new Paragraph("Courses succeed ", new TextRun("in the shift plan", TextStyle.Bold),
                new Footnote(new Paragraph("Survey of February; 21 firms answered.")), ", said most firms. See ",
                new Link(new Uri("https://example.org/courses"), "the list of courses"), "."),
            new Callout("Finding", new Paragraph("An hour a week during work beats an evening course."))
            {
                Tone = CalloutTone.Success,
            },
            new Heading(1, "Who was there"),
            new Table
            {
                Caption = ["Attendees by branch"],
                Header = [new("Branch", "Firms", "People")],
                Rows = [new("Crafts", "9", "12"), new("Care", "7", "9"), new("Catering", "5", "5")],
                Columns = [Alignment.Start, Alignment.End, Alignment.End],
            },
            new Chart
            {
                Title = "Hours of teaching a week",
                CategoryLabel = "Branch",
                Categories = ["Crafts", "Care", "Catering"],
                Series = [new("Hours", 3, 2.5, 1)],
            },
            new Heading(1, "Next steps"),
            new BulletList(
                new ListItem(new Paragraph("Ask the adult education centre for dates")) { Done = true },
                new ListItem(new Paragraph("Invite two more firms")) { Done = false }),
        ],
    };

    /// <summary>Sides, numbers and brackets follow from the language and the letters; nothing is said about direction.</summary>
    static AccessibleDocument Leaflet => new()
    {
        Title = "دورات اللغة في العمل",
        Language = "ar",
        Created = new DateTimeOffset(2026, 3, 12, 16, 0, 0, TimeSpan.FromHours(1)),
        Wording = Wording.English with { PageOfPages = "{0} / {1}" },
        Blocks =
        [
            new Paragraph("مرحبًا بكم! تبدأ الدورة يوم الاثنين (12.03.2026) في ",
                new TextRun("Volkshochschule Erfurt", TextStyle.Bold) { Language = "de" }, "."),
            new Heading(1, "ما تحتاجون إليه"),
            new NumberedList(
                new ListItem(new Paragraph("بطاقة الهوية")),
                new ListItem(new Paragraph("رسالة من صاحب العمل"))),
            new Table
            {
                Header = [new("اليوم", "المكان", "الساعة")],
                Rows = [new("الاثنين", "Erfurt", "17:00"), new("الأربعاء", "Weimar", "18:30")],
                Columns = [Alignment.Start, Alignment.Start, Alignment.End],
            },
            new Callout("سؤال؟", new Paragraph("الهاتف: 0361\u00A0123456 – نتكلم العربية والألمانية (ואפילו עברית)."))
            {
                Tone = CalloutTone.Question,
            },
        ],
    };
}
