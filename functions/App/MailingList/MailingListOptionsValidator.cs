using Microsoft.Extensions.Options;

namespace ThaffFunctions.MailingList;

[OptionsValidator]
sealed partial class MailingListOptionsValidator : IValidateOptions<MailingListOptions>;
