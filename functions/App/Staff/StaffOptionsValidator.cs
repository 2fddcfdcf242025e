using Microsoft.Extensions.Options;

namespace ThaffFunctions.Staff;

[OptionsValidator]
sealed partial class StaffOptionsValidator : IValidateOptions<StaffOptions>;
