using Microsoft.Extensions.Options;

namespace ThaffFunctions.Backups;

[OptionsValidator]
sealed partial class BackupOptionsValidator : IValidateOptions<BackupOptions>;
