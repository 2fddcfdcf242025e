namespace ThaffFunctions.Shared.Web;

/// <summary>When somebody who was refused for a while may come again.</summary>
static class TryAgain
{
    /// <summary>For example <c>in 40 Minuten</c>, from two hours on in hours, rounded up.</summary>
    public static Bilingual In(TimeSpan wait)
    {
        if (wait >= TimeSpan.FromHours(2)) return new($"in {Math.Ceiling(wait.TotalHours)} Stunden", $"in {Math.Ceiling(wait.TotalHours)} hours");

        return Math.Ceiling(wait.TotalMinutes) is > 1 and var minutes
            ? new($"in {minutes} Minuten", $"in {minutes} minutes")
            : new("in einer Minute", "in a minute");
    }
}
