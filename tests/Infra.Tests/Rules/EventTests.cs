using ThaffFunctions.InfraTests.Bicep;
using ThaffFunctions.InfraTests.Host;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.InfraTests.Rules;

[Collection(nameof(Template))]
public sealed class EventTests(Template template)
{
    public static TheoryData<string> Deployments => Template.Names;

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Every_watched_container_has_its_queue_told_of_created_and_deleted_files(string name)
    {
        var deployment = template.Deployed(name);
        var subscriptions = deployment.Of("Microsoft.EventGrid/systemTopics/eventSubscriptions")
            .ToDictionary(subscription => subscription.Text("properties.filter.subjectBeginsWith")!);

        Assert.Equal(Watched.Select(watched => Subject(watched.Container)).Order(), subscriptions.Keys.Order());
        Assert.All(Watched, watched =>
        {
            var subscription = subscriptions[Subject(watched.Container)];
            Assert.Equal(watched.Queue, subscription.Text("properties.deliveryWithResourceIdentity.destination.properties.queueName"));
            Assert.Equal("EventGridSchema", subscription.Text("properties.eventDeliverySchema"));
            Assert.Equal(
                ["Microsoft.Storage.BlobCreated", "Microsoft.Storage.BlobDeleted"],
                subscription.Find("properties.filter.includedEventTypes")!.Value.EnumerateArray().Select(type => type.GetString()));
        });
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Events_go_to_the_data_accounts_queues_by_the_topics_own_identity_and_never_expire_there(string name)
    {
        var deployment = template.Deployed(name);

        Assert.Equal("SystemAssigned", deployment.The("Microsoft.EventGrid/systemTopics").Text("identity.type"));
        Assert.All(deployment.Of("Microsoft.EventGrid/systemTopics/eventSubscriptions"), subscription =>
        {
            Assert.Equal("SystemAssigned", subscription.Text("properties.deliveryWithResourceIdentity.identity.type"));
            Assert.Equal("StorageQueue", subscription.Text("properties.deliveryWithResourceIdentity.destination.endpointType"));
            Assert.Equal(deployment.Account("data").Id,
                subscription.Text("properties.deliveryWithResourceIdentity.destination.properties.resourceId"));
            Assert.Equal("-1", subscription.Text(
                "properties.deliveryWithResourceIdentity.destination.properties.queueMessageTimeToLiveInSeconds"));
            Assert.Null(subscription.Find("properties.destination")); // which would need a key
        });
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void What_cannot_be_delivered_for_a_day_is_kept(string name) => Assert.All(
        template.Deployed(name).Of("Microsoft.EventGrid/systemTopics/eventSubscriptions"), subscription =>
        {
            Assert.Equal("dead-letter",
                subscription.Text("properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName"));
            Assert.Equal("30", subscription.Text("properties.retryPolicy.maxDeliveryAttempts"));
            Assert.Equal("1440", subscription.Text("properties.retryPolicy.eventTimeToLiveInMinutes"));
        });

    [Fact]
    public void Every_queue_of_events_starts_a_function() =>
        Assert.All(Watched, watched => Assert.Single(Functions.Queues, queue => queue.QueueName == watched.Queue));

    static IEnumerable<(string Container, string Queue)> Watched =>
        Containers.Watched.Split(';').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]));

    static string Subject(string container) => $"/blobServices/default/containers/{container}/blobs/";
}
