namespace ThaffFunctions.Registration.Seating;

/// <summary>A queue message to send after the transaction. If it gets lost, a timer finds the row it is about and sends it again.</summary>
/// <param name="Queue">One of the product's queues.</param>
/// <param name="Id">What the message is about.</param>
public sealed record OutboxMessage(string Queue, string Id);
