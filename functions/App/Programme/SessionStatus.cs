namespace ThaffFunctions.Programme;

public enum SessionStatus { Scheduled, Cancelled }
