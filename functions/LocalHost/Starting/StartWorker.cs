using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>Starts the app as a worker that connects to the server through the channel. Disposing the result ends the worker.</summary>
delegate IAsyncDisposable StartWorker(AppFile app, WorkerServer server, WorkerChannel channel, IConfiguration settings);
