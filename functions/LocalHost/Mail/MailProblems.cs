namespace ThaffFunctions.LocalHost.Mail;

/// <summary>The body of every answer that refuses a request.</summary>
sealed record MailProblems(IReadOnlyList<MailProblem> Errors)
{
    public static MailProblems Of(string message) => new([new(message, null)]);
}
