namespace ThaffFunctions.Mail.Sending;

/// <summary>What a delivery's composer made of it.</summary>
public abstract record Preparation
{
    public sealed record Ready(OutgoingMail Mail) : Preparation;

    public sealed record Nobody(string Reason) : Preparation;

    /// <summary>Too many went to this address lately.</summary>
    public sealed record Later(DateTimeOffset Until) : Preparation;

    public sealed record Broken(Exception Failure) : Preparation;
}
