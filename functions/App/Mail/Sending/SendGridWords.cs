using System.Net;

namespace ThaffFunctions.Mail.Sending;

/// <summary>What an answer of SendGrid means, for staff; its status stands behind, for whoever looks after the app.</summary>
static class SendGridWords
{
    /// <summary>No mail was refused, but something is not well.</summary>
    public static string OfFault(int status) => Sentence(status switch
    {
        (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden =>
            "Der Maildienst lehnt den Schlüssel ab, mit dem wir uns ausweisen; das behebt die technische Betreuung",
        (int)HttpStatusCode.RequestTimeout or >= 500 => "Der Maildienst ist gestört",
        _ => "Der Maildienst gab keine brauchbare Antwort",
    }, $"SendGrid {status}");

    /// <param name="status">With which it refused a mail.</param>
    /// <param name="errors">What it says of it, in English.</param>
    public static string OfRefusal(int status, IEnumerable<string> errors) => Sentence(
        status == (int)HttpStatusCode.RequestEntityTooLarge ? "Die E-Mail ist dem Maildienst zu groß" : "Der Maildienst nimmt die E-Mail nicht an",
        string.Join("; ", errors.Prepend($"SendGrid {status}").Distinct()));

    static string Sentence(string meaning, string code) => $"{meaning} ({code}).";
}
