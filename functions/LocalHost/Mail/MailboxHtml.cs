using System.Globalization;
using ThaffFunctions.LocalHost.Pages;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>The mailbox as HTML.</summary>
static class MailboxHtml
{
    public static string List(IReadOnlyList<SentMail> mails) =>
        mails.Count == 0 ? "<p>No mail yet. <a href=\"/_local\">How to send some</a></p>" : $"""
        <div class="wide" tabindex="0" role="region" aria-label="Mails"><table>
        <tr><th scope="col">Received (UTC)</th><th scope="col">To</th><th scope="col">Subject</th><th scope="col">Attachments</th></tr>
        {string.Join('\n', mails.Reverse().Select(Row))}
        </table></div>
        <p><a href="/_local/mails">The same as JSON</a></p>
        """;

    public static string Mail(SentMail mail) => $"""
        <table>
        {Line("To", $"{mail.ToName} <{mail.To}>")}
        {Line("Cc", mail.Cc)}
        {Line("Bcc", mail.Bcc)}
        {Line("From", $"{mail.FromName} <{mail.From}>")}
        {Line("Reply to", mail.ReplyTo)}
        {Line("Received", Time(mail))}
        {string.Join('\n', mail.Headers.Select(header => Line(header.Key, header.Value)))}
        {string.Join('\n', mail.CustomArgs.Select(argument => Line(argument.Key, argument.Value)))}
        </table>
        {string.Join('\n', mail.Attachments.Select((attachment, at) => $"<p>Attached: <a href=\"{Link(mail)}/attachments/{at}\">{Page.Text(attachment.Filename)}</a> ({Page.Text(attachment.Type)})</p>"))}
        <h2>HTML</h2>
        <iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="The mail as HTML" srcdoc="{Page.Text($"<base target=\"_blank\">{mail.Html}")}"></iframe>
        <h2>Text</h2>
        <pre>{Page.Text(mail.Text)}</pre>
        """;

    static string Row(SentMail mail) => $"""
        <tr><td>{Time(mail)}</td><td>{Page.Text(mail.To)}</td><td><a href="{Link(mail)}">{Page.Text(mail.Subject)}</a></td><td>{mail.Attachments.Count}</td></tr>
        """;

    static string Line(string name, string? value) =>
        value is null ? "" : $"<tr><th scope=\"row\">{Page.Text(name)}</th><td>{Page.Text(value.Trim())}</td></tr>";

    static string Link(SentMail mail) => $"/_local/mailbox/{Uri.EscapeDataString(mail.Id)}";

    static string Time(SentMail mail) => mail.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
