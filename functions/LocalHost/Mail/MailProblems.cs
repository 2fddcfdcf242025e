namespace ThaffFunctions.LocalHost.Mail;

/// <summary>The body of every refusal.</summary>
sealed record MailProblems(IReadOnlyList<MailProblem> Errors)
{
    public static MailProblems Of(string message) => new([new(message, null)]);
}
