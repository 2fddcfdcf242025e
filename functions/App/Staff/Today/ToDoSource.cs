namespace ThaffFunctions.Staff.Today;

/// <summary>
/// One kind of lines of the start page; the slice that knows them registers it. It reads a few rows, however many there are.
/// </summary>
/// <param name="Place">Where they stand among the others.</param>
/// <param name="Heading">What they are called, in German.</param>
/// <param name="IsTask">Whether somebody must do something. Otherwise the lines are only good to know.</param>
/// <param name="LookAsync">Looks what there is now.</param>
public sealed record ToDoSource(ToDoPlace Place, string Heading, bool IsTask, Func<CancellationToken, Task<IReadOnlyList<ToDo>>> LookAsync);
