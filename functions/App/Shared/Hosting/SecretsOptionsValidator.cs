using Microsoft.Extensions.Options;

namespace ThaffFunctions.Shared.Hosting;

[OptionsValidator]
sealed partial class SecretsOptionsValidator : IValidateOptions<SecretsOptions>;
