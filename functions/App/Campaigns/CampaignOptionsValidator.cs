using Microsoft.Extensions.Options;

namespace ThaffFunctions.Campaigns;

[OptionsValidator]
sealed partial class CampaignOptionsValidator : IValidateOptions<CampaignOptions>;
