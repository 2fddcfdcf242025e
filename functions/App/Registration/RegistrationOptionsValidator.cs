using Microsoft.Extensions.Options;

namespace ThaffFunctions.Registration;

[OptionsValidator]
sealed partial class RegistrationOptionsValidator : IValidateOptions<RegistrationOptions>;
