using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Mail.Sending;

[OptionsValidator]
sealed partial class SendGridOptionsValidator : IValidateOptions<SendGridOptions>;
