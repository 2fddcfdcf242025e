namespace SmallApp;

public sealed record Greeting
{
    public string Words { get; init; } = "home";

    public int Times { get; init; } = 1;
}
