using SecondLook.Cli;

return await CommandLine.Run(args, Surroundings.OfProcess());
