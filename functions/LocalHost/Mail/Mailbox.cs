using System.Text.Json;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>
/// All mails that the stand-in accepted, the newest last. Each is one line in a file beside Azurite's data. The line is written before the
/// request is answered, so that a crash does not lose an accepted mail.
/// </summary>
sealed class Mailbox(string dataFolder)
{
    readonly Lock _gate = new();
    readonly string _file = Path.Combine(dataFolder, "mails.jsonl");
    List<SentMail>? _mails;

    public IReadOnlyList<SentMail> All
    {
        get
        {
            lock (_gate) return [.. Loaded()];
        }
    }

    public SentMail? Find(string id) => All.FirstOrDefault(mail => mail.Id == id);

    public void Add(IReadOnlyList<SentMail> mails)
    {
        var lines = LinesOf(mails);
        lock (_gate)
        {
            Loaded().AddRange(mails);
            File.AppendAllText(_file, lines);
        }
    }

    static string LinesOf(IEnumerable<SentMail> mails) =>
        string.Concat(mails.Select(mail => JsonSerializer.Serialize(mail, JsonSerializerOptions.Web) + "\n"));

    /// <summary>Forgets the mails to these addresses.</summary>
    public void Erase(IReadOnlyCollection<string> recipients)
    {
        lock (_gate)
        {
            Loaded().RemoveAll(mail => recipients.Contains(mail.To, StringComparer.OrdinalIgnoreCase));
            File.WriteAllText(_file, LinesOf(Loaded()));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _mails = [];
            File.Delete(_file);
        }
    }

    List<SentMail> Loaded()
    {
        if (_mails is not null) return _mails;
        if (!File.Exists(_file)) return _mails = [];

        var text = File.ReadAllText(_file);
        if (text.Length > 0 && text[^1] != '\n') File.AppendAllText(_file, "\n"); // an incomplete last line
        return _mails = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<SentMail>()];
    }

    /// <summary>The mail; <see langword="null"/> for an incomplete line of a killed process.</summary>
    static SentMail? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<SentMail>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
