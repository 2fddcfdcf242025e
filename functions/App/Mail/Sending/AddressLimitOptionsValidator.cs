using Microsoft.Extensions.Options;

namespace ThaffFunctions.Mail.Sending;

[OptionsValidator]
sealed partial class AddressLimitOptionsValidator : IValidateOptions<AddressLimitOptions>;
