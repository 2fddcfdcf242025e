using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>Which mails the app was told the fate of; kept in a file beside the mailbox.</summary>
sealed class ToldMails(IConfiguration configuration, TimeProvider clock)
{
    static readonly TimeSpan s_age = TimeSpan.FromHours(24); // SendGrid tries no longer

    readonly Lock _gate = new();
    readonly string _file = Path.Combine(configuration.DataFolder(), "mails-told.txt");

    public IEnumerable<SentMail> NotYetIn(IEnumerable<SentMail> mails)
    {
        HashSet<string> told;
        lock (_gate) told = File.Exists(_file) ? [.. File.ReadLines(_file)] : [];
        var oldest = clock.GetUtcNow() - s_age;
        return mails.Where(mail => mail.ReceivedAt > oldest && !told.Contains(mail.Id));
    }

    public void Note(IEnumerable<SentMail> mails)
    {
        lock (_gate) File.AppendAllLines(_file, mails.Select(mail => mail.Id));
    }

    public void Clear()
    {
        lock (_gate) File.Delete(_file);
    }
}
