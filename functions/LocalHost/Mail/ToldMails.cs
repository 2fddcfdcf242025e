using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>The mails whose events were sent to the app; stored in a file beside the mailbox.</summary>
sealed class ToldMails(IConfiguration configuration, TimeProvider clock)
{
    static readonly TimeSpan s_age = TimeSpan.FromHours(24); // SendGrid retries for 24 hours

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
