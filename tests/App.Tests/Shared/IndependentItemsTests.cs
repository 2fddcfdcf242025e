using Azure;
using Azure.Identity;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Shared;

public sealed class IndependentItemsTests
{
    public static TheoryData<Exception, bool> Failures => new()
    {
        { new RequestFailedException(400, "one row"), true },
        { new RequestFailedException(404, "one row"), true },
        { new RequestFailedException(409, "one row"), true },
        { new RequestFailedException(412, "one row"), true },
        { new RequestFailedException(413, "one row"), true },
        { new FormatException(), true },
        { new RequestFailedException(0, "no connection"), false },
        { new RequestFailedException(401, "no access"), false },
        { new RequestFailedException(403, "no access"), false },
        { new RequestFailedException(408, "too slow"), false },
        { new RequestFailedException(429, "too busy"), false },
        { new RequestFailedException(500, "down"), false },
        { new RequestFailedException(503, "down"), false },
        { new AggregateException(), false }, // after the client's own retries
        { new TimeoutException(), false },
        { new TaskCanceledException(), false },
        { new AuthenticationFailedException("no token"), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_concerns_one_item_keeps_no_other_waiting_and_storage_that_is_away_ends_the_loop(Exception failure, bool goesOn)
    {
        List<int> done = [];

        var thrown = await Record.ExceptionAsync(() => IndependentItems.ForEachAsync([1, 2, 3], item =>
        {
            done.Add(item);
            return item == 1 ? Task.FromException(failure) : Task.CompletedTask;
        }, default));

        Assert.Equal(goesOn ? [1, 2, 3] : [1], done);
        Assert.Same(failure, thrown);
    }
}
