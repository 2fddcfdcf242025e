using System.Text;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.MailingList.Consents;

/// <summary>
/// What people agree to: a file in folder Wording for each version. A file never changes once it was shown to somebody, since each consent
/// names its version (BGH I ZR 164/09); a test pins them. A new wording is a new file.
/// </summary>
/// <param name="Version">The file's name.</param>
/// <param name="Template">Its text, with {Operator} and {Contact} for who sends and how to reach them.</param>
sealed record ConsentWording(string Version, string Template)
{
    const string Folder = "wording/";
    const string Extension = ".txt";
    const string EnglishVersion = "-en";
    const string CurrentVersion = "2027-1";

    static readonly Bilingual Announcements = new("Mitteilungen", "announcements");

    public static readonly IReadOnlyList<ConsentWording> All =
    [
        .. from resource in typeof(ConsentWording).Assembly.GetManifestResourceNames()
           where resource.StartsWith(Folder, StringComparison.Ordinal)
           select new ConsentWording(resource[Folder.Length..^Extension.Length], Read(resource)),
    ];

    /// <summary>The text in a language is a version of its own: the proof names the one that the person saw.</summary>
    public static ConsentWording CurrentIn(Language language) => Of(language.Say(CurrentVersion, CurrentVersion + EnglishVersion));

    public Language Language => Version.EndsWith(EnglishVersion, StringComparison.Ordinal) ? Language.English : Language.German;

    public static ConsentWording Of(string version) => All.First(wording => wording.Version == version);

    public string TextFor(SiteOptions site) => Template
        .Replace("{Operator}", site.Operator.Name, StringComparison.Ordinal)
        .Replace("{Contact}", site.Operator.Email, StringComparison.Ordinal);

    /// <summary>
    /// Whether who agreed to this text may be sent what staff write besides invitations and documentation, which earlier wordings did not
    /// name.
    /// </summary>
    public static bool CoversAnnouncements(string text) =>
        text.Contains(Announcements.German, StringComparison.OrdinalIgnoreCase)
        || text.Contains(Announcements.English, StringComparison.OrdinalIgnoreCase);

    static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(ConsentWording).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd().Trim();
    }
}
