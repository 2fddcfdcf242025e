using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Mail.Notices;

public sealed record StaffNoticeMailModel(string Subject, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Items)
    : IModelOf<StaffNoticeMail>;
