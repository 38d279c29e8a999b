using BenchmarkDotNet.Running;
using GutGuide.Benchmarks;

BenchmarkRunner.Run<DecisionBenchmarks>(args: args);
