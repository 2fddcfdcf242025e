namespace ThaffFunctions.Registration;

/// <summary>A message to send once what it is about is stored; lost, a timer that looks for such rows sends it again.</summary>
/// <param name="Queue">One of the product's queues.</param>
/// <param name="Id">What the message is about.</param>
public sealed record FollowUp(string Queue, string Id);
