namespace ThaffFunctions.Statistics;

/// <summary>Rounded numbers of who took part in either way.</summary>
public sealed record PublicModes(int OnSite, int Online);
