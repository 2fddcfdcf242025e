using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site.Multipliers;

/// <summary>The sessions to come of a sector or region, to stand in a frame of another site.</summary>
public sealed record KitListModel(Segment Segment, IReadOnlyList<Session> Ahead) : IModelOf<KitListPage>;
