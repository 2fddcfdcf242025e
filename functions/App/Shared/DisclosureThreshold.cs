namespace ThaffFunctions.Shared;

/// <summary>From how many persons on a number may be told in public: of fewer, somebody could be recognised.</summary>
static class DisclosureThreshold
{
    /// <summary>The smallest number that is told.</summary>
    public const int Minimum = 5;
}
