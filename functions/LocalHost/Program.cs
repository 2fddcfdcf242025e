using ThaffFunctions.LocalHost.Starting;

return await LocalHostProcess.RunAsync(args);
