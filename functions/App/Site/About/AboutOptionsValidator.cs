using Microsoft.Extensions.Options;

namespace ThaffFunctions.Site.About;

[OptionsValidator]
sealed partial class AboutOptionsValidator : IValidateOptions<AboutOptions>;
