namespace ThaffFunctions.Faults.Tests;

/// <summary>What goes wrong at one step: a call of the app to storage or to the mail service.</summary>
enum Fault
{
    /// <summary>Nothing: the steps are counted.</summary>
    None,

    /// <summary>Host and worker are killed before the call arrives.</summary>
    KilledBefore,

    /// <summary>The call is done; host and worker are killed before they get the answer.</summary>
    KilledAfter,

    /// <summary>Answer 500; nothing is done.</summary>
    ServerError,

    /// <summary>The call is done; the connection breaks before the answer.</summary>
    AnswerLost,

    /// <summary>Answer 429 from the mail service, 503 from storage; nothing is done.</summary>
    Busy,

    /// <summary>Answer 412, as if another had changed the row, to every conditional write; to others as <see cref="Busy"/>.</summary>
    Overtaken,
}
