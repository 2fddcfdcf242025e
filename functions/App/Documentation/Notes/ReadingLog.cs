using Microsoft.Extensions.Logging;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>Logs why a notes file could not be read: the kind of exception and the place in the code, never its text.</summary>
sealed partial class ReadingLog(ILogger<ReadingLog> log)
{
    public void Write(ReadingFailure failure) => Log.Failed(log, failure.Kind, failure.Place);

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A notes file could not be read: {Kind} in {Place}")]
        public static partial void Failed(ILogger log, string kind, string place);
    }
}
