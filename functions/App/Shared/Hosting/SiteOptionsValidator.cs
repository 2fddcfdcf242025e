using Microsoft.Extensions.Options;

namespace ThaffFunctions.Shared.Hosting;

[OptionsValidator]
sealed partial class SiteOptionsValidator : IValidateOptions<SiteOptions>;
