using System.Text;
using CsCheck;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Programme;

public sealed class BlobEventTests
{
    const string Created = """
        {"topic":"/subscriptions/0/x","subject":"/blobServices/default/containers/programme/blobs/2027/programm (neu).yaml",
        "eventType":"Microsoft.Storage.BlobCreated","id":"1","data":{"api":"PutBlob","eTag":"0x8D","url":"https://x/programme/2027/programm%20(neu).yaml"},
        "dataVersion":"","metadataVersion":"1","eventTime":"2026-09-01T08:00:00Z"}
        """;

    public static TheoryData<string> Spellings => new(
        Created,
        $"[{Created}]",
        $"  {Created}",
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Created)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"[{Created}]")));

    [Theory]
    [MemberData(nameof(Spellings))]
    public void An_event_names_container_and_blob_however_it_was_put_on_the_queue(string message) =>
        Assert.Equal(new BlobEvent("programme", "2027/programm (neu).yaml", IsDeleted: false), BlobEvent.Parse(message));

    [Fact]
    public void A_removed_blob_is_told_apart() =>
        Assert.True(BlobEvent.Parse(Created.Replace("BlobCreated", "BlobDeleted", StringComparison.Ordinal)).IsDeleted);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{\"subject\":1,\"eventType\":\"x\"}")]
    [InlineData("{\"subject\":\"/blobServices/default/containers/programme\",\"eventType\":\"x\"}")]
    [InlineData("{\"subject\":\"/blobs/\",\"eventType\":\"x\"}")]
    [InlineData("kein Ereignis")]
    public void Anything_else_is_refused(string message) =>
        Assert.Throws<FormatException>(() => BlobEvent.Parse(message));

    [Fact]
    public void Garbage_is_refused_and_nothing_worse() =>
        Gen.String.Sample(message => Assert.Throws<FormatException>(() => BlobEvent.Parse(message)));
}
