using Microsoft.Extensions.Options;

namespace ThaffFunctions.Mail.Sending;

[OptionsValidator]
sealed partial class RecipientLimitOptionsValidator : IValidateOptions<RecipientLimitOptions>;
