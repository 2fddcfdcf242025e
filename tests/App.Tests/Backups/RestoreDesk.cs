using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Backups;

/// <summary>What operators do, and what makes it necessary.</summary>
static class RestoreDesk
{
    public static async Task DestroyAsync(Stage stage)
    {
        foreach (var table in Tables.All.Split(';')) await stage.Service<TableServiceClient>().DeleteTableAsync(table);
    }

    public static async Task<JsonNode> RestoreAsync(Stage stage)
    {
        var answer = await stage.Http.PostAsJsonAsync("/api/operator/restore", new { });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
