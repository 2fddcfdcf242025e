namespace ThaffFunctions.Mail.Sending;

/// <summary>What a delivery's composer made of it.</summary>
public abstract record Preparation
{
    public sealed record Ready(OutgoingMail Mail) : Preparation;

    public sealed record Nobody(string Reason) : Preparation;

    public sealed record Broken(Exception Failure) : Preparation;
}
