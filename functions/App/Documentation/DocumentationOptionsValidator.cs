using Microsoft.Extensions.Options;

namespace ThaffFunctions.Documentation;

[OptionsValidator]
sealed partial class DocumentationOptionsValidator : IValidateOptions<DocumentationOptions>;
