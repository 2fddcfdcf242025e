using System.Buffers.Text;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>What SendGrid refuses about text, HTML and attachments.</summary>
static class ContentRules
{
    static readonly string[] s_order = ["text/plain", "text/html"];

    public static IEnumerable<MailProblem> Problems(MailRequest mail)
    {
        if (mail.Content is not { Count: > 0 } content)
        {
            if (mail.TemplateId is null)
                yield return new("Unless a valid template_id is provided, the content parameter is required. There must be at least one "
                    + "defined content block.", "content");
            yield break;
        }

        for (var at = 0; at < content.Count; at++)
        {
            if (string.IsNullOrEmpty(content[at].Type))
                yield return new("The content type is required.", $"content.{at}.type");
            if (string.IsNullOrEmpty(content[at].Value))
                yield return new("The content value must be a string at least one character in length.", $"content.{at}.value");
        }

        var places = content.Select(part => Array.IndexOf(s_order, part.Type)).Select(place => place < 0 ? s_order.Length : place)
            .ToArray();
        if (!places.SequenceEqual(places.Order()))
            yield return new("If present, text/plain must be first, followed by text/html, followed by any other content.", "content");
        if (s_order.Any(type => content.Count(part => part.Type == type) > 1))
            yield return new("If present, text/plain and text/html may only be provided once.", "content");
    }

    public static IEnumerable<MailProblem> Problems(MailAttachment attachment, string field)
    {
        if (string.IsNullOrEmpty(attachment.Content))
            yield return new("The attachment content is required.", $"{field}.content");
        else if (!Base64.IsValid(attachment.Content))
            yield return new("The attachment content must be base64 encoded.", $"{field}.content");
        if (string.IsNullOrEmpty(attachment.Filename))
            yield return new("The attachment filename is required.", $"{field}.filename");
        if (attachment.Type.AsSpan().ContainsAny(';', '\r', '\n'))
            yield return new("The attachment type must not contain ';', CR or LF.", $"{field}.type");
        if (attachment.Disposition is not (null or "attachment" or "inline"))
            yield return new("The attachment disposition must be 'inline' or 'attachment'.", $"{field}.disposition");
    }
}
