using ThaffFunctions.LocalHost.Pages;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>The mailbox as pages, and as JSON for tests.</summary>
sealed class MailboxPages(Mailbox mailbox, ToldMails told)
{
    public IResult List() => Page.Show("Mailbox", MailboxHtml.List(mailbox.All));

    public IResult Show(HttpRequest request) =>
        Find(request) is { } mail ? Page.Show(mail.Subject, MailboxHtml.Mail(mail)) : Results.NotFound();

    public IResult Attachment(HttpRequest request)
    {
        var at = int.TryParse(request.RouteValues["at"]?.ToString(), out var number) ? number : -1;
        return Find(request)?.Attachments.ElementAtOrDefault(at) is { } attachment
            ? Results.File(Convert.FromBase64String(attachment.Content), attachment.Type ?? "application/octet-stream", attachment.Filename)
            : Results.NotFound();
    }

    /// <summary>All mails, newest last; with <c>?to=</c> those to one address.</summary>
    public IResult Json(HttpRequest request) =>
        Results.Json(request.Query["to"] is [{ Length: > 0 } to]
            ? [.. mailbox.All.Where(mail => mail.To.Split(", ").Contains(to, StringComparer.OrdinalIgnoreCase))] : mailbox.All);

    public IResult Clear()
    {
        mailbox.Clear();
        told.Clear();
        return Results.NoContent();
    }

    SentMail? Find(HttpRequest request) => mailbox.Find(request.RouteValues["id"]!.ToString()!);
}
