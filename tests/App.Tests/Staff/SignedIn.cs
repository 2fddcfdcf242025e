namespace ThaffFunctions.Tests.Staff;

/// <summary>The app on its stage, and the browser of a member of staff who has signed in.</summary>
public abstract class SignedIn : IAsyncLifetime
{
    private protected Stage stage = null!;
    private protected StaffBrowser staff = null!;

    public virtual async Task InitializeAsync()
    {
        stage = await OpenAsync();
        staff = await StaffBrowser.OpenAsync(stage);
    }

    public async Task DisposeAsync()
    {
        staff.Dispose();
        await stage.DisposeAsync();
    }

    private protected virtual Task<Stage> OpenAsync() => Stage.OpenAsync(settings: StaffSignIn.On);
}
