using Azure;

namespace ThaffFunctions.Registration.Seating;

/// <summary>The seats row as it was read, with what is needed to replace it.</summary>
public sealed record StoredSeats(Seats Seats, ETag ETag);
