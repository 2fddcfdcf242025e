namespace ThaffFunctions.Registration;

/// <summary>Where an attendee stands. Cancelled rows are kept until they are erased, so that nobody is counted twice.</summary>
public enum AttendeeState { Seated, Waiting, Cancelled }
