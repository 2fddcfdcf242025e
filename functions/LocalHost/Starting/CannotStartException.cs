namespace ThaffFunctions.LocalHost.Starting;

/// <summary>Something that keeps the app from starting and that a person can mend; the message is one plain sentence that says how.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class CannotStartException(string message) : Exception(message)
{
    static int s_watching;

    /// <summary>From now on a problem nobody catches is told in its sentence, with exit code 1 and without a stack trace.</summary>
    internal static void EndsTheProcessInOneSentence()
    {
        if (Interlocked.Exchange(ref s_watching, 1) == 1) return;

        AppDomain.CurrentDomain.UnhandledException += (_, thrown) =>
        {
            if (thrown.ExceptionObject is not CannotStartException problem) return;
            Console.Error.WriteLine(problem.Message);
            Environment.Exit(1);
        };
    }
}
