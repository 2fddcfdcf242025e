using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.Operations.Failures;

namespace ThaffFunctions.MailingList.Import;

/// <summary>What became of a file of contacts. It names lines, no addresses: it stays when the file is deleted.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Version">Which of the files of this name.</param>
/// <param name="Lines">How many addresses it has.</param>
/// <param name="StartedAt">When its import began.</param>
public sealed partial record ContactReport(string File, string Version, int Lines, DateTimeOffset StartedAt)
{
    /// <summary>Refused lines that are listed; the others are counted.</summary>
    public const int MaxListed = 500;

    /// <summary>The name that the person gave it: one that was handed in on the page has the moment before it.</summary>
    [JsonIgnore]
    public string Given => Moment().Replace(File, "");

    /// <summary>Whether somebody of the Redaktion has ticked it off; it is kept beside the report.</summary>
    [JsonIgnore]
    public bool IsTickedOff { get; init; }

    /// <summary>How many of its lines are done. An import that was cut off goes on there.</summary>
    public int Done { get; init; }

    /// <summary>Null while it is under way.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many addresses came to which end.</summary>
    public IReadOnlyDictionary<AddOutcome, int> Outcomes { get; init; } = new Dictionary<AddOutcome, int>();

    public int RefusedLines { get; init; }

    /// <summary>What is wrong, line by line; or with the file as a whole.</summary>
    public IReadOnlyList<FileProblem> Refused { get; init; } = [];

    /// <summary>The beginning that makes the names of two files with one name different.</summary>
    public static string Stored(string given, DateTimeOffset now) => $"{now:yyyyMMdd-HHmmss}-{given}";

    public int CountOf(AddOutcome outcome) => Outcomes.GetValueOrDefault(outcome);

    /// <summary>Adds what became of some more lines.</summary>
    public ContactReport With(IReadOnlyList<(AddOutcome? Outcome, IReadOnlyList<FileProblem> Problems)> some) => this with
    {
        Done = Done + some.Count,
        Outcomes = Outcomes.Select(one => (one.Key, one.Value))
            .Concat(some.Where(one => one.Outcome is not null).Select(one => (Key: one.Outcome!.Value, Value: 1)))
            .GroupBy(one => one.Key, one => one.Value).ToDictionary(one => one.Key, one => one.Sum()),
        RefusedLines = RefusedLines + some.Count(one => one.Outcome is null),
        Refused = [.. Refused.Concat(some.SelectMany(one => one.Problems)).Take(MaxListed)],
    };

    [GeneratedRegex("^[0-9]{8}-[0-9]{6}-")]
    private static partial Regex Moment();
}
