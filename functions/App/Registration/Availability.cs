namespace ThaffFunctions.Registration;

/// <summary>What a page may say about a session's seats.</summary>
public enum Availability { NotYetOpen, Open, WaitingList, Closed }
