using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>Starts the app as a worker that calls the server over the channel; what comes back ends it when disposed.</summary>
delegate IAsyncDisposable StartWorker(AppFile app, WorkerServer server, WorkerChannel channel, IConfiguration settings);
