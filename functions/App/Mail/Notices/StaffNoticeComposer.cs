using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Mail.Notices;

/// <summary>Makes the mail of a notice for one member of staff.</summary>
sealed class StaffNoticeComposer(StaffNotices notices, PageRenderer pages) : IMailComposer
{
    public string Kind => StaffNotices.Kind;

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        var recipients = notices.Staff.Where(address => notices.RecipientOf(address) == delivery.Recipient).ToList();
        if (recipients is not [var recipient]) return null; // not staff any more
        if (await notices.FindAsync(delivery, cancellation) is not { } notice) return null;

        var html = await pages.RenderAsync(new StaffNoticeMailModel(notice.Subject, notice.Paragraphs, notice.Items));
        return new(recipient, null, notice.Subject, html);
    }
}
