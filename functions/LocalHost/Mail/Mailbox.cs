using System.Text.Json;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>
/// Every mail the stand-in took, newest last. One line each in a file beside Azurite's data, written before the answer goes out, so that a
/// mail is in the box whatever becomes of this process.
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
        var lines = string.Concat(mails.Select(mail => JsonSerializer.Serialize(mail, JsonSerializerOptions.Web) + "\n"));
        lock (_gate)
        {
            Loaded().AddRange(mails);
            File.AppendAllText(_file, lines);
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
        if (text.Length > 0 && text[^1] != '\n') File.AppendAllText(_file, "\n"); // the next mail begins a line of its own
        return _mails = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<SentMail>()];
    }

    /// <summary>A mail; nothing for a line a killed process didn't finish.</summary>
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
