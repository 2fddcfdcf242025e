namespace ThaffFunctions.Registration.Needs;

/// <summary>How far staff are with what an attendee needs: New until staff were told, then Told until they answer.</summary>
public enum NeedState { None, New, Told, Granted, Declined }
