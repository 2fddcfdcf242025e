namespace ThaffFunctions.Programme;

/// <summary>How somebody takes part in a session that has seats of both kinds.</summary>
public enum AttendanceMode { OnSite, Online }
