namespace ThaffFunctions.Campaigns.Staff;

/// <summary>The campaigns that the audit names by their ids.</summary>
sealed class AuditedCampaigns(CampaignQuery campaigns)
{
    public async Task<Func<string, string?>> ReadAsync(CancellationToken cancellation)
    {
        var names = (await campaigns.AllAsync(cancellation)).ToDictionary(entry => entry.Id.ToString(), CampaignWords.NameOf);
        return on => on.Split(' ', '/').Select(word => names.GetValueOrDefault(word)).FirstOrDefault(name => name is not null);
    }
}
