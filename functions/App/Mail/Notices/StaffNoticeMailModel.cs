using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Mail.Notices;

public sealed record StaffNoticeMailModel(string Subject, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Items)
    : IModelOf<StaffNoticeMail>
{
    /// <summary>What mailboxes show after the subject.</summary>
    public string Preheader => string.Join(' ', Paragraphs.Concat(Items));
}
