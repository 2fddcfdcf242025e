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

    /// <summary>The same, and they say how long to wait.</summary>
    Throttled,

    /// <summary>Answer 412, as if another had changed the row, to every conditional write; to others as <see cref="Busy"/>.</summary>
    Overtaken,

    /// <summary>Answer 409 from storage to every write, as if something stood there; nothing is done. The mail service works.</summary>
    Conflict,

    /// <summary>Answer 413 from storage to every write; nothing is done. The mail service works.</summary>
    TooLarge,

    /// <summary>A proxy on the way answers with a page of its own, for the mail service as if all were well; nothing is done.</summary>
    StrangePage,

    /// <summary>The call is done; the connection breaks in the middle of the answer.</summary>
    AnswerCut,

    /// <summary>The call is done; all instances are killed before the answer.</summary>
    AllKilled,

    /// <summary>The clock was two hours slow and is put right before the call.</summary>
    ClockForward,

    /// <summary>The clock was an hour fast and is put right before the call.</summary>
    ClockBack,
}
