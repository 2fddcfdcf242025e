using Microsoft.Extensions.Options;

namespace ThaffFunctions.Mail;

[OptionsValidator]
sealed partial class MailRecordOptionsValidator : IValidateOptions<MailRecordOptions>;
