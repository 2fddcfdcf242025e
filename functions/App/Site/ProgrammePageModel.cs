using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site;

/// <summary>The home page.</summary>
/// <param name="Ahead">Sessions to come, the next one first; cancelled ones too, so that nobody travels in vain.</param>
/// <param name="Past">Sessions that are over, the latest first.</param>
public sealed record ProgrammePageModel(IReadOnlyList<SessionListing> Ahead, IReadOnlyList<SessionListing> Past) : IModelOf<ProgrammePage>
{
    /// <summary>The one to go to next.</summary>
    public SessionListing? Next => Ahead.FirstOrDefault(listing => listing.IsAhead);

    /// <summary>Everything to come but <see cref="Next"/>.</summary>
    public IEnumerable<SessionListing> Later => Ahead.Where(listing => listing != Next);

    public static ProgrammePageModel Of(IReadOnlyList<SessionListing> ascending) =>
        new([.. ascending.Where(listing => !listing.IsPast)], [.. ascending.Where(listing => listing.IsPast).Reverse()]);
}
