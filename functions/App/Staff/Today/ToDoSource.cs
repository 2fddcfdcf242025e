namespace ThaffFunctions.Staff.Today;

/// <summary>
/// One kind of lines of the start page; the slice that knows them registers it. It reads a few rows, however many there are.
/// </summary>
/// <param name="Place">The kinds stand in the order of these numbers: what is most urgent first.</param>
/// <param name="Heading">What they are called, in German.</param>
/// <param name="IsTask">Whether somebody must do something. Otherwise the lines are only good to know.</param>
/// <param name="LookAsync">Looks what there is now.</param>
public sealed record ToDoSource(int Place, string Heading, bool IsTask, Func<CancellationToken, Task<IReadOnlyList<ToDo>>> LookAsync);
