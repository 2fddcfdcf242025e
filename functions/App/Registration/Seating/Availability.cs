namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// What a page may say about a session's seats. ToldByMail: registration is open, and whether a seat is free is told to each applicant
/// alone.
/// </summary>
public enum Availability { NotYetOpen, Open, WaitingList, ToldByMail, Closed }
